import type { Moment, TicketStatus } from './ticket.ts'

/** What a ticket's row knows of who waits. `waiting_since`: the first customer message that no agent has answered. */
type Waiting = { status: TicketStatus; spam: boolean; waiting_since: Moment | null }

/** W-12: since when the customer of an open ticket waits; null: nobody does. Nobody waits in Spam (S-8). */
export function waitingSince({ status, spam, waiting_since }: Waiting): Moment | null {
  return status === 'open' && !spam ? waiting_since : null
}

/**
 * W-12: since when they wait, now that they have written at `at`. Whoever writes again waits no shorter for it; a ticket
 * that was closed begins anew.
 */
export function waitsFrom(ticket: Pick<Waiting, 'status' | 'waiting_since'>, at: Moment): Moment {
  return ticket.status === 'closed' ? at : (ticket.waiting_since ?? at)
}
