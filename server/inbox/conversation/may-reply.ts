import type { TicketRow } from '../../protocol/ticket.ts'

/** Why the composer is closed. What holds is the server's word; this says it before somebody types. */
export type NoReply = 'blocked' | 'chat_closed' | 'closed'

/** a closed web chat and a blocked customer cannot be answered; another closed ticket is reopened first. */
export function noReply(row: TicketRow): NoReply | null {
  if (row.customer.blocked) return 'blocked'
  if (row.status !== 'closed') return null
  return row.mayReopen ? 'closed' : 'chat_closed'
}
