import { cpus, loadavg } from 'node:os'

/** One line of the speed table: what was measured, and whether it reaches its target. */
export type Row = {
  id: string
  what: string
  target: string
  measured: string
  met: boolean
  /** Every single measurement, in the order in which they were taken. */
  rounds: Record<string, number[]>
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('a median of nothing')
  return middle
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KB`
}

/** Prints what was measured, with the load of the machine before and now. */
export function tell(measured: Row[], json: boolean, before: number[]): void {
  const load = { before, after: loadavg() }
  if (json) {
    const machine = { cores: cpus().length, node: process.version, load }
    console.log(JSON.stringify({ machine, rows: measured }, null, 2))
    return
  }
  for (const { id, what, target, measured: figures, met, rounds } of measured) {
    console.log(`${id}  ${met ? 'met   ' : 'MISSED'}  ${what}\n    measured  ${figures}\n    target    ${target}`)
    for (const [name, numbers] of Object.entries(rounds)) console.log(`    ${name}: ${numbers.join(' ')}`)
  }
  const figure = (numbers: number[]) => numbers.map((number) => number.toFixed(2)).join(' ')
  console.log(`load average before ${figure(load.before)}, after ${figure(load.after)}`)
}
