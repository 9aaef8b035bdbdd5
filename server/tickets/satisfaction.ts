import type { Moment, TicketState } from './ticket.ts'

/** What is known when a conversation is over and its customer could be asked how it was. */
export type Over = {
  /** The shop wants to know (Settings, Web chat). */
  on: boolean
  ticket: Pick<TicketState, 'status' | 'spam'>
  /** An agent has answered in it; automatic messages are none. */
  answered: boolean
  blocked: boolean
  /** Of this ticket: never asked, asked, or answered by the customer. */
  so: 'never' | 'asked' | 'told'
  /** When the customer was asked last, about any ticket. */
  lastAskedAt: Moment | null
  now: Moment
}

/** A customer is asked at most once in this time. */
const restsFor = 30 * 86_400_000

/**
 * D-10: is the customer asked? `ask`: now, for the first time. `still`: they were asked about this ticket and have not
 * said; the same question may stand on another page of theirs.
 */
export function askSatisfaction({ on, ticket, answered, blocked, so, lastAskedAt, now }: Over): 'ask' | 'still' | 'no' {
  if (!on || ticket.status !== 'closed' || ticket.spam || blocked || !answered) return 'no'
  if (so !== 'never') return so === 'asked' ? 'still' : 'no'
  return lastAskedAt !== null && now - lastAskedAt < restsFor ? 'no' : 'ask'
}
