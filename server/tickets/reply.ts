import { channelRules } from './channels/channel-rules.ts'
import type { Change, Refusal, TicketState } from './ticket.ts'

/** may an agent answer in this ticket? Null means yes. */
export function mayReply(ticket: TicketState, customer: { blocked: boolean }): Refusal | null {
  if (customer.blocked) return { refused: 'customer_blocked' }
  const reopens = channelRules[ticket.channel].agentsMayReopen !== 'never'
  return ticket.status === 'closed' && !reopens ? { refused: 'ticket_closed' } : null
}

/**
 * What an agent's reply does to its ticket: it has been read (S-3), stays snoozed (T-7), and is open again if it was
 * closed. Where only some closed tickets may be reopened, ask `reopen` first (S-2).
 */
export function replied(ticket: TicketState): Change {
  return {
    status: ticket.status === 'closed' ? 'open' : ticket.status,
    snoozedUntil: ticket.snoozedUntil,
    unread: false,
  }
}
