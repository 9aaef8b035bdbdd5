import type { TicketState } from './ticket.ts'

/** The kinds of entry in a ticket's log. */
export type LogEntry =
  | 'message'
  | 'status_closed'
  | 'status_other'
  | 'seen'
  | 'assigned'
  | 'blocked'
  | 'note'
  | 'delivery'
  | 'keyword'
  | 'clicked'
  | 'file'
  | 'tags'
  | 'priority'
  | 'spam'
  | 'satisfaction'
  | 'moved'

/**
 * P-1: does this entry take a number in the shopper's own count, and so reach the shopper? What the team does among
 * itself must not show even as a gap. To a shopper a snooze is nothing; only the end of the conversation counts.
 */
export function shopperSees(entry: LogEntry): boolean {
  switch (entry) {
    case 'message':
    case 'status_closed':
    case 'seen':
      return true
    case 'status_other':
    case 'assigned':
    case 'blocked':
    case 'note':
    case 'delivery':
    case 'keyword':
    case 'clicked':
    case 'file':
    case 'tags':
    case 'priority':
    case 'spam':
    case 'satisfaction':
    case 'moved':
      return false
  }
}

/**
 * W-6: may the ticket's own shopper load this conversation? `holds`: the page proved that it holds it already; such a
 * page may fetch a closed one's rest, up to and including the end.
 */
export function mayFetch(ticket: TicketState, holds: boolean): boolean {
  return ticket.channel === 'web_chat' && (ticket.status !== 'closed' || holds)
}
