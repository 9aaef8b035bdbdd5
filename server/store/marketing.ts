import type { Selectable } from 'kysely'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

export type MarketingRecord = Selectable<Database['marketing_messages']>

/** What a marketing tool reported under that id of its own, locked. */
export function lockMarketing(tx: Db, externalId: string): Promise<MarketingRecord | undefined> {
  return tx
    .selectFrom('marketing_messages')
    .selectAll()
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
}

export async function addMarketing(
  tx: Db,
  message: Omit<MarketingRecord, 'failed'> & { failed: boolean },
): Promise<void> {
  await tx
    .insertInto('marketing_messages')
    .values({ ...message, at: moment(message.at) })
    .execute()
}

export async function setMarketingFailed(tx: Db, id: string): Promise<void> {
  await tx.updateTable('marketing_messages').set({ failed: true }).where('id', '=', id).execute()
}

/** A customer's campaign and flow messages on a channel, from a moment on, oldest first. */
export function marketingFrom(
  db: Db,
  customerId: string,
  channel: RemoteChannel,
  from: number,
): Promise<MarketingRecord[]> {
  return db
    .selectFrom('marketing_messages')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('at', '>=', moment(from))
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** When the last one before a moment that did not fail was sent: attribution begins anew there. Null: there is none. */
export async function lastMarketingBefore(
  db: Db,
  customerId: string,
  channel: RemoteChannel,
  before: number,
): Promise<number | null> {
  const row = await db
    .selectFrom('marketing_messages')
    .select('at')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('failed', '=', false)
    .where('at', '<', moment(before))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** The customer's own messages on a channel that may be attributed, from a moment on (S-8, S-9 leave some out). */
export function inboundFrom(
  db: Db,
  customerId: string,
  channel: RemoteChannel,
  from: number,
): Promise<{ id: string; at: number; ticket_id: string; marketing_id: string | null }[]> {
  return db
    .selectFrom('messages')
    .innerJoin('tickets', 'tickets.id', 'messages.ticket_id')
    .leftJoin('attributions', 'attributions.message_id', 'messages.id')
    .select(['messages.id', 'messages.at', 'messages.ticket_id', 'attributions.marketing_id'])
    .where('messages.author_kind', '=', 'customer')
    .where('messages.author_id', '=', customerId)
    .where('messages.channel', '=', channel)
    .where('messages.unheard', '=', false)
    .where('tickets.spam', '=', false)
    .where('messages.at', '>=', moment(from))
    .execute()
}

/** Replaces what those messages are attributed to. */
export async function writeAttributions(
  tx: Db,
  changed: readonly { inbound: string; ticketId: string; to: string | null }[],
): Promise<void> {
  if (changed.length === 0) return
  const inbound = changed.map((one) => one.inbound)
  await tx.deleteFrom('attributions').where('message_id', 'in', inbound).execute()
  const rows = changed.flatMap(({ inbound: message_id, ticketId: ticket_id, to }) =>
    to === null ? [] : [{ message_id, ticket_id, marketing_id: to }],
  )
  if (rows.length > 0) await tx.insertInto('attributions').values(rows).execute()
}

/** Which message each campaign or flow message was credited with. */
export async function answersTo(db: Db, marketingIds: readonly string[]): Promise<Map<string, string>> {
  if (marketingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attributions')
    .select(['marketing_id', 'message_id'])
    .where('marketing_id', 'in', marketingIds)
    .execute()
  return new Map(rows.map((row) => [row.marketing_id, row.message_id]))
}

/** The customer's tickets on a channel: where a late report shows. */
export function ticketsOn(db: Db, customerId: string, channel: RemoteChannel): Promise<{ id: string }[]> {
  return db
    .selectFrom('tickets')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .execute()
}
