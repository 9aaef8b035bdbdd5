import type { ChannelName } from '../protocol/channel.ts'
import { type Acknowledgement, automaticAnswer } from './automatic-answer.ts'
import type { NoAnswer } from './automatic-guard.ts'
import type { AutomaticState } from './automatic-reply.ts'
import type { Autoresponder } from './autoresponder.ts'
import { channelRules } from './channels/channel-rules.ts'
import { type Keyword, type KeywordEffect, keywordEffect, keywordOf, type OwnWords } from './keywords.ts'
import { type Landing, receive } from './receive.ts'
import { type Answered, type ReplyChannel, type ReplyFacts, replyChannels } from './reply.ts'
import type { Moment, TicketState } from './ticket.ts'

/** A ticket of the person, on whatever channel, with the key of its thread (`threadKey`). */
export type KnownTicket = TicketState & { threadKey: string; createdAt: Moment }

export type Question = {
  channel: ChannelName
  person: ReplyFacts & {
    /** Has a record already, which Messenger visitors never have (T-11). */
    known: boolean
    online: boolean
    /** The last answers to this person on this channel. */
    lastAgentAt: Moment | null
    lastAnswerAt: Moment | null
    mailsAnswered: number
  }
  tickets: readonly KnownTicket[]
  message: {
    text: string
    /** Key of the thread it belongs to; null: of none yet. A mail may name that of a web chat. */
    threadKey: string | null
    address: string
    spam: boolean
    /** Mail only. */
    automatic: boolean
    stranger: boolean
  }
  settings: {
    ownWords: OwnWords
    providerAnswersKeywords: boolean
    autoresponder: Autoresponder
    acknowledgement: Acknowledgement
    organization: string
    email: string | null
    ownAddresses: readonly string[]
    officeHours: AutomaticState
  }
  now: Moment
}

/** Why the message goes where it goes: the rule, and what it found. */
export type Because = {
  rule: 'T-1' | 'T-2' | 'T-3' | 'T-4' | 'T-5' | 'T-6' | 'R-7' | 'S-8' | 'S-9' | 'M-1'
  found: 'keyword' | 'blocked' | 'spam' | 'stranger' | 'chat_over' | 'live' | 'closed' | 'nothing'
  /** The ticket that was found; null: none. */
  ticket: string | null
}

export type Foreseen = {
  /** T-11: what becomes of the sender. */
  customer: 'joins' | 'created' | 'none'
  because: Because
  /** Where it goes, or what the keyword does. */
  outcome: Landing | ({ ticket: 'none'; keyword: Keyword } & KeywordEffect)
  /** The automatic answer, or why the sender gets none; null: no rule asks for one. */
  automatic: { text: string } | { refused: NoAnswer } | null
  /** How an agent may answer once the message is in; null where there is no ticket to answer in. */
  reply: { offered: ReplyChannel[]; chosen: ChannelName } | null
}

const ruleOf: Record<ChannelName, Because['rule']> = {
  web_chat: 'T-1',
  email: 'T-2',
  sms: 'T-3',
  whatsapp: 'T-4',
  instagram: 'T-5',
  messenger: 'T-6',
}

/**
 * What the rules would do with this message, without doing it: which ticket it joins and why, who answers it and whether
 * an agent may. Codes and facts only; the words are the page's.
 */
export function whatWouldHappen(question: Question): Foreseen {
  const { channel, person, message, settings, now } = question
  const customer = person.known ? 'joins' : channelRules[channel].createsCustomer ? 'created' : 'none'
  const { live, closed } = findTickets(question)
  const keyword = keywordOf(channel, message.text, settings.ownWords, person.consent)
  if (keyword !== null) return foreseenKeyword(question, customer, keyword, live, closed)

  const { blocked } = person
  const { text, spam, stranger } = message
  const automatic = settings.officeHours
  const outcome = receive({ channel, text, blocked, live, closed, watched: false, automatic, now, spam, stranger })
  return {
    customer,
    because: becauseOf(question, live, closed),
    outcome,
    automatic: answerOf(question, outcome, live ?? closed),
    reply: replyOf(question, ticketAfter(question, outcome, live ?? closed)),
  }
}

function foreseenKeyword(
  question: Question,
  customer: Foreseen['customer'],
  keyword: Keyword,
  live: KnownTicket | null,
  closed: KnownTicket | null,
): Foreseen {
  const { person, settings } = question
  const { consent, blocked } = person
  const providerAnswers = settings.providerAnswersKeywords
  const effect = keywordEffect(keyword, { consent, blocked, providerAnswers, liveTicket: live?.id ?? null })
  const ticket = live ?? closed
  return {
    customer,
    because: { rule: 'M-1', found: 'keyword', ticket: live?.id ?? null },
    outcome: { ticket: 'none', keyword, ...effect },
    automatic: null,
    reply: ticket && replyOf({ ...question, person: { ...person, consent: effect.consent } }, ticket),
  }
}

/** The live ticket and the newest closed one of the message's thread; of a blocked person, of the channel (S-9). */
function findTickets({ channel, person, tickets, message }: Question) {
  const newest = tickets.toSorted((a, b) => b.createdAt - a.createdAt)
  const ofThread = newest.filter((one) => one.threadKey === message.threadKey && isOf(one, channel))
  const ofChannel = person.blocked ? newest.filter((one) => one.channel === channel) : ofThread
  return {
    live: ofThread.find(({ status }) => status !== 'closed') ?? null,
    closed: ofChannel.find(({ status }) => status === 'closed') ?? null,
  }
}

/** Only a mail finds tickets of another channel: a web chat that was answered by mail (T-8). */
function isOf(ticket: TicketState, channel: ChannelName): boolean {
  return channelRules[ticket.channel].answeredBy.includes(channel)
}

function becauseOf(
  { channel, person, message }: Question,
  live: TicketState | null,
  closed: TicketState | null,
): Because {
  const ticket = (live ?? closed)?.id ?? null
  if (person.blocked) return { rule: 'S-9', found: 'blocked', ticket: (closed ?? live)?.id ?? null }
  if (message.spam) return { rule: 'S-8', found: 'spam', ticket }
  if (message.stranger && ticket !== null) return { rule: 'T-2', found: 'stranger', ticket }
  if (live) return { rule: live.channel === channel ? ruleOf[channel] : 'R-7', found: 'live', ticket }
  if (closed && closed.channel !== channel) return { rule: 'R-7', found: 'chat_over', ticket }
  return { rule: ruleOf[channel], found: closed ? 'closed' : 'nothing', ticket }
}

function answerOf(
  { channel, person, message, settings, now }: Question,
  landing: Landing,
  found: TicketState | null,
): Foreseen['automatic'] {
  const { blocked, consent, lastAnswerAt, lastAgentAt, mailsAnswered } = person
  const { address, automatic, spam } = message
  const answer = automaticAnswer(
    {
      landing,
      sender: { channel, address, automatic, blocked, spam, lastAnswerAt },
      answersWriter: true,
      consent,
      wasSpam: found?.spam === true,
      lastAgentAt,
      mailsAnswered,
      settings,
    },
    now,
  )
  return answer && 'text' in answer ? { text: answer.text } : answer
}

/** What an answer needs to know of the ticket as the message leaves it. */
function ticketAfter({ channel }: Question, outcome: Landing, found: TicketState | null): Answered {
  if (outcome.ticket === 'append' || outcome.ticket === 'born_closed') return { channel, status: 'closed' }
  const isNew = outcome.ticket === 'new' || (outcome.ticket === 'spam' && outcome.to === 'new')
  return { channel: isNew || !found ? channel : found.channel, status: outcome.set.status }
}

function replyOf({ person, now }: Question, ticket: Answered): Foreseen['reply'] {
  return replyChannels(ticket, { ...person, lastActionAt: now }, now)
}
