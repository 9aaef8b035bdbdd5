import type { Action } from '../protocol/working.ts'
import { lockTicket } from '../store/tickets.ts'
import { act } from '../tickets/worked.ts'
import type { Actor, Work } from './desk.ts'
import { apply, handOf } from './work-ticket.ts'

/**
 * what a macro does once its reply stands in the thread, one after the other, in the same transaction: so it is done
 * exactly once with it. What cannot be done any more, as giving the ticket to somebody who has left, is left out: the
 * words are not held back for it.
 */
export async function actWithReply(w: Work, agent: Actor, ticketId: string, actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    const ticket = await lockTicket(w.tx, ticketId)
    const hand = await handOf(w, action)
    if (ticket === undefined || 'refused' in hand) continue
    await apply(w, ticket, agent, (on) => act(on, hand, w.now))
  }
}
