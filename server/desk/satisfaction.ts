import type { ErrorCode } from '../protocol/errors.ts'
import { storable } from '../protocol/text.ts'
import { lockCustomer } from '../store/customers.ts'
import { findSatisfaction, noteAsked, noteRating } from '../store/satisfaction.ts'
import { lockTicket, type TicketRecord } from '../store/tickets.ts'
import { askSatisfaction as whetherToAsk } from '../tickets/satisfaction.ts'
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

/** D-10: the shopper has said. Only who was asked can, and once; the same words again change nothing. */
export function rate(
  desk: Desk,
  customerId: string,
  { score, comment, ...of }: Of & Rating,
): Promise<{ done: true } | { refused: ErrorCode }> {
  const rating = { score, comment: storable(comment).trim() }
  return work(desk, async (w) => {
    const found = await ownConversation(w, customerId, of)
    if (found === undefined) return { refused: 'not_found' }
    const { own } = await findSatisfaction(w.tx, found.ticket.id, customerId)
    if (own !== undefined && own.score !== null) {
      return own.score === score && own.comment === rating.comment ? { done: true } : { refused: 'conflict' }
    }
    if ((await judge(w, found)) !== 'still') return { refused: 'not_found' }
    await noteRating(w.tx, found.ticket.id, rating, w.now)
    // After the end nothing more is sent to the shopper (W-6).
    await writeEntries(w, found.ticket, [{ data: { type: 'satisfaction', ...rating }, hidden: true }])
    return { done: true }
  })
}

type Found = { ticket: TicketRecord; blocked: boolean }

/** The customer first, then their ticket: two pages that ask at once are answered one after the other. */
async function ownConversation(w: Work, customerId: string, { ticket: id, hold }: Of): Promise<Found | undefined> {
  const customer = await lockCustomer(w.tx, customerId)
  const ticket = await lockTicket(w.tx, id)
  if (customer === undefined || ticket === undefined || ticket.customer_id !== customerId) return undefined
  if (!mayFetch(stateOf(ticket), holds(w.desk, id, hold))) return undefined
  return { ticket, blocked: customer.blocked_at !== null }
}

async function judge(w: Work, { ticket, blocked }: Found): Promise<'ask' | 'still' | 'no'> {
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const { own, lastAskedAt } = await findSatisfaction(w.tx, ticket.id, ticket.customer_id)
  return whetherToAsk({
    on: settings.webChat.satisfaction,
    ticket: stateOf(ticket),
    answered: ticket.last_agent_at !== null,
    blocked,
    so: own === undefined ? 'never' : own.score === null ? 'asked' : 'told',
    lastAskedAt,
    now: w.now,
  })
}
