import type { MarketingEntry } from '../protocol/marketing.ts'
import { answersTo, marketingFrom } from '../store/marketing.ts'
import { findTicket } from '../store/tickets.ts'
import type { Desk } from './desk.ts'

/** Most that one thread shows at once: the newest. */
const most = 200

/** D-2: the campaign and flow messages of a ticket's customer on its channel, oldest first, from a moment on. */
export async function readThreadMarketing(desk: Desk, ticketId: string, from: number): Promise<MarketingEntry[]> {
  const ticket = await findTicket(desk.db, ticketId)
  if (ticket === undefined || ticket.channel === 'web_chat') return []
  const sent = (await marketingFrom(desk.db, ticket.customer_id, ticket.channel, from)).slice(-most)
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
