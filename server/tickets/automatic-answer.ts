import type { ChannelName } from '../protocol/channel.ts'
import { filledText } from '../protocol/filled-text.ts'
import { type AutomaticSender, automaticRefusal, type NoAnswer } from './automatic-guard.ts'
import { type Autoresponder, autoresponse } from './autoresponder.ts'
import type { Consent } from './consent.ts'
import type { Landing } from './receive.ts'
import type { Moment } from './ticket.ts'

/** The acknowledgement of mails. */
export type Acknowledgement = { on: boolean; text: string }

/** All that an automatic answer is decided by: where the message landed, who wrote it, and the settings. */
export type AnswerFacts = {
  landing: Landing
  sender: AutomaticSender
  /** An answer goes to whoever wrote, and not to somebody else whose ticket it is. */
  answersWriter: boolean
  consent: Consent
  /** The ticket was spam before the message came: what waited there gets no late answer (S-8). */
  wasSpam: boolean
  /** The last reply of an agent to this person on this channel. */
  lastAgentAt: Moment | null
  /** Mail tickets of the whole desk that got an automatic answer within an hour. */
  mailsAnswered: number
  settings: {
    autoresponder: Autoresponder
    acknowledgement: Acknowledgement
    organization: string
    email: string | null
    ownAddresses: readonly string[]
  }
}

/**
 * S14: whoever writes under many invented addresses makes us write to all of them. More mails than this are no shop's
 * hour; the rest is answered by people.
 */
export const mostMailsAnHour = 500

/** `kind`: what a ticket remembers of an answer by the office hours (W-8). */
export type AutomaticAnswer = { text: string; kind: 'during' | 'outside' | null }

/**
 * The automatic answer to a message that landed, the reason why its sender may get none at all (P-5), or null where no
 * rule asks for one. Each channel has one rule; what the sender wrote is in none of their texts (S14).
 */
export function automaticAnswer(facts: AnswerFacts, now: Moment): AutomaticAnswer | { refused: NoAnswer } | null {
  const refused = automaticRefusal(facts.sender, facts.settings.ownAddresses, now)
  if (refused !== null) return { refused }
  const answer = answers[facts.sender.channel](facts, now)
  const tooMany = facts.sender.channel === 'email' && facts.mailsAnswered >= mostMailsAnHour
  return answer !== null && tooMany ? { refused: 'too_many' } : answer
}

type Answer = (facts: AnswerFacts, now: Moment) => AutomaticAnswer | null

const none: Answer = () => null

const answers: Record<ChannelName, Answer> = {
  web_chat: byOfficeHours,
  email: acknowledged,
  sms: byAutoresponder,
  whatsapp: none,
  instagram: none,
  messenger: none,
}

/** W-8 */
function byOfficeHours({ landing }: AnswerFacts): AutomaticAnswer | null {
  return 'automatic' in landing ? landing.automatic : null
}

/** M-2, M-3 */
function byAutoresponder(facts: AnswerFacts, now: Moment): AutomaticAnswer | null {
  const { sender, settings, consent, lastAgentAt, wasSpam } = facts
  const { organization, email, autoresponder: setting } = settings
  const { blocked, lastAnswerAt, channel } = sender
  const state = { setting, organization, email, consent, blocked, spam: wasSpam, lastAnswerAt, lastAgentAt }
  const text = autoresponse(channel, state, now)
  return text === null ? null : { text, kind: null }
}

/**
 * A mail that opens a ticket is acknowledged, where that is switched on: none that joins or reopens one, for those have
 * been answered; and none of a stranger who wrote into somebody else's thread (T-2).
 */
function acknowledged({ landing, answersWriter, settings }: AnswerFacts): AutomaticAnswer | null {
  const { on, text } = settings.acknowledgement
  if (!on || landing.ticket !== 'new' || landing.follows?.why === 'stranger' || !answersWriter) return null
  if (text.trim() === '') return null
  const filled = filledText(text, { organization: settings.organization, email: settings.email })
  return filled === null ? null : { text: filled, kind: null }
}
