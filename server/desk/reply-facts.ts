import { consentOf, lastActionAt } from '../store/consents.ts'
import { findCustomer, mailTo } from '../store/customers.ts'
import { findLiveTicket, type TicketRecord } from '../store/tickets.ts'
import type { ReplyFacts } from '../tickets/reply.ts'
import type { Work } from './desk.ts'

/** What the rule book asks of a ticket's customer before anything is sent to them (R-1 to R-6, S-2). */
export async function replyFacts(w: Work, ticket: TicketRecord): Promise<ReplyFacts> {
  const { channel, customer_id: id, brand_address: brand } = ticket
  const customer = await findCustomer(w.tx, id)
  const other = ticket.status === 'closed' ? await findLiveTicket(w.tx, channel, ticket.thread_key) : undefined
  return {
    blocked: customer === undefined || customer.blocked_at !== null,
    consent: await consentOf(w.tx, id, channel),
    lastActionAt: channel === 'web_chat' || brand === null ? null : await lastActionAt(w.tx, id, channel, brand),
    hasEmail: channel === 'email' || (customer !== undefined && mailTo(customer) !== null),
    anotherLive: other !== undefined,
  }
}
