import { type RawBuilder, sql } from 'kysely'
import type { ListScope } from '../protocol/list-filter.ts'
import type { Db } from './connect.ts'
import { type Position, ticketsIn } from './list-page.ts'
import { moment } from './moment.ts'

/** A message or a note that holds the words; `seq` is its number in the thread. */
export type Hit = { ticketId: string; entry: string; at: number; text: string; seq: number }

/** Every ticket of a list in which the words stand, whoever said them. */
export function ticketsThatSay(db: Db, table: Table, words: readonly string[]) {
  return db
    .selectFrom(table)
    .select(`${table}.ticket_id as id`)
    .where(sql<boolean>`${vector(table)} @@ (${query(words)})`)
}

type Table = 'messages' | 'notes'
type Search = { of: ListScope; me: string; words: readonly string[]; after: Position | null }

/** More hits than this are common words: they are met by walking back in time, the others by looking them up. */
const common = 20_000
/** How far one look walks. */
const walk = 5_000
/** Hits one look brings; several may be of one ticket. */
const most = 200

/** The indexed expression of migration 0018. */
const vector = (table: Table) => sql.raw(`to_tsvector('hub', left(${table}.text, 100000))`)

/** Every word has to be there; the last one may be the beginning of one. As data: nothing in it is an operator. */
function query(words: readonly string[]): RawBuilder<unknown> {
  const last = words.at(-1) ?? ''
  const quoted = `'${last.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`
  const before = words.slice(0, -1).map((word) => sql`plainto_tsquery('hub', ${word})`)
  return sql.join([...before, sql`to_tsquery('hub', ${quoted})`], sql` && `)
}

/** Are the words so common in that table that looking all of them up would take long? */
export async function isCommon(db: Db, table: Table, words: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from ${sql.table(table)} where ${vector(table)} @@ (${query(words)}) limit ${common + 1}
    ) as few`.execute(db)
  return (rows[0]?.n ?? 0) > common
}

/** Newest hits first. `upTo`: everything newer than this has been looked at; null: everything at all. */
export type Looked = { hits: Hit[]; upTo: Position | null }

const before = (after: Position | null, table: Table) =>
  after === null
    ? sql`true`
    : sql`(${sql.table(table)}.at, ${sql.table(table)}.id) < (${moment(after.at)}, ${after.id}::uuid)`

/** Looks rare words up in their index. */
export async function lookUp(db: Db, table: Table, { of, me, words, after }: Search): Promise<Looked> {
  const { rows } = await sql<Found>`
    with hits as materialized (
      select id, ticket_id, at from ${sql.table(table)} where ${vector(table)} @@ (${query(words)}) limit ${common + 1}
    )
    select ${sql.table(table)}.id, ${sql.table(table)}.ticket_id, ${sql.table(table)}.at from hits as ${sql.table(table)}
    where ${before(after, table)} and ticket_id in ${ticketsIn(db, of, me).select('f.id')}
    order by at desc, id desc limit ${most}`.execute(db)
  return looked(db, table, rows, null)
}

/** Walks back in time from `after` and takes along what holds the words: common ones are soon met. */
export async function walkBack(db: Db, table: Table, { of, me, words, after }: Search): Promise<Looked> {
  const { rows: ends } = await sql<{ id: string; at: number }>`
    select id, at from ${sql.table(table)} where ${before(after, table)}
    order by at desc, id desc offset ${walk - 1} limit 1`.execute(db)
  const [end = null] = ends
  const notBefore = end === null ? sql`true` : sql`(at, id) >= (${moment(end.at)}, ${end.id}::uuid)`
  // "is true" keeps the index of words out of it: it would gather every hit there ever was.
  const { rows } = await sql<Found>`
    select id, ticket_id, at from ${sql.table(table)}
    where ${before(after, table)} and ${notBefore} and (${vector(table)} @@ (${query(words)})) is true
      and ticket_id in ${ticketsIn(db, of, me).select('f.id')}
    order by at desc, id desc limit ${most}`.execute(db)
  return looked(db, table, rows, end)
}

type Found = { id: string; ticket_id: string; at: number }

/** With their words and numbers, as many as a page can show. */
async function looked(db: Db, table: Table, rows: Found[], end: Position | null): Promise<Looked> {
  const last = rows.at(-1)
  const upTo = rows.length === most && last !== undefined ? { at: last.at, id: last.id } : end
  // Only a ticket's newest hit is ever shown.
  const newest = rows.filter((row, i) => rows.findIndex((other) => other.ticket_id === row.ticket_id) === i)
  if (newest.length === 0) return { hits: [], upTo }
  const ids = newest.map((row) => row.id)
  const { rows: said } = await (table === 'messages'
    ? sql<{ id: string; text: string; seq: number }>`
        select messages.id, left(messages.text, 20000) as text, events.seq
        from messages
          join events on events.message_id = messages.id and events.ticket_id = messages.ticket_id
        where messages.id = any(${ids}::uuid[])`
    : sql<{ id: string; text: string; seq: number }>`
        select notes.id, notes.text, events.seq from notes join events
          on events.ticket_id = notes.ticket_id and events.type = 'note' and events.data->>'note' = notes.id::text
        where notes.id = any(${ids}::uuid[])`
  ).execute(db)
  const byId = new Map(said.map((one) => [one.id, one]))
  const hits = newest.flatMap(({ id, ticket_id: ticketId, at }) => {
    const one = byId.get(id)
    return one === undefined ? [] : [{ ticketId, entry: id, at, text: one.text, seq: one.seq }]
  })
  return { hits, upTo }
}
