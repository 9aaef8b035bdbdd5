import { cpus, loadavg } from 'node:os'
import type { Row } from './row.ts'
import { openRow, pageLoadRow } from './script-size.ts'
import { scriptTimeRow } from './script-time.ts'

const rows: Record<string, () => Promise<Row>> = { W1: pageLoadRow, W2: openRow, W3: scriptTimeRow }

/** Measures the named rows (none: all) and prints them; true when all reach their targets. */
export async function bench({ names, json }: { names: string[]; json: boolean }): Promise<boolean> {
  const unknown = names.filter((name) => !rows[name])
  if (unknown.length > 0) throw new Error(`no row ${unknown.join(', ')}; there are ${Object.keys(rows).join(', ')}`)
  const measured: Row[] = []
  const before = loadavg()
  for (const [name, measure] of Object.entries(rows)) {
    if (names.length === 0 || names.includes(name)) measured.push(await measure())
  }
  const machine = { cores: cpus().length, node: process.version, load: { before, after: loadavg() } }
  if (json) console.log(JSON.stringify({ machine, rows: measured }, null, 2))
  else print(measured, machine.load)
  return measured.every(({ met }) => met)
}

function print(measured: Row[], load: { before: number[]; after: number[] }): void {
  for (const { id, what, target, measured: figures, met, rounds } of measured) {
    console.log(`${id}  ${met ? 'met   ' : 'MISSED'}  ${what}\n    measured  ${figures}\n    target    ${target}`)
    for (const [name, numbers] of Object.entries(rounds)) console.log(`    ${name}: ${numbers.join(' ')}`)
  }
  const figure = (numbers: number[]) => numbers.map((number) => number.toFixed(2)).join(' ')
  console.log(`load average before ${figure(load.before)}, after ${figure(load.after)}`)
}
