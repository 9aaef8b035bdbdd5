import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { ThreadEvent } from '../protocol/thread.ts'
import type { CustomerCard, TicketRow } from '../protocol/ticket.ts'
import { countTickets, findCustomer } from '../store/customers.ts'
import { namesOf } from '../store/identities.ts'
import { rowsById } from '../store/lists.ts'
import { entriesAfter, pageBefore } from '../store/threads.ts'
import { findTicket } from '../store/tickets.ts'
import { zoneOfNumber } from '../tickets/zone-of-number.ts'
import type { Desk } from './desk.ts'
import { rowViews } from './read-list.ts'
import { latestOrderOf } from './read-orders.ts'
import { viewsFor } from './thread-view.ts'

type Opened = { row: TicketRow; customer: CustomerCard; events: ThreadEvent[]; earlier: boolean; more: boolean }

/** A ticket with its thread: the last page (`after` 0), or what came after that number (D-2). */
export async function readTicket(
  desk: Desk,
  ticketId: string,
  after: number,
): Promise<Opened | { refused: ErrorCode }> {
  const [row] = await rowsById(desk.db, [ticketId])
  if (row === undefined) return { refused: 'not_found' }
  const customer = await customerCard(desk, row.customer_id)
  if (customer === null) return { refused: 'not_found' }
  const page =
    after === 0
      ? await pageBefore(desk.db, ticketId, 'agent', null, limits.threadPage)
      : { entries: await entriesAfter(desk.db, ticketId, 'agent', after, limits.syncPage), earlier: false }
  const events = viewsFor('agent', page.entries)
  const view = (await rowViews(desk))(row)
  return { row: view, customer, events, earlier: page.earlier, more: (events.at(-1)?.n ?? view.last) < view.last }
}

export async function readOlderEntries(
  desk: Desk,
  ticketId: string,
  before: number,
): Promise<{ events: ThreadEvent[]; earlier: boolean } | { refused: ErrorCode }> {
  if ((await findTicket(desk.db, ticketId)) === undefined) return { refused: 'not_found' }
  const page = await pageBefore(desk.db, ticketId, 'agent', before, limits.threadPage)
  return { events: viewsFor('agent', page.entries), earlier: page.earlier }
}

/** Whose running conversation this is, and so who may see that an agent types in it; null when it has ended (W-6). */
export async function customerOfLive(desk: Desk, ticketId: string): Promise<string | null> {
  const ticket = await findTicket(desk.db, ticketId)
  return ticket === undefined || ticket.status === 'closed' ? null : ticket.customer_id
}

async function customerCard(desk: Desk, customerId: string): Promise<CustomerCard | null> {
  const customer = await findCustomer(desk.db, customerId)
  if (customer === undefined) return null
  return {
    id: customer.id,
    visitor: customer.visitor ? { pageScopedId: await pageScopedId(desk, customer.id) } : null,
    name: customer.name,
    email: customer.email,
    leftEmail: customer.left_email,
    phone: customer.phone,
    shopId: customer.shop_id,
    locale: customer.locale,
    // where they are known to be, else where their number is at home.
    timeZone: customer.time_zone ?? (customer.phone === null ? null : zoneOfNumber(customer.phone)),
    about: customer.about,
    createdAt: customer.created_at,
    blocked: customer.blocked_at !== null,
    online: customer.online,
    tickets: await countTickets(desk.db, customerId),
    order: (await latestOrderOf(desk.db, customerId))?.number ?? null,
  }
}

/** T-6 */
async function pageScopedId(desk: Desk, visitorId: string): Promise<string> {
  return (await namesOf(desk.db, visitorId)).find(({ kind }) => kind === 'messenger')?.value ?? ''
}
