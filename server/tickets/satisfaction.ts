import { automaticRefusal } from './automatic-guard.ts'
import { channelRules } from './channels/channel-rules.ts'
import { day, type Moment, minute, type TicketState } from './ticket.ts'

/** What is known when a conversation is over and its customer could be asked how it was. */
export type Over = {
  /** The shop wants to know (Settings, Web chat). */
  on: boolean
  ticket: Pick<TicketState, 'status' | 'spam'>
  /** An agent has answered in it; automatic messages are none. */
  answered: boolean
  blocked: boolean
  /** Of this ticket: never asked, asked, or answered by the customer. */
  so: 'never' | 'asked' | 'told'
  /** When the customer was asked last, about any ticket. */
  lastAskedAt: Moment | null
  now: Moment
}

/** A customer is asked at most once in this time. */
const restsFor = 30 * day

/**
 * D-10: is the customer asked? `ask`: now, for the first time. `still`: they were asked about this ticket and have not
 * said; the same question may stand on another page of theirs.
 */
export function askSatisfaction({ on, ticket, answered, blocked, so, lastAskedAt, now }: Over): 'ask' | 'still' | 'no' {
  if (!on || ticket.status !== 'closed' || ticket.spam || blocked || !answered) return 'no'
  if (so !== 'never') return so === 'asked' ? 'still' : 'no'
  return lastAskedAt !== null && now - lastAskedAt < restsFor ? 'no' : 'ask'
}

/** What else decides whether the question goes by mail. */
export type ByMail = {
  over: Over
  closedAt: Moment
  /** They have a page of the shop open whose drawer asks. */
  inDrawer: boolean
  /** Where it would go; null: nobody knows, or mail cannot leave. */
  address: string | null
  /** Addresses of this installation. */
  own: readonly string[]
  /** The last mail to that address did not arrive. */
  lost: boolean
  /** The last automatic answer to them by mail. */
  lastAnswerAt: Moment | null
}

/** First the drawer may ask, and an agent take the close back. */
const patience = 10 * minute
/** Nobody is asked about what was over long ago because their page was open until now. */
const freshFor = 2 * day

export const firstAskByMail = (closedAt: Moment): Moment => closedAt + patience

/**
 * D-10: from when on the question may go by mail; null: not at all. To nobody whom no automatic mail may go to (P-5,
 * S14), and one automatic mail a day goes before it, for nobody waits for a question.
 */
export function askByMailAt({ over, closedAt, inDrawer, address, own, lost, lastAnswerAt }: ByMail): Moment | null {
  const { now } = over
  if (askSatisfaction(over) !== 'ask' || address === null || lost) return null
  const sender = {
    channel: 'email',
    address,
    automatic: false,
    blocked: false,
    spam: false,
    lastAnswerAt: null,
  } as const
  if (automaticRefusal(sender, own, now) !== null) return null
  if (inDrawer) return now + patience > closedAt + freshFor ? null : now + patience
  const every = channelRules.email.automaticEvery ?? 0
  return Math.max(firstAskByMail(closedAt), lastAnswerAt === null ? 0 : lastAnswerAt + every)
}

/** What is known when a customer says how it was. */
export type Saying = {
  spam: boolean
  blocked: boolean
  /** Null: never, about this ticket. */
  askedAt: Moment | null
  /** When they said so first; null: not yet. */
  toldAt: Moment | null
  now: Moment
}

/** The question stands so long, on whatever page and in whatever mail. */
const standsFor = 30 * day
/** A face is picked by mistake; what was said long ago stands in reports. */
const changesFor = day

/**
 * D-10: may they say it now? `told`: they have, and it cannot be changed any more. `no`: they were not asked, or it is
 * too late. A ticket that was opened again since takes it too: it is about what was.
 */
export function takesRating({ spam, blocked, askedAt, toldAt, now }: Saying): 'yes' | 'told' | 'no' {
  if (spam || blocked || askedAt === null || now - askedAt >= standsFor) return 'no'
  return toldAt !== null && now - toldAt >= changesFor ? 'told' : 'yes'
}
