import { type Selectable, sql } from 'kysely'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { DeliveryState } from '../protocol/thread.ts'
import type { Db } from './connect.ts'
import type { KnownAs } from './identities.ts'
import { moment, momentOrNull } from './moment.ts'
import type { Database } from './tables.ts'

/** A message on its way out, and what became of it. */
export type DeliveryRecord = Selectable<Database['deliveries']>

export type NewDelivery = {
  /** The message's own id. */
  id: string
  ticketId: string | null
  customerId: string
  channel: RemoteChannel
  to: KnownAs
  from: string
  /** Only where it stands in no ticket. */
  text: string | null
  at: number
}

/** Queues a message, in the transaction that writes it: from now on it leaves the house or fails visibly. */
export async function addDelivery(tx: Db, delivery: NewDelivery): Promise<void> {
  const at = moment(delivery.at)
  await tx
    .insertInto('deliveries')
    .values({
      id: delivery.id,
      message_id: delivery.ticketId === null ? null : delivery.id,
      text: delivery.text,
      ticket_id: delivery.ticketId,
      customer_id: delivery.customerId,
      channel: delivery.channel,
      to_kind: delivery.to.kind,
      to_value: delivery.to.value,
      from_address: delivery.from,
      state: 'queued',
      next_try_at: at,
      created_at: at,
    })
    .execute()
}

/**
 * Claims one delivery that is due, for a try by this process. Those of one person and channel leave in the order they
 * were written: none while an earlier one waits. Undefined when there is nothing to do; two processes never get the same.
 */
export async function claimDelivery(db: Db, processId: string, now: number): Promise<DeliveryRecord | undefined> {
  const { rows } = await sql<DeliveryRecord>`
    update deliveries set attempt_at = ${moment(now)}, claimed_by = ${processId}, attempts = attempts + 1
    where id = (
      select due.id from deliveries due
      where due.state = 'queued' and due.attempt_at is null and due.next_try_at <= ${moment(now)}
        and not exists (
          select from deliveries earlier
          where earlier.state = 'queued' and earlier.customer_id = due.customer_id
            and earlier.channel = due.channel and earlier.n < due.n
        )
      order by due.next_try_at, due.n limit 1
      for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

/**
 * Claims one SMS of unknown outcome that is to be asked for: first half a minute after its try, then each time after
 * twice as long. Until it is due again nobody else asks.
 */
export async function claimUnknown(db: Db, now: number): Promise<DeliveryRecord | undefined> {
  const { rows } = await sql<DeliveryRecord>`
    update deliveries set ask_at = ${moment(now)} + (${moment(now)} - sent_at)
    where id = (
      select id from deliveries
      where state = 'unknown' and external_id is null and channel = 'sms'
        and coalesce(ask_at, sent_at + interval '30 seconds') <= ${moment(now)}
      order by sent_at limit 1
      for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

/** Those of the provider's ids that are of no delivery yet, in their order. */
export async function nobodysIds(tx: Db, channel: RemoteChannel, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const taken = await tx
    .selectFrom('deliveries')
    .select('external_id')
    .where('channel', '=', channel)
    .where('external_id', 'in', ids)
    .execute()
  return ids.filter((id) => taken.every(({ external_id }) => external_id !== id))
}

/** Deliveries whose try was cut off: the process that made it is gone. */
export function cutOffDeliveries(tx: Db): Promise<DeliveryRecord[]> {
  return tx
    .selectFrom('deliveries')
    .selectAll()
    .where('state', '=', 'queued')
    .where('attempt_at', 'is not', null)
    .where('claimed_by', 'is', null)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Gives back what a process claimed and does not try; it costs no attempt. */
export async function releaseUntried(tx: Db, processId: string, trying: readonly string[]): Promise<void> {
  await sql`update deliveries set attempt_at = null, claimed_by = null, attempts = attempts - 1
    where state = 'queued' and claimed_by = ${processId} and id <> all(${[...trying]}::uuid[])`.execute(tx)
}

/** The delivery, locked; by our own id, or by the provider's. */
export function lockDelivery(tx: Db, id: string): Promise<DeliveryRecord | undefined> {
  return tx.selectFrom('deliveries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export function lockDeliveryByExternalId(
  tx: Db,
  channel: readonly RemoteChannel[],
  externalId: string,
): Promise<DeliveryRecord | undefined> {
  return tx
    .selectFrom('deliveries')
    .selectAll()
    .where('channel', 'in', channel)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * What left for a person up to a moment and is not yet read: what a watermark speaks of. Of a message whose answer was
 * lost it says nothing: that may never have left. Locked, oldest first.
 */
export function lockDeliveriesUpTo(
  tx: Db,
  channel: RemoteChannel,
  to: string,
  upTo: number,
): Promise<DeliveryRecord[]> {
  return tx
    .selectFrom('deliveries')
    .selectAll()
    .where('channel', '=', channel)
    .where('to_value', '=', to)
    .where('sent_at', '<=', moment(upTo))
    .where('state', 'in', ['sent', 'delivered'])
    .orderBy('n')
    .forUpdate()
    .execute()
}

export type DeliveryChange = {
  state: DeliveryState
  externalId?: string
  error?: { code: string; words: string } | null
  nextTryAt?: number | null
  /** When it was handed over: not later than the provider has it, so that its watermarks can be held against it. */
  sentAt?: number
  /** Of a Retry by hand: its tries count anew. */
  attempts?: 0
}

/** Writes how a locked delivery stands now; the try that ran is over. */
export async function changeDelivery(tx: Db, id: string, change: DeliveryChange): Promise<void> {
  const { state, externalId, error, nextTryAt, sentAt, attempts } = change
  await tx
    .updateTable('deliveries')
    .set({
      state,
      attempt_at: null,
      claimed_by: null,
      next_try_at: momentOrNull(state === 'queued' ? (nextTryAt ?? null) : null),
      ...(externalId !== undefined && { external_id: externalId }),
      ...(error !== undefined && { error_code: error?.code ?? null, error_words: error?.words ?? null }),
      ...(sentAt !== undefined && { sent_at: moment(sentAt) }),
      ...(attempts !== undefined && { attempts }),
    })
    .where('id', '=', id)
    .execute()
}

/** All deliveries of a ticket, in the order of writing: for the export. */
export function deliveriesOf(db: Db, ticketId: string): Promise<DeliveryRecord[]> {
  return db.selectFrom('deliveries').selectAll().where('ticket_id', '=', ticketId).orderBy('n').execute()
}

/** Did the last mail to this address, by whomever it was read, not arrive? */
export async function lastMailLost(db: Db, address: string): Promise<boolean> {
  const last = await db
    .selectFrom('deliveries')
    .select('state')
    .where('channel', '=', 'email')
    .where('to_value', '=', address)
    .where('state', '<>', 'queued')
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.state === 'failed'
}
