import type { Moment } from './ticket.ts'

/**
 * What M-4 needs of a thread's entries. `inbound` is a customer's message that may be attributed; keywords, and what is
 * spam or blocked (S-8, S-9), are `other`, as are agents' and automatic messages.
 */
export type AttributionEntry =
  | { kind: 'campaign' | 'flow'; id: string; at: Moment; failed: boolean }
  | { kind: 'inbound' | 'other'; id: string; at: Moment }

/** To which campaign or flow message each inbound is attributed; null: to none. */
export type Attributions = ReadonlyMap<string, string | null>

/**
 * M-4: attributes each inbound to the last campaign or flow message before it that did not fail, if that is at most
 * `window` milliseconds old and no inbound has used it yet; else to nothing, never to an older one. The order in which
 * the entries are given does not matter, so a late report is judged as if it had come in time.
 */
export function attributions(entries: readonly AttributionEntry[], window: number): Attributions {
  const found = new Map<string, string | null>()
  let last: { id: string; at: Moment; used: boolean } | null = null
  for (const entry of entries.toSorted(inTime)) {
    if (entry.kind === 'inbound') {
      const counts: boolean = last !== null && !last.used && entry.at - last.at <= window
      found.set(entry.id, last !== null && counts ? last.id : null)
      if (last !== null && counts) last.used = true
    } else if ((entry.kind === 'campaign' || entry.kind === 'flow') && !entry.failed) {
      last = { id: entry.id, at: entry.at, used: false }
    }
  }
  return found
}

/** Of the same moment an inbound goes first: nobody answers what they are just being sent. */
function inTime(a: AttributionEntry, b: AttributionEntry): number {
  const rank = ({ kind }: AttributionEntry) => (kind === 'inbound' ? 0 : 1)
  return a.at - b.at || rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
