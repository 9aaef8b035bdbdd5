import { loadavg } from 'node:os'
import { type Row, tell } from './row.ts'
import { growthRows } from './growth.ts'
import { inboxRow } from './inbox.ts'
import { openRow, pageLoadRow } from './script-size.ts'
import { scriptTimeRow } from './script-time.ts'

/** What is measured together, under the names of its rows; `tickets` is how many a big desk has. */
const groups: { names: string[]; measure(tickets: number): Promise<Row[]> }[] = [
  { names: ['W1'], measure: async () => [await pageLoadRow()] },
  { names: ['W2'], measure: async () => [await openRow()] },
  { names: ['W3'], measure: async () => [await scriptTimeRow()] },
  { names: ['I1'], measure: async (tickets) => [await inboxRow(Math.min(tickets, 100_000))] },
  { names: ['G1', 'G2', 'G3'], measure: (tickets) => growthRows(10_000, tickets) },
]

type Asked = { names: string[]; json: boolean; tickets: number }

/** Measures the named rows (none: all) and prints them; true when all reach their targets. */
export async function bench({ names, json, tickets }: Asked): Promise<boolean> {
  const known = groups.flatMap((group) => group.names)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new Error(`no row ${unknown.join(', ')}; there are ${known.join(', ')}`)
  const measured: Row[] = []
  const before = loadavg()
  for (const group of groups) {
    if (names.length > 0 && !group.names.some((name) => names.includes(name))) continue
    const rows = await group.measure(tickets)
    measured.push(...rows.filter(({ id }) => names.length === 0 || names.includes(id)))
  }
  tell(measured, json, before)
  return measured.every(({ met }) => met)
}
