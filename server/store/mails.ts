import { type Insertable, type Selectable, sql } from 'kysely'
import { filesAsJson } from './attachments.ts'
import type { Db } from './connect.ts'
import type { Database } from './tables.ts'

/** What only mail has, beside its message. */
export type MailRecord = Selectable<Database['mails']>
export type MailThread = Selectable<Database['mail_threads']>

export function findThread(db: Db, id: string): Promise<MailThread | undefined> {
  return db.selectFrom('mail_threads').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The threads that lead to these tickets, locked. */
export function lockThreadsOf(tx: Db, tickets: readonly string[]): Promise<MailThread[]> {
  return tx.selectFrom('mail_threads').selectAll().where('ticket_id', 'in', tickets).orderBy('id').forUpdate().execute()
}

/** Who wrote these mails, by their addresses. */
export async function sendersOf(db: Db, messageIds: readonly string[]): Promise<string[]> {
  if (messageIds.length === 0) return []
  const rows = await db.selectFrom('mails').select('from').distinct().where('message_id', 'in', messageIds).execute()
  return rows.map(({ from }) => from)
}

/** Writes which ticket a thread leads to now, and who takes part in it; the ticket is locked by the caller. */
export async function saveThread(tx: Db, { id, ticket_id, participants }: MailThread): Promise<void> {
  await tx
    .insertInto('mail_threads')
    .values({ id, ticket_id, participants })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ticket_id, participants }))
    .execute()
}

export async function addMail(tx: Db, mail: Insertable<Database['mails']>): Promise<void> {
  await tx.insertInto('mails').values(mail).execute()
}

export function findMail(db: Db, messageId: string): Promise<MailRecord | undefined> {
  return db.selectFrom('mails').selectAll().where('message_id', '=', messageId).executeTakeFirst()
}

/** The threads of our own mails, by message. */
export async function threadsOfMessages(db: Db, messageIds: readonly string[]): Promise<Map<string, string>> {
  if (messageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('mails')
    .select(['message_id', 'thread_id'])
    .where('message_id', 'in', messageIds)
    .execute()
  return new Map(rows.map((row) => [row.message_id, row.thread_id]))
}

/** The threads of mails by their Message-ID: of several that call themselves the same, the one that came first. */
export async function threadsOfMails(db: Db, mailIds: readonly string[]): Promise<Map<string, string>> {
  if (mailIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('mails')
    .innerJoin('messages', 'messages.id', 'mails.message_id')
    .select(['mails.mail_id', 'mails.thread_id'])
    .where('mails.mail_id', 'in', mailIds)
    .orderBy('messages.at', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.mail_id, row.thread_id]))
}

/** Has this very mail come into the thread already, by another of our mailboxes? */
export async function holdsMail(db: Db, threadId: string, mailId: string): Promise<boolean> {
  const found = await db
    .selectFrom('mails')
    .select('message_id')
    .where('mail_id', '=', mailId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return found !== undefined
}

/** What an answer in this ticket answers: the last mail that came in, else the last one of ours. */
export function lastMailOf(db: Db, ticketId: string): Promise<MailRecord | undefined> {
  return db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .innerJoin('mails', 'mails.message_id', 'messages.id')
    .selectAll('mails')
    .where('events.ticket_id', '=', ticketId)
    .orderBy(sql`messages.author_kind = 'customer'`, 'desc')
    .orderBy('events.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** A campaign or flow mail that these ids name, of this customer (T-2). */
export async function campaignOf(db: Db, customerId: string, mailIds: readonly string[]): Promise<string | null> {
  if (mailIds.length === 0) return null
  const row = await db
    .selectFrom('marketing_messages')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('mail_id', 'in', mailIds)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** When the campaign or flow mail was sent that this ticket's first mail answers (T-2); null: it answers none. */
export async function answeredCampaignAt(db: Db, ticketId: string): Promise<number | null> {
  const row = await db
    .selectFrom('events')
    .innerJoin('mails', 'mails.message_id', 'events.message_id')
    .innerJoin('tickets', 'tickets.id', 'events.ticket_id')
    .innerJoin('marketing_messages', (join) =>
      join
        .onRef('marketing_messages.customer_id', '=', 'tickets.customer_id')
        .on(sql<boolean>`marketing_messages.mail_id = any (mails."references")`),
    )
    .select('marketing_messages.at')
    .where('events.ticket_id', '=', ticketId)
    .where('events.seq', '=', (first) =>
      first
        .selectFrom('events as e')
        .select(({ fn }) => fn.min('e.seq').as('seq'))
        .where('e.ticket_id', '=', ticketId)
        .where('e.type', '=', 'message'),
    )
    .orderBy('marketing_messages.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** What the shopper may see of a ticket's messages, the last `most`, oldest first: what a transcript is made of. */
export async function shownMessages(db: Db, ticketId: string, most: number) {
  const rows = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .leftJoin('mails', 'mails.message_id', 'messages.id')
    .leftJoin('members', 'members.id', 'events.member_id')
    .leftJoin('customers', 'customers.id', 'messages.author_id')
    .select([
      'messages.author_kind as from',
      'messages.channel',
      'messages.text',
      filesAsJson('messages.id').as('files'),
      'events.at',
      'mails.transcript',
      'members.name as member',
      'customers.name as customer',
    ])
    .where('events.ticket_id', '=', ticketId)
    .where('events.customer_seq', 'is not', null)
    .orderBy('events.seq', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed()
}

/** The newest closed ticket of a customer on email, whatever thread it holds: where a blocked one's mail goes (S-9). */
export function newestClosedMailTicket(tx: Db, customerId: string) {
  return tx
    .selectFrom('tickets')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('channel', '=', 'email')
    .where('status', '=', 'closed')
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** Pictures that a mail shows between its words; what is larger is a file like any other. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
const pictureBytes = 3_000_000
const mostPictures = 20

export async function picturesIn(db: Db, messageId: string): Promise<{ id: string; type: string; bytes: Buffer }[]> {
  const rows = await db
    .selectFrom('attachments')
    .select(['content_id', 'type', 'bytes'])
    .where('message_id', '=', messageId)
    .where('content_id', 'is not', null)
    .where('state', '=', 'here')
    .where('type', 'in', pictureTypes)
    .where('size', '<=', pictureBytes)
    .orderBy('position')
    .limit(mostPictures)
    .execute()
  return rows.flatMap(({ content_id: id, type, bytes }) => (id === null || bytes === null ? [] : [{ id, type, bytes }]))
}
