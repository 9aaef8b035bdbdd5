import type { TicketRecord } from '../store/tickets.ts'
import type { TicketState } from '../tickets/ticket.ts'

/** A ticket's row as the rule book sees it. */
export function stateOf(ticket: TicketRecord): TicketState {
  return {
    id: ticket.id,
    channel: ticket.channel,
    status: ticket.status,
    snoozedUntil: ticket.snoozed_until,
    unread: ticket.unread,
    assigneeId: ticket.assignee_id,
    spam: ticket.spam,
  }
}
