import type { ErrorCode } from '../protocol/errors.ts'
import { agentCountOf, lastCustomerMessage } from '../store/threads.ts'
import { lockTicket } from '../store/tickets.ts'
import * as rules from '../tickets/status.ts'
import { type Actor, type Desk, work } from './desk.ts'
import { isShadow } from './shadow.ts'
import { stateOf } from './ticket-state.ts'
import { writeEntries } from './write-entries.ts'

type Done = { done: true } | { refused: ErrorCode }

/**
 * S-3: an agent has the ticket before them, shown up to the entry `n` of the agents' count. Read for the whole team;
 * a message that came after `n` keeps it unread.
 */
export function markRead(desk: Desk, agent: Actor, ticketId: string, n: number): Promise<Done> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    if (ticket === undefined) return { refused: 'not_found' }
    const last = await lastCustomerMessage(w.tx, ticketId)
    if (last !== undefined && last.seq > n) return { done: true }
    const change = rules.markRead(stateOf(ticket))
    const seen = last !== undefined && last.customer_seq !== null && last.seq > ticket.agent_seen ? last : null
    if (change === null && seen === null) return { done: true }
    await writeEntries(
      w,
      ticket,
      seen === null
        ? []
        : [
            {
              data: { type: 'seen', by: 'agent', upTo: seen.seq, customerUpTo: seen.customer_seq ?? 0 },
              hidden: ticket.status === 'closed',
              by: agent,
            },
          ],
      { ...(change !== null && { unread: change.unread }), ...(seen !== null && { agent_seen: seen.seq }) },
    )
    return { done: true }
  })
}

/** R-13, W-11: the shopper's visible Chat tab has shown everything up to entry `n` of their own count. */
export function markSeen(desk: Desk, customerId: string, ticketId: string, n: number): Promise<Done> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    if (ticket === undefined || ticket.customer_id !== customerId) {
      return (await isShadow(w, customerId, ticketId)) ? { done: true } : { refused: 'not_found' }
    }
    const upTo = Math.min(n, ticket.customer_seq)
    if (upTo <= ticket.customer_seen) return { done: true }
    await writeEntries(
      w,
      ticket,
      [
        {
          data: { type: 'seen', by: 'customer', upTo: await agentCountOf(w.tx, ticketId, upTo), customerUpTo: upTo },
          // After the end nothing more is sent to the shopper (W-6); the agent still learns that it was seen.
          hidden: ticket.status === 'closed',
        },
      ],
      { customer_seen: upTo },
    )
    return { done: true }
  })
}
