/** What can happen in a thread, as T-7 tells them apart. */
export const happenings = [
  'message',
  'keyword',
  'campaign',
  'flow',
  'automatic',
  'agent_reply',
  'note',
  'delivery',
  'spam',
  'blocked',
] as const
export type Happening = (typeof happenings)[number]

/**
 * T-7: may it end a snooze, reopen a ticket, make it unread or notify? Only a clean message of a customer who is not
 * blocked may; `receive` says what it does. Everything else leaves the ticket where it lies.
 */
export function stirs(happening: Happening): boolean {
  return happening === 'message'
}
