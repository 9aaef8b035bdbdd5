import type { ErrorCode } from '../protocol/errors.ts'
import { findCustomer } from '../store/customers.ts'
import { lockTicket, type TicketRecord } from '../store/tickets.ts'
import * as rules from '../tickets/status.ts'
import { toldOf } from './arrived.ts'
import { mayBeAskedByMail } from './ask-by-mail.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { isShadow } from './shadow.ts'
import { keepSnooze, statusLine } from './status-line.ts'
import { stateOf } from './ticket-state.ts'
import { openedAgain } from './watch-silence.ts'
import { writeEntries } from './write-entries.ts'

type Done = { done: true } | { refused: ErrorCode }
type Decision = rules.Outcome

/** S-1: the moment has come. Does nothing when the snooze was ended or moved meanwhile. */
export async function snoozeEnded(w: Work, ticketId: string): Promise<void> {
  const ticket = await lockTicket(w.tx, ticketId)
  if (ticket === undefined) return
  const decision = rules.snoozeEnded(stateOf(ticket), w.now)
  if (decision === null) return
  await apply(w, ticket, null, decision, 'timer')
  // Nobody is told of spam (S-8).
  if (ticket.spam) return
  const customer = await findCustomer(w.tx, ticket.customer_id)
  tellSnoozeOver(w, ticket, customer?.name ?? '', 'timer')
}

/** S-1, T-7: who is to hear that a ticket is back. */
export function tellSnoozeOver(w: Work, ticket: TicketRecord, customer: string, by: 'timer' | 'message'): void {
  w.tell({ kind: 'snooze_over', ticket: toldOf(ticket, customer), by })
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
  await keepSnooze(w, ticket.id, decision)
  const closed_at = status === 'closed' ? w.now : null
  const change = { status, snoozed_until: snoozedUntil, unread, closed_at }
  await writeEntries(w, ticket, [statusLine(decision, by, agent)], change)
  if (status === 'open') await openedAgain(w, ticket)
  if (status === 'closed') await mayBeAskedByMail(w, ticket)
  return { done: true }
}
