import { sql } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import { type FileNote, filesAsJson } from './attachments.ts'
import type { Db } from './connect.ts'
import { type EntryData, entryData } from './entry-data.ts'
import { moment } from './moment.ts'
import { type NoteRecord, noteAsJson } from './notes.ts'

/** What a thread says of a mail, beside its words; the whole of it is read by itself. `more`: it says more than these. */
export type MailNote = { subject: string; html: boolean; more: boolean }

export type MessageRecord = {
  id: string
  from: 'customer' | 'agent' | 'automatic'
  authorId: string | null
  channel: ChannelName
  text: string
  /** Of a blocked sender (S-9); left out: no. */
  unheard?: boolean
  mail?: MailNote
  /** What came with it; left out: nothing. */
  files?: FileNote[]
  /** It stood in another ticket before, in whose log it stays (T-2); left out: it is new. */
  moved?: true
}

/** One entry of a ticket's log, with its message where it is one. Names are those of today. */
export type Entry = {
  ticketId: string
  seq: number
  customerSeq: number | null
  at: number
  data: EntryData
  message: MessageRecord | null
  /** Where it is one. */
  note: NoteRecord | null
  /** The member who did it. */
  memberId: string | null
  /** The member it was given to (`assigned`). */
  toMemberId: string | null
  /** Their names today; of a customer's message the customer's. */
  name: string | null
  toName: string | null
}

/** Adds entries to the log of a ticket that the caller has locked and numbered. */
export async function addEntries(tx: Db, entries: Omit<Entry, 'name' | 'toName'>[]): Promise<void> {
  const moved = entries.filter(({ message }) => message?.moved)
  for (const { ticketId, message } of moved) {
    await tx
      .updateTable('messages')
      .set({ ticket_id: ticketId })
      .where('id', '=', message?.id ?? null)
      .execute()
  }
  const messages = entries.flatMap((e) =>
    e.message === null || e.message.moved
      ? []
      : [
          {
            id: e.message.id,
            ticket_id: e.ticketId,
            author_kind: e.message.from,
            author_id: e.message.authorId,
            channel: e.message.channel,
            text: e.message.text,
            at: moment(e.at),
            unheard: e.message.unheard ?? false,
          },
        ],
  )
  if (messages.length > 0) await tx.insertInto('messages').values(messages).execute()
  await tx
    .insertInto('events')
    .values(
      entries.map((e) => ({
        ticket_id: e.ticketId,
        seq: e.seq,
        customer_seq: e.customerSeq,
        at: moment(e.at),
        type: e.data.type,
        data: JSON.stringify(e.data),
        message_id: e.message?.id ?? null,
        member_id: e.memberId,
        to_member_id: e.toMemberId,
      })),
    )
    .execute()
}

/** Where a message with this id stands already, and whose it is. */
export function findMessage(db: Db, id: string) {
  return db
    .selectFrom('messages')
    .innerJoin('events', (join) =>
      join.onRef('events.message_id', '=', 'messages.id').onRef('events.ticket_id', '=', 'messages.ticket_id'),
    )
    .select([
      'messages.ticket_id as ticketId',
      'messages.author_kind as from',
      'messages.author_id as authorId',
      'messages.text as text',
      'events.seq as seq',
      'events.customer_seq as customerSeq',
      'events.at as at',
    ])
    .where('messages.id', '=', id)
    .executeTakeFirst()
}

/** Entries after the number `after` in the reader's own count, at most `limit`. */
export function entriesAfter(db: Db, ticketId: string, reader: Reader, after: number, limit: number): Promise<Entry[]> {
  const count = countOf(reader)
  return entries(db, ticketId, reader)
    .where(count, '>', after)
    .orderBy(count, 'asc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map(toEntry))
}

/**
 * The page that ends just before the number `before` (null: the last one): at most `messages` messages with all that
 * stands between them (D-2). `earlier` says whether older messages exist.
 */
export async function pageBefore(
  db: Db,
  ticketId: string,
  reader: Reader,
  before: number | null,
  messages: number,
): Promise<{ entries: Entry[]; earlier: boolean }> {
  const count = countOf(reader)
  const starts = await db
    .selectFrom('events')
    .select(count)
    .where('ticket_id', '=', ticketId)
    .where('type', '=', 'message')
    .where(count, 'is not', null)
    .$if(before !== null, (q) => q.where(count, '<', before))
    .orderBy('seq', 'desc')
    .limit(messages + 1)
    .execute()
  const earlier = starts.length > messages
  // One message more than the page holds was asked for: the page begins right after that one.
  const from = earlier ? (starts[messages]?.[count] ?? 0) + 1 : 1
  const rows = await entries(db, ticketId, reader)
    .where(count, '>=', from)
    .$if(before !== null, (q) => q.where(count, '<', before))
    .orderBy(count, 'asc')
    .execute()
  return { entries: rows.map(toEntry), earlier }
}

/** One entry of a ticket's log, by its number. */
export async function readEntry(db: Db, ticketId: string, seq: number): Promise<Entry | undefined> {
  const row = await entries(db, ticketId, 'agent').where('seq', '=', seq).executeTakeFirst()
  return row && toEntry(row)
}

export type Reader = 'agent' | 'customer'

const countOf = (reader: Reader) => (reader === 'agent' ? ('seq' as const) : ('customer_seq' as const))

function entries(db: Db, ticketId: string, reader: Reader) {
  return db
    .selectFrom('events')
    .leftJoin('messages', 'messages.id', 'events.message_id')
    .leftJoin('mails', 'mails.message_id', 'messages.id')
    .leftJoin('members', 'members.id', 'events.member_id')
    .leftJoin('members as to_members', 'to_members.id', 'events.to_member_id')
    .leftJoin('customers', (join) =>
      join.onRef('customers.id', '=', 'messages.author_id').on('messages.author_kind', '=', 'customer'),
    )
    .select((q) => [
      q('mails.html', 'is not', null).as('html'),
      sql<boolean | null>`length(btrim(mails.whole, E' \\n\\r\\t')) > length(messages.text)`.as('more'),
      'mails.subject',
      'events.ticket_id',
      'events.seq',
      'events.customer_seq',
      'events.at',
      'events.data',
      'events.member_id',
      'events.to_member_id',
      'messages.id as message_id',
      'messages.author_kind',
      'messages.author_id',
      'messages.channel',
      'messages.text',
      filesAsJson('messages.id').as('files'),
      noteAsJson().as('note'),
      'members.name as member_name',
      'to_members.name as to_name',
      'customers.name as customer_name',
    ])
    .where('events.ticket_id', '=', ticketId)
    .$if(reader === 'customer', (q) => q.where('events.customer_seq', 'is not', null))
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number]

function toEntry(row: Row): Entry {
  const { message_id: id, author_kind: from, channel, text, subject } = row
  const mail = subject === null ? {} : { mail: { subject, html: Boolean(row.html), more: Boolean(row.more) } }
  const message =
    id === null || from === null || channel === null || text === null
      ? null
      : { id, from, authorId: row.author_id, channel, text, ...mail, ...(row.files !== null && { files: row.files }) }
  return {
    ticketId: row.ticket_id,
    seq: row.seq,
    customerSeq: row.customer_seq,
    at: row.at,
    data: entryData.parse(row.data),
    message,
    note: row.note,
    memberId: row.member_id,
    toMemberId: row.to_member_id,
    name: row.member_name ?? row.customer_name,
    toName: row.to_name,
  }
}

/** How many of the customer's messages in this ticket the customer may not see, up to a number of the log (S-9). */
export async function countHiddenMessages(db: Db, ticketId: string, upTo: number | null): Promise<number> {
  const { n } = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('events.ticket_id', '=', ticketId)
    .where('messages.author_kind', '=', 'customer')
    .where('events.customer_seq', 'is', null)
    .$if(upTo !== null, (q) => q.where('events.seq', '<=', upTo ?? 0))
    .executeTakeFirstOrThrow()
  return n
}

/** Where the customer's last message stands in both counts. */
export function lastCustomerMessage(db: Db, ticketId: string) {
  return db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select(['events.seq', 'events.customer_seq'])
    .where('events.ticket_id', '=', ticketId)
    .where('events.type', '=', 'message')
    .where('messages.author_kind', '=', 'customer')
    .orderBy('events.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The agents' number of the entry that has the number `customerSeq` in the customer's count. */
export async function agentCountOf(db: Db, ticketId: string, customerSeq: number): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select('seq')
    .where('ticket_id', '=', ticketId)
    .where('customer_seq', '=', customerSeq)
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** How many messages of the team the customer has not seen. */
export async function countUnseen(db: Db, ticketId: string, customerSeen: number): Promise<number> {
  const { n } = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('events.ticket_id', '=', ticketId)
    .where('events.customer_seq', '>', customerSeen)
    .where('messages.author_kind', '=', 'agent')
    .executeTakeFirstOrThrow()
  return n
}
