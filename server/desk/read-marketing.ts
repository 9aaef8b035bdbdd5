import type { MarketingEntry } from '../protocol/marketing.ts'
import { answeredCampaignAt } from '../store/mails.ts'
import { answersTo, marketingFrom } from '../store/marketing.ts'
import { findTicket } from '../store/tickets.ts'
import type { Desk } from './desk.ts'

/** Most that one thread shows at once: the newest. */
const most = 200

/** D-2: the campaign and flow messages of a ticket's customer on its channel, oldest first, from a moment on. */
export async function readThreadMarketing(desk: Desk, ticketId: string, from: number): Promise<MarketingEntry[]> {
  const ticket = await findTicket(desk.db, ticketId)
  if (ticket === undefined || ticket.channel === 'web_chat') return []
  // T-2: a mail that a ticket began with is its first message: what was sent before has no place in it.
  const begins = ticket.channel === 'email' ? await answeredCampaignAt(desk.db, ticketId) : null
  const since = Math.max(from, begins ?? from)
  const sent = (await marketingFrom(desk.db, ticket.customer_id, ticket.channel, since)).slice(-most)
  const answers = await answersTo(
    desk.db,
    sent.map(({ id }) => id),
  )
  return sent.map(({ id, kind, name, text, subject, at, failed }) => ({
    id,
    kind,
    name,
    text,
    subject,
    at,
    failed,
    answeredBy: answers.get(id) ?? null,
  }))
}
