import { channelRules } from './channels/channel-rules.ts'
import type { Change, Moment, Refusal, TicketState } from './ticket.ts'

/** What becomes of a ticket; null when it is so already. */
export type Outcome = Change | Refusal | null

/** S-10, S-3: done, and read. Also what blocking does to live tickets (S-9). */
export function close(ticket: TicketState): Change | null {
  return ticket.status === 'closed' ? null : { status: 'closed', snoozedUntil: null, unread: false }
}

/** W-6: the shopper ends the conversation; ending it twice is no error. */
export function end(ticket: TicketState): Change | null {
  return close(ticket)
}

/** S-2: an agent opens a closed ticket again. `anotherLive`: the same account has a live ticket on that channel. */
export function reopen(ticket: TicketState, anotherLive: boolean): Outcome {
  if (ticket.status !== 'closed') return null
  const { agentsMayReopen } = channelRules[ticket.channel]
  if (agentsMayReopen === 'never' || (agentsMayReopen === 'unless_live' && anotherLive)) {
    return { refused: 'cannot_reopen' }
  }
  return { status: 'open', snoozedUntil: null, unread: ticket.unread }
}

/** S-1: hides a live ticket until a moment to come; read stays read and unread stays unread (S-3). */
export function snooze(ticket: TicketState, until: Moment, now: Moment): Outcome {
  if (ticket.status === 'closed') return { refused: 'ticket_closed' }
  if (until <= now) return { refused: 'moment_passed' }
  if (ticket.snoozedUntil === until) return null
  return { status: 'snoozed', snoozedUntil: until, unread: ticket.unread }
}

/** An agent ends a snooze by hand. */
export function wake(ticket: TicketState): Change | null {
  return ticket.status === 'snoozed' ? { status: 'open', snoozedUntil: null, unread: ticket.unread } : null
}

/**
 * S-1: the snooze is over, the ticket open and unread; what is marked as spam stays as read as it is (S-8). Null when it
 * was ended or put off meanwhile.
 */
export function snoozeEnded(ticket: TicketState, now: Moment): Change | null {
  const due = ticket.status === 'snoozed' && ticket.snoozedUntil !== null && ticket.snoozedUntil <= now
  return due ? { status: 'open', snoozedUntil: null, unread: ticket.unread || ticket.spam !== true } : null
}

/** S-3: opened by one agent, read for all. */
export function markRead(ticket: TicketState): Change | null {
  return ticket.unread ? { status: ticket.status, snoozedUntil: ticket.snoozedUntil, unread: false } : null
}

/** S-3: an agent marks it unread. A closed one is done and stays read: what is to be done again is reopened. */
export function markUnread(ticket: TicketState): Outcome {
  if (ticket.status === 'closed') return { refused: 'ticket_closed' }
  return ticket.unread ? null : { status: ticket.status, snoozedUntil: ticket.snoozedUntil, unread: true }
}
