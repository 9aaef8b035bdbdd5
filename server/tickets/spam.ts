import { reopen } from './status.ts'
import type { Change, TicketState } from './ticket.ts'

export type Marked = Change & { spam: boolean }

/** S-8: an agent marks it as spam. It leaves every view but Spam and every counter, and no snooze wakes it. */
export function markSpam(ticket: TicketState): Marked | null {
  if (ticket.spam) return null
  const status = ticket.status === 'closed' ? 'closed' : 'open'
  return { status, snoozedUntil: null, unread: false, spam: true }
}

/**
 * S-8: "Not spam" makes it open and unread, and routes it as new where nobody has it. What may not be reopened (S-2)
 * only loses the mark. `anotherLive`: the same account has a live ticket on that channel.
 */
export function notSpam(ticket: TicketState, anotherLive: boolean): (Marked & { route: boolean }) | null {
  if (!ticket.spam) return null
  const stays = ticket.status === 'closed' ? reopen(ticket, anotherLive) : null
  if (stays && 'refused' in stays) {
    return { status: 'closed', snoozedUntil: null, unread: false, spam: false, route: false }
  }
  return { status: 'open', snoozedUntil: null, unread: true, spam: false, route: ticket.assigneeId === null }
}
