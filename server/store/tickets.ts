import type { Selectable } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import type { KnownAs } from './identities.ts'
import type { Database } from './tables.ts'
import { moment, momentOrNull } from './moment.ts'

/** A ticket's row; moments in epoch milliseconds. */
export type TicketRecord = Selectable<Database['tickets']>

/** The columns a use case may change on a ticket it has locked. */
export type TicketChange = Partial<
  Omit<TicketRecord, 'id' | 'number' | 'channel' | 'customer_id' | 'thread_key' | 'created_at'>
>

/** The ticket, locked until the transaction ends. */
export function lockTicket(tx: Db, id: string): Promise<TicketRecord | undefined> {
  return tx.selectFrom('tickets').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The live ticket of a thread, locked; a close that commits while we wait leaves none. */
export function lockLiveTicket(tx: Db, channel: ChannelName, threadKey: string): Promise<TicketRecord | undefined> {
  return tx
    .selectFrom('tickets')
    .selectAll()
    .where('channel', '=', channel)
    .where('thread_key', '=', threadKey)
    .where('status', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst()
}

/** The newest closed ticket of a thread, locked. */
export function lockNewestClosed(tx: Db, channel: ChannelName, threadKey: string): Promise<TicketRecord | undefined> {
  return closedOf(tx, channel, threadKey).forUpdate().executeTakeFirst()
}

/** The newest closed ticket of a thread. */
export function newestClosedOf(db: Db, channel: ChannelName, threadKey: string): Promise<TicketRecord | undefined> {
  return closedOf(db, channel, threadKey).executeTakeFirst()
}

/** Newest first; of those made at the same moment the one made later. */
function closedOf(db: Db, channel: ChannelName, threadKey: string) {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('channel', '=', channel)
    .where('thread_key', '=', threadKey)
    .where('status', '=', 'closed')
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
}

export function findTicket(db: Db, id: string): Promise<TicketRecord | undefined> {
  return db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findLiveTicket(db: Db, channel: ChannelName, threadKey: string): Promise<TicketRecord | undefined> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('channel', '=', channel)
    .where('thread_key', '=', threadKey)
    .where('status', '<>', 'closed')
    .executeTakeFirst()
}

/** Every live ticket of a customer, locked, in a fixed order. */
export function lockLiveTicketsOf(tx: Db, customerId: string): Promise<TicketRecord[]> {
  return tx
    .selectFrom('tickets')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('status', '<>', 'closed')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Has whoever was answered by one of the old names answered by the new one. The caller has locked the customer. */
export async function redirectTickets(
  tx: Db,
  customerId: string,
  was: readonly KnownAs[],
  now: KnownAs,
): Promise<void> {
  for (const { kind, value } of was) {
    await tx
      .updateTable('tickets')
      .set({ to_kind: now.kind, to_value: now.value })
      .where('customer_id', '=', customerId)
      .where('to_kind', '=', kind)
      .where('to_value', '=', value)
      // An SMS still goes to the number it came from.
      .where('channel', '<>', 'sms')
      .execute()
  }
}

export function createTicket(
  tx: Db,
  ticket: {
    id: string
    channel: ChannelName
    customerId: string
    threadKey: string
    status: 'open' | 'closed'
    unread: boolean
    subject: string | null
    /** The ticket it is linked with (T-2, R-7). */
    followsId: string | null
    at: number
  },
): Promise<TicketRecord> {
  const at = moment(ticket.at)
  return tx
    .insertInto('tickets')
    .values({
      id: ticket.id,
      channel: ticket.channel,
      customer_id: ticket.customerId,
      thread_key: ticket.threadKey,
      status: ticket.status,
      unread: ticket.unread,
      subject: ticket.subject,
      follows_id: ticket.followsId,
      created_at: at,
      last_message_at: at,
      closed_at: ticket.status === 'closed' ? at : null,
      seq: 0,
      customer_seq: 0,
      customer_seen: 0,
      agent_seen: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Writes what changed on a locked ticket and returns its new state. */
export async function changeTicket(tx: Db, ticket: TicketRecord, change: TicketChange): Promise<TicketRecord> {
  const {
    snoozed_until,
    last_message_at,
    closed_at,
    last_customer_at,
    last_agent_at,
    last_outside_at,
    last_automatic_at,
    waiting_since,
    followed_up_at,
    close_warned_at,
    ...plain
  } = change
  await tx
    .updateTable('tickets')
    .set({
      ...plain,
      ...(snoozed_until !== undefined && { snoozed_until: momentOrNull(snoozed_until) }),
      ...(last_message_at !== undefined && { last_message_at: moment(last_message_at) }),
      ...(closed_at !== undefined && { closed_at: momentOrNull(closed_at) }),
      ...(last_customer_at !== undefined && { last_customer_at: momentOrNull(last_customer_at) }),
      ...(last_agent_at !== undefined && { last_agent_at: momentOrNull(last_agent_at) }),
      ...(last_outside_at !== undefined && { last_outside_at: momentOrNull(last_outside_at) }),
      ...(waiting_since !== undefined && { waiting_since: momentOrNull(waiting_since) }),
      ...(followed_up_at !== undefined && { followed_up_at: momentOrNull(followed_up_at) }),
      ...(close_warned_at !== undefined && { close_warned_at: momentOrNull(close_warned_at) }),
      ...(last_automatic_at !== undefined && { last_automatic_at: momentOrNull(last_automatic_at) }),
    })
    .where('id', '=', ticket.id)
    .execute()
  return { ...ticket, ...change }
}

/** The newest ticket of a customer, locked. */
export function newestTicketOf(tx: Db, customerId: string): Promise<TicketRecord | undefined> {
  return tx
    .selectFrom('tickets')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** When a customer last got an automatic answer on a channel, in whichever ticket; null: never. */
export async function lastAnswerTo(db: Db, customerId: string, channel: ChannelName): Promise<number | null> {
  const row = await db
    .selectFrom('tickets')
    .select('last_automatic_at as at')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('last_automatic_at', 'is not', null)
    .orderBy('last_automatic_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Of how many mail tickets the last automatic answer came since then; counted up to `most`. */
export async function mailsAnsweredSince(db: Db, since: number, most: number): Promise<number> {
  const { n } = await db
    .selectFrom((q) =>
      q
        .selectFrom('tickets')
        .select('id')
        .where('channel', '=', 'email')
        .where('last_automatic_at', '>', moment(since))
        .limit(most)
        .as('answered'),
    )
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** A customer's tickets of all channels, newest first: as many as anybody looks at. */
export function ticketsOf(db: Db, customerId: string): Promise<TicketRecord[]> {
  return db
    .selectFrom('tickets')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()
}
