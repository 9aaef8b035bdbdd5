import type { ChannelName } from '../protocol/channel.ts'
import { type AutomaticReply, type AutomaticState, automaticReply } from './automatic-reply.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { Moment, TicketState } from './ticket.ts'

/** A message from a customer, and what was found of its thread. */
export type Arrival = {
  channel: ChannelName
  text: string
  blocked: boolean
  /** The open or snoozed ticket of this thread key. */
  live: TicketState | null
  /** The newest closed ticket of this thread key, or of this customer and channel when blocked. */
  closed: TicketState | null
  /** An agent has the ticket open in a visible window (S-3). */
  watched: boolean
  automatic: AutomaticState
  now: Moment
}

/** How the ticket stands once the message is in. */
type Opened = { status: 'open'; snoozedUntil: null; unread: boolean }

/** Where a message goes and what follows from it. */
export type Landing =
  | { ticket: 'join'; set: Opened; woke: boolean; notify: boolean; automatic: AutomaticReply | null }
  | { ticket: 'reopen'; set: Opened; notify: true; automatic: AutomaticReply | null }
  | { ticket: 'new'; set: Opened; notify: true; automatic: AutomaticReply | null }
  /** To `closed`, which stays as it is; no counter and no screen learns of it (S-9). */
  | { ticket: 'append' }
  /** A new ticket that is closed from the start (S-9). */
  | { ticket: 'born_closed' }

/** T-1 to T-7: which ticket an inbound message belongs to, and what it does to it. */
export function receive(arrival: Arrival): Landing {
  const { channel, blocked, live, closed, watched, now } = arrival
  const rules = channelRules[channel]
  if (blocked) return { ticket: closed ? 'append' : 'born_closed' }

  const answer = (opens: boolean) => (rules.officeHoursReply ? automaticReply(opens, arrival.automatic, now) : null)

  if (live) {
    const woke = live.status === 'snoozed'
    return {
      ticket: 'join',
      set: opened(live.unread || !watched),
      woke,
      notify: woke || !watched,
      automatic: answer(false),
    }
  }
  if (closed && rules.afterClose === 'reopen') {
    return { ticket: 'reopen', set: opened(closed.unread || !watched), notify: true, automatic: answer(true) }
  }
  return { ticket: 'new', set: opened(true), notify: true, automatic: answer(true) }
}

function opened(unread: boolean): Opened {
  return { status: 'open', snoozedUntil: null, unread }
}
