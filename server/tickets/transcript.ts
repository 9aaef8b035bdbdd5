/** What R-7 needs of a web chat ticket's entries, oldest first. */
export type TranscriptEntry =
  | { kind: 'chat' }
  /** A mail of an agent or of the customer; `transcript`: it carried one. The follow-up (W-10) is `other`. */
  | { kind: 'mail'; transcript: boolean }
  /** Notes, changes of status and whatever else stands between. */
  | { kind: 'note' | 'other' }

/**
 * the chat messages that an agent's mail sent now carries: those since the last transcript when it directly follows
 * chat messages, else none. Never a note, which also does not come between.
 */
export function transcript<Entry extends TranscriptEntry>(entries: readonly Entry[]): Entry[] {
  const last = entries.findLast(({ kind }) => kind === 'chat' || kind === 'mail')
  if (last?.kind !== 'chat') return []
  const since = entries.findLastIndex((entry) => entry.kind === 'mail' && entry.transcript)
  return entries.slice(since + 1).filter(({ kind }) => kind === 'chat')
}
