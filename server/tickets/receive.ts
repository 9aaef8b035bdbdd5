import type { ChannelName } from '../protocol/channel.ts'
import { type AutomaticReply, type AutomaticState, automaticReply } from './automatic-reply.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { Change, Moment, TicketState } from './ticket.ts'

/** A message from a customer, no keyword (M-1), and what was found of its thread. */
export type Arrival = {
  channel: ChannelName
  text: string
  blocked: boolean
  /** The open or snoozed ticket of this thread key; for a mail into a web chat, that chat's ticket. */
  live: TicketState | null
  /** The newest closed ticket of this thread key, or of this customer and channel when blocked. */
  closed: TicketState | null
  /** An agent has the ticket open in a visible window (S-3). */
  watched: boolean
  automatic: AutomaticState
  now: Moment
  /** The scanner's judgement (S-8); left out: clean. */
  spam?: boolean
  /** A mail whose sender takes no part in the thread it points to (`mayJoinThread`, T-2); left out: takes part. */
  stranger?: boolean
  /** The campaign or flow mail that this one answers (T-2); left out: none. */
  answers?: string | null
}

/** How the ticket stands once a clean message is in. */
type Opened = { status: 'open'; snoozedUntil: null; unread: boolean; spam: false }

/**
 * The ticket that a new one follows, to be linked. `stranger`: its thread stays with it (T-2). `chat_over`: the new
 * ticket owns the mail thread from now on.
 */
export type Follows = { ticket: string; why: 'stranger' | 'chat_over' }

/** Where a message goes and what follows from it. `route`: the ticket looks for an assignee (D-4). */
export type Landing =
  | { ticket: 'join'; set: Opened; woke: boolean; notify: boolean; route: boolean; automatic: AutomaticReply | null }
  | { ticket: 'reopen'; set: Opened; notify: true; route: boolean; automatic: AutomaticReply | null }
  | {
      ticket: 'new'
      set: Opened
      notify: true
      route: true
      automatic: AutomaticReply | null
      follows: Follows | null
      /** The campaign or flow mail that stands first in it (T-2). */
      first: string | null
    }
  /**
   * Judged spam: kept in a new ticket, in `live` or in `closed`, which stay as they are but for the mark. A live clean
   * ticket does not take the mark, for agents see it anyway; a closed one does, so that Spam shows what came (S-8, T-7).
   */
  | {
      ticket: 'spam'
      to: 'new' | 'live' | 'closed'
      set: Change & { spam: boolean }
      notify: false
      route: false
      automatic: null
      follows: Follows | null
    }
  /**
   * To `closed`, else to `live`, which an agent may have reopened since the block: a second one would break T-2 to T-4.
   * It stays as it is; no counter and no screen learns of it (S-9).
   */
  | { ticket: 'append' }
  /** A new ticket that is closed from the start (S-9). */
  | { ticket: 'born_closed' }

/** T-1 to T-7: which ticket an inbound message belongs to, and what it does to it. */
export function receive(arrival: Arrival): Landing {
  const { channel, blocked, closed, watched, now } = arrival
  if (blocked) return { ticket: closed || arrival.live ? 'append' : 'born_closed' }

  const { live, reopens, follows } = found(arrival)
  if (arrival.spam) return asSpam(live, reopens, follows)

  const answer = (opens: boolean) =>
    channelRules[channel].officeHoursReply ? automaticReply(opens, arrival.automatic, now) : null

  if (live) {
    const woke = live.status === 'snoozed'
    const cleared = live.spam === true
    return {
      ticket: 'join',
      set: opened(cleared || live.unread || !watched),
      woke,
      notify: cleared || woke || !watched,
      route: cleared && live.assigneeId === null,
      // What waited in Spam gets no late answer (S-8).
      automatic: cleared ? null : answer(false),
    }
  }
  if (reopens) {
    return {
      ticket: 'reopen',
      set: opened(reopens.unread || !watched),
      notify: true,
      route: reopens.assigneeId === null,
      automatic: answer(true),
    }
  }
  const first = arrival.answers ?? null
  return { ticket: 'new', set: opened(true), notify: true, route: true, automatic: answer(true), follows, first }
}

/** What the message may go into, or what its new ticket follows. The found ticket's channel says what closed means. */
function found({ channel, live, closed, stranger }: Arrival): {
  live: TicketState | null
  reopens: TicketState | null
  follows: Follows | null
} {
  const at = live ?? closed
  if (at && stranger) return { live: null, reopens: null, follows: { ticket: at.id, why: 'stranger' } }
  const reopens = closed && channelRules[closed.channel].afterClose === 'reopen' ? closed : null
  const over = !live && closed && closed.channel === 'web_chat' && channel === 'email'
  return { live, reopens, follows: over ? { ticket: closed.id, why: 'chat_over' } : null }
}

function asSpam(live: TicketState | null, reopens: TicketState | null, follows: Follows | null): Landing {
  const quiet = { ticket: 'spam', notify: false, route: false, automatic: null, follows } as const
  const as = ({ status, snoozedUntil, unread }: TicketState) => ({ status, snoozedUntil, unread })
  if (live) return { ...quiet, to: 'live', set: { ...as(live), spam: live.spam === true } }
  if (reopens) return { ...quiet, to: 'closed', set: { ...as(reopens), spam: true } }
  return { ...quiet, to: 'new', set: { status: 'open', snoozedUntil: null, unread: false, spam: true } }
}

function opened(unread: boolean): Opened {
  return { status: 'open', snoozedUntil: null, unread, spam: false }
}
