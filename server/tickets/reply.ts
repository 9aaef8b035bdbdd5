import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { channelRules } from './channels/channel-rules.ts'
import { type Consent, subscribed } from './consent.ts'
import type { Change, Moment, Refusal, TicketState } from './ticket.ts'

/** What an answer needs to know of its ticket. */
export type Answered = Pick<TicketState, 'channel' | 'status'>

/** may an agent answer in this ticket, as far as every channel asks? Null means yes. */
export function mayReply(ticket: Answered, customer: { blocked: boolean }): Refusal | null {
  if (customer.blocked) return { refused: 'customer_blocked' }
  const reopens = channelRules[ticket.channel].agentsMayReopen !== 'never'
  return ticket.status === 'closed' && !reopens ? { refused: 'ticket_closed' } : null
}

/** What the channels ask of the customer before an agent may answer. */
export type ReplyFacts = {
  blocked: boolean
  /** On the ticket's channel (M-3). */
  consent: Consent
  /**
   * The customer's last message or other action there that the provider counts, on WhatsApp to the very number
   * that the answer leaves from.
   */
  lastActionAt: Moment | null
  /** Somebody knows a mail address to answer to. */
  hasEmail: boolean
  /** By these nothing can leave: they are switched off, or something is missing in their settings. Left out: none. */
  off?: readonly ChannelName[]
  /** The same account has another live ticket on this channel (S-2). */
  anotherLive: boolean
}

/** An answer may go until then, that moment included; null: without end. */
export type ReplyLeave = { until: Moment | null }

/** M-3: may an agent answer in this ticket by that channel, how long, or why not? */
export function mayReplyBy(
  channel: ChannelName,
  ticket: Answered,
  facts: ReplyFacts,
  now: Moment,
): ReplyLeave | Refusal {
  const own = channelRules[ticket.channel]
  if (!own.answeredBy.includes(channel)) return { refused: 'wrong_channel' }
  const never = mayReply(ticket, facts)
  if (never) return never
  if (ticket.status === 'closed' && own.agentsMayReopen === 'unless_live' && facts.anotherLive) {
    return { refused: 'cannot_reopen' }
  }
  if (facts.off?.includes(channel)) return { refused: 'not_connected' }
  if (channel === 'email' && !facts.hasEmail) return { refused: 'no_address' }
  const { consent } = channelRules[channel]
  const leave = mayStillLeave(channel, facts, now)
  if ('refused' in leave) return leave
  return consent === 'subscribed' && !subscribed(facts.consent) ? { refused: 'no_consent' } : leave
}

/**
 * M-3, R-4, R-5: may what is written already still leave? It may have waited long, or be tried again by hand, and its
 * customer may have said STOP, been blocked, or been silent for too long meanwhile.
 */
export function mayStillLeave(
  channel: ChannelName,
  facts: Pick<ReplyFacts, 'blocked' | 'consent' | 'lastActionAt'>,
  now: Moment,
): ReplyLeave | Refusal {
  const { consent, replyWindow } = channelRules[channel]
  if (facts.blocked) return { refused: 'customer_blocked' }
  if (consent !== null && facts.consent === 'stopped') return { refused: 'opted_out' }
  if (replyWindow === null) return { until: null }
  const until = facts.lastActionAt === null ? null : facts.lastActionAt + replyWindow
  return until === null || now > until ? { refused: 'window_over' } : { until }
}

export type ReplyChannel = { channel: ChannelName; answer: ReplyLeave | Refusal }

/**
 * the channels that the composer offers, greyed out where the answer is a refusal, and the one to begin with: for a
 * web chat by presence, but no greyed one while another may be used.
 */
export function replyChannels(
  ticket: Answered,
  facts: ReplyFacts & { online: boolean },
  now: Moment,
): { offered: ReplyChannel[]; chosen: ChannelName } {
  const by = channelRules[ticket.channel].answeredBy
  const offered = by.map((channel) => ({ channel, answer: mayReplyBy(channel, ticket, facts, now) }))
  const liked = ticket.channel === 'web_chat' && !facts.online ? offered.toReversed() : offered
  const chosen = liked.find(({ answer }) => !('refused' in answer))?.channel ?? by[0]
  return { offered, chosen }
}

/**
 * `meanwhile` are the replies that came into the ticket since its writer last looked. One's own ask nothing,
 * however many there are; a colleague's has to be known before another answer goes. Null: it may go.
 */
export function crossed(meanwhile: readonly { authorId: string | null }[], writer: string): Refusal | null {
  return meanwhile.some(({ authorId }) => authorId !== writer) ? { refused: 'crossed' } : null
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

/**
 * why this sender cannot be used to talk with customers; null when it can. Long numbers with their country and
 * short codes can receive; a name made of letters, in whatever script, cannot.
 */
export function senderIdProblem(sender: string): Extract<ErrorCode, 'branded_sender' | 'bad_number'> | null {
  const plain = sender.normalize('NFKC').trim()
  if (/\p{L}/u.test(plain)) return 'branded_sender'
  const digits = plain.replaceAll(/[\s().-]/g, '')
  return /^(\+[1-9]\d{6,14}|\d{3,8})$/.test(digits) ? null : 'bad_number'
}
