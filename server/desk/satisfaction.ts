import type { ErrorCode } from '../protocol/errors.ts'
import { storable } from '../protocol/text.ts'
import { type CustomerRecord, lockCustomer } from '../store/customers.ts'
import { findSatisfaction, noteAsked, noteRating } from '../store/satisfaction.ts'
import { findTicket, lockTicket, type TicketRecord } from '../store/tickets.ts'
import { type Over, type Saying, takesRating, askSatisfaction as whetherToAsk } from '../tickets/satisfaction.ts'
import { mayFetch } from '../tickets/visible.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, type Work, work } from './desk.ts'
import { holds } from './hold.ts'
import { stateOf } from './ticket-state.ts'
import { writeEntries } from './write-entries.ts'

type Of = { ticket: string; hold: string }
export type Rating = { score: number; comment: string }

/**
 * D-10: does this page ask its shopper how it was? Who is asked is written down: they are not asked again soon, by
 * whichever page. No for whatever is not their own conversation, and without a reason (S-9).
 */
export function askHowItWas(desk: Desk, customerId: string, of: Of): Promise<{ ask: boolean }> {
  return work(desk, async (w) => {
    const found = await ownConversation(w, customerId, of)
    if (found === undefined) return { ask: false }
    const verdict = await judge(w, found)
    if (verdict === 'ask') await noteAsked(w.tx, found.ticket.id, customerId, w.now)
    return { ask: verdict !== 'no' }
  })
}

/** D-10: the shopper has said. Only who was asked can; the same words again change nothing. */
export function rate(
  desk: Desk,
  customerId: string,
  { score, comment, ...of }: Of & Rating,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const found = await ownConversation(w, customerId, of)
    return found === undefined ? { refused: 'not_found' } : takeRating(w, found, { score, comment })
  })
}

/** D-10: writes down what the customer of a locked ticket says of it, by whatever road, and tells the team. */
export async function takeRating(
  w: Work,
  found: Found,
  given: Rating,
): Promise<{ done: true } | { refused: ErrorCode }> {
  const { ticket } = found
  const said = { score: given.score, comment: storable(given.comment).trim() }
  const { own } = await findSatisfaction(w.tx, ticket.id, ticket.customer_id)
  const takes = takesRating(sayingOf(w, found, own))
  if (takes === 'no') return { refused: 'not_found' }
  if (own?.score === said.score && own.comment === said.comment) return { done: true }
  if (takes === 'told') return { refused: 'conflict' }
  await noteRating(w.tx, ticket.id, said, w.now)
  // After the end nothing more is sent to the shopper (W-6).
  await writeEntries(w, ticket, [{ data: { type: 'satisfaction', ...said }, hidden: true }])
  return { done: true }
}

export type Found = { ticket: TicketRecord; customer: CustomerRecord }

/** A ticket and its customer, locked. The customer first: two pages that ask at once are answered one after the other. */
export async function lockWithCustomer(w: Work, ticketId: string): Promise<Found | undefined> {
  const known = await findTicket(w.tx, ticketId)
  const customer = known && (await lockCustomer(w.tx, known.customer_id))
  const ticket = customer && (await lockTicket(w.tx, ticketId))
  if (ticket === undefined) return undefined
  // Two customers were made one meanwhile.
  return ticket.customer_id === customer?.id ? { ticket, customer } : lockWithCustomer(w, ticketId)
}

async function ownConversation(w: Work, customerId: string, { ticket: id, hold }: Of): Promise<Found | undefined> {
  const found = await lockWithCustomer(w, id)
  if (found === undefined || found.customer.id !== customerId) return undefined
  return mayFetch(stateOf(found.ticket), holds(w.desk, id, hold)) ? found : undefined
}

const judge = async (w: Work, found: Found) => whetherToAsk(await overOf(w, found))

/** A locked ticket and its locked customer as the rule book looks at them before anybody is asked. */
export async function overOf(w: Work, { ticket, customer }: Found): Promise<Over> {
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const { own, lastAskedAt } = await findSatisfaction(w.tx, ticket.id, ticket.customer_id)
  return {
    on: settings.webChat.satisfaction,
    ticket: stateOf(ticket),
    answered: ticket.last_agent_at !== null,
    blocked: customer.blocked_at !== null,
    so: own === undefined ? 'never' : own.score === null ? 'asked' : 'told',
    lastAskedAt,
    now: w.now,
  }
}

type Own = Awaited<ReturnType<typeof findSatisfaction>>['own']

export const sayingOf = ({ now }: Pick<Work, 'now'>, { ticket, customer }: Found, own: Own): Saying => ({
  spam: ticket.spam,
  blocked: customer.blocked_at !== null,
  askedAt: own?.asked_at ?? null,
  toldAt: own?.answered_at ?? null,
  now,
})
