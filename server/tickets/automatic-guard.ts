import type { ChannelName } from '../protocol/channel.ts'
import { channelRules } from './channels/channel-rules.ts'
import { addressKey, mailboxKey } from './mail-address.ts'
import type { Moment } from './ticket.ts'

export type AutomaticSender = {
  channel: ChannelName
  /** Address, number or id; empty where the envelope names nobody, as in a bounce. */
  address: string
  /** The message says of itself that no person wrote it, or comes from a list or is a bounce (RFC 3834, RFC 3464). */
  automatic: boolean
  blocked: boolean
  spam: boolean
  /** The last automatic answer of any kind to this address on this channel. */
  lastAnswerAt: Moment | null
}

/** Why a sender gets no automatic answer. */
export type NoAnswer =
  | 'blocked'
  | 'spam'
  | 'automatic'
  | 'no_sender'
  | 'own_address'
  | 'robot'
  | 'answered_lately'
  | 'too_many'

/**
 * P-5: why this message may get no automatic answer whatsoever, or null when it may. `own`: the addresses and numbers of
 * this installation. By mail at most one a sender in 24 hours, so that two desks that answer each other fall silent.
 */
export function automaticRefusal(sender: AutomaticSender, own: readonly string[], now: Moment): NoAnswer | null {
  if (sender.blocked) return 'blocked'
  if (sender.spam) return 'spam'
  if (sender.automatic) return 'automatic'
  if (sender.address.trim() === '') return 'no_sender'
  const mailbox = mailboxKey(sender.address)
  if (own.some((one) => mailboxKey(one) === mailbox)) return 'own_address'
  if (sender.channel === 'email' && isRobot(sender.address)) return 'robot'
  const every = channelRules[sender.channel].automaticEvery
  const lately = every !== null && sender.lastAnswerAt !== null && now - sender.lastAnswerAt < every
  return lately ? 'answered_lately' : null
}

const robots = /^(mailer-daemon|postmaster|bounces?|no-?reply|do-?not-?reply|auto-?reply|listserv|majordomo)$/
const lists = /(^owner-|-(request|bounces?|owner|confirm|unsubscribe)$)/

/** Names that no person reads mail under: a bounce's, a list's, a sender's who wants no answer. */
function isRobot(address: string): boolean {
  const key = addressKey(address)
  const name = (key.slice(0, Math.max(0, key.lastIndexOf('@'))).split('+')[0] ?? '').replaceAll(/[._]/g, '-')
  return robots.test(name) || lists.test(name)
}
