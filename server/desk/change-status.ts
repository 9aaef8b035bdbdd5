import type { ErrorCode } from '../protocol/errors.ts'
import { findCustomer } from '../store/customers.ts'
import { dropTimer, setTimer } from '../store/timers.ts'
import { findLiveTicket, lockTicket, type TicketRecord } from '../store/tickets.ts'
import * as rules from '../tickets/status.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { isShadow } from './shadow.ts'
import { stateOf } from './ticket-state.ts'
import { writeEntries } from './write-entries.ts'

type Done = { done: true } | { refused: ErrorCode }
type Decision = rules.Outcome

/** S-10: "Done". Closing a closed ticket changes nothing. */
export function closeTicket(desk: Desk, agent: Actor, ticketId: string): Promise<Done> {
  return change(desk, ticketId, agent, (ticket) => rules.close(stateOf(ticket)))
}

/** S-2; a closed web chat is never reopened. */
export function reopenTicket(desk: Desk, agent: Actor, ticketId: string): Promise<Done> {
  return change(desk, ticketId, agent, async (ticket, w) => {
    const other = await findLiveTicket(w.tx, ticket.channel, ticket.thread_key)
    return rules.reopen(stateOf(ticket), other !== undefined && other.id !== ticket.id)
  })
}

/** S-1: hidden until the moment, in epoch milliseconds. */
export function snoozeTicket(desk: Desk, agent: Actor, ticketId: string, until: number): Promise<Done> {
  return change(desk, ticketId, agent, (ticket, w) => rules.snooze(stateOf(ticket), until, w.now))
}

/** Ends a snooze by hand. */
export function wakeTicket(desk: Desk, agent: Actor, ticketId: string): Promise<Done> {
  return change(desk, ticketId, agent, (ticket) => rules.wake(stateOf(ticket)))
}

/** S-1: the moment has come. Does nothing when the snooze was ended or moved meanwhile. */
export async function snoozeEnded(w: Work, ticketId: string): Promise<void> {
  const ticket = await lockTicket(w.tx, ticketId)
  if (ticket === undefined) return
  const decision = rules.snoozeEnded(stateOf(ticket), w.now)
  if (decision === null) return
  await apply(w, ticket, null, decision, 'timer')
  const customer = await findCustomer(w.tx, ticket.customer_id)
  tellSnoozeOver(w, ticket, customer?.name ?? '', 'timer')
}

/** S-1, T-7: who is to hear that a ticket is back. */
export function tellSnoozeOver(w: Work, ticket: TicketRecord, customer: string, by: 'timer' | 'message'): void {
  const { id: ticketId, number, assignee_id: assigneeId } = ticket
  w.tell({ kind: 'snooze_over', ticketId, number, assigneeId, customer, by })
}

/** W-6: the shopper ends their conversation; only their own, and a second time changes nothing. */
export function endConversation(desk: Desk, customerId: string, ticketId: string): Promise<Done> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    if (ticket === undefined || ticket.customer_id !== customerId || ticket.channel !== 'web_chat') {
      return (await isShadow(w, customerId, ticketId)) ? { done: true } : { refused: 'not_found' }
    }
    return apply(w, ticket, null, rules.end(stateOf(ticket)), 'customer')
  })
}

function change(
  desk: Desk,
  ticketId: string,
  agent: Actor,
  decide: (ticket: TicketRecord, w: Work) => Decision | Promise<Decision>,
): Promise<Done> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    if (ticket === undefined) return { refused: 'not_found' }
    return apply(w, ticket, agent, await decide(ticket, w), 'agent')
  })
}

/** Writes what the rule book decided; a use case that changes several tickets calls it once for each. */
export async function apply(
  w: Work,
  ticket: TicketRecord,
  agent: Actor | null,
  decision: Decision,
  by: 'customer' | 'agent' | 'timer',
): Promise<Done> {
  if (decision === null) return { done: true }
  if ('refused' in decision) return decision
  const { status, snoozedUntil, unread } = decision
  if (snoozedUntil === null) await dropTimer(w.tx, 'snooze', ticket.id)
  else await setTimer(w.tx, 'snooze', ticket.id, snoozedUntil)
  await writeEntries(
    w,
    ticket,
    [
      {
        data: { type: 'status', status, by, until: snoozedUntil },
        ...(agent !== null && { by: agent }),
      },
    ],
    { status, snoozed_until: snoozedUntil, unread, closed_at: status === 'closed' ? w.now : null },
  )
  return { done: true }
}
