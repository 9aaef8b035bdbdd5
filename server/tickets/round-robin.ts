import type { Presence } from '../protocol/attendance.ts'

/** An agent as round robin sees them. `turn`: in which they were served last; null: never. */
export type InTurn = { id: string; presence: Presence; open: number; turn: number | null }

/**
 * D-4: who gets the next ticket: of those online the one served longest ago, whoever never was first. `limit`: whoever
 * has that many open tickets is left out; null: nobody is. Null where there is nobody.
 */
export function nextInTurn<A extends InTurn>(agents: readonly A[], limit: number | null): A | null {
  const ready = agents.filter(({ presence, open }) => presence === 'online' && (limit === null || open < limit))
  const before = (a: A, b: A) => (a.turn ?? 0) - (b.turn ?? 0) || (a.id < b.id ? -1 : 1)
  return ready.toSorted(before)[0] ?? null
}
