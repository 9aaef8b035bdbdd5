import type { ChannelName } from '../protocol/channel.ts'
import type { Consent } from '../protocol/consent.ts'
import type { ConsentChannel } from './consents.ts'
import type { Db } from './connect.ts'
import type { TicketRecord } from './tickets.ts'

export type ConsentRow = { channel: ConsentChannel; consent: Consent }
export type ConsentActivity = { channel: ConsentChannel; kind: string; data: unknown; at: number }

/** M-3: what the customer agreed to, channel by channel; nothing where nothing was ever said. */
export function consentsOf(db: Db, customerId: string): Promise<ConsentRow[]> {
  return db
    .selectFrom('consents')
    .select(['channel', 'consent'])
    .where('customer_id', '=', customerId)
    .orderBy('channel')
    .execute()
}

/** What changed the customer's consents, newest first. */
export function consentActivities(db: Db, customerId: string, most: number): Promise<ConsentActivity[]> {
  return db
    .selectFrom('activities')
    .select(['channel', 'kind', 'data', 'at'])
    .where('customer_id', '=', customerId)
    .where('kind', 'in', ['keyword', 'consent'])
    .where('channel', 'in', ['sms', 'whatsapp'])
    .$narrowType<{ channel: ConsentChannel }>()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export type LinkedRow = {
  id: string
  number: number
  channel: ChannelName
  status: 'open' | 'snoozed' | 'closed'
  customer: string
  follows_id: string | null
  merged_into: string | null
}

/** T-2, T-3: tickets that this one came out of or went into, and the other way round; oldest first. */
export function linkedTickets(db: Db, ticket: TicketRecord, most: number): Promise<LinkedRow[]> {
  const named = [ticket.follows_id, ticket.merged_into].filter((id) => id !== null)
  return db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .where((eb) =>
      eb.or([
        eb('tickets.id', '=', eb.fn.any(eb.val(named))),
        eb('tickets.follows_id', '=', ticket.id),
        eb('tickets.merged_into', '=', ticket.id),
      ]),
    )
    .select(['tickets.id', 'number', 'channel', 'status', 'customers.name as customer', 'follows_id', 'merged_into'])
    .orderBy('number')
    .limit(most)
    .execute()
}

/** Numbers are unique, and so found by their index. */
export function ticketOfNumber(db: Db, number: number): Promise<{ id: string } | undefined> {
  return db.selectFrom('tickets').select('id').where('number', '=', number).executeTakeFirst()
}
