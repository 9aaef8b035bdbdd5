import { sql } from 'kysely'
import type { ListScope } from '../protocol/list-filter.ts'
import type { Db } from './connect.ts'
import { type Position, ticketsIn } from './list-page.ts'
import { moment } from './moment.ts'

/** More customers than this have a common name: their tickets are met by walking back in time. */
const common = 1_000

/** What a LIKE would read as more than a letter is a letter. A short word has to begin one: trigrams need three. */
function pattern(word: string): string {
  const plain = word.replace(/[\\%_]/g, '\\$&')
  return [...word].length < 3 ? `% ${plain}%` : `%${plain}%`
}

const named = sql.raw('customer_words(c.name, c.email, c.left_email)')
const nameHolds = (words: readonly string[]) =>
  sql.join(
    words.map((word) => sql`${named} like folded(${pattern(word)})`),
    sql` and `,
  )

/** A telephone number however it is written; null where it is none. */
function digitsOf(words: readonly string[]): string | null {
  const digits = words.join('').replace(/[\s()+./-]/g, '')
  return /^\d{4,20}$/.test(digits) ? digits.replace(/^00?/, '') : null
}

/** Customers of that name or address; null: there are too many to name them. */
export async function customersNamed(db: Db, words: readonly string[]): Promise<string[] | null> {
  const [only, ...others] = words
  const address = digitsOf(words) ?? (others.length === 0 && only !== undefined && [...only].length > 2 ? only : null)
  const addressed =
    address === null
      ? sql``
      : sql`union select customer_id from identities i
          where i.kind <> 'shop' and folded(i.value) like folded(${pattern(address)})`
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select c.id from customers c where ${nameHolds(words)} limit ${common + 1}) ${addressed}
    ) as few limit ${common + 1}`.execute(db)
  return rows.length > common ? null : rows.map((row) => row.id)
}

type Asked = { of: ListScope; me: string; after: Position | null; limit: number }

/** The tickets of those customers, or, of too many (null), of all who have that name; the newest first. */
export async function ticketsOfNamed(
  db: Db,
  customers: readonly string[] | null,
  words: readonly string[],
  { of, me, after, limit }: Asked,
): Promise<{ id: string; at: number }[]> {
  let found = ticketsIn(db, of, me).select(['f.id', 'f.last_message_at as at'])
  if (customers === null) {
    found = found
      .innerJoin('customers as c', 'c.id', 'f.customer_id')
      .where(sql<boolean>`(${nameHolds(words)}) is true`)
  } else {
    if (customers.length === 0) return []
    found = found.where('f.customer_id', 'in', customers)
  }
  if (after !== null)
    found = found.where(sql<boolean>`(f.last_message_at, f.id) < (${moment(after.at)}, ${after.id}::uuid)`)
  return found.orderBy('f.last_message_at', 'desc').orderBy('f.id', 'desc').limit(limit).execute()
}

/** All the tickets of those customers, or, of too many (null), of all who have that name, in no order. */
export function everyTicketOfNamed(db: Db, customers: readonly string[] | null, words: readonly string[]) {
  const theirs = db.selectFrom('tickets as p').select('p.id')
  if (customers !== null) return theirs.where('p.customer_id', '=', sql<string>`any(${customers}::uuid[])`)
  return theirs.where(
    'p.customer_id',
    'in',
    db
      .selectFrom('customers as c')
      .select('c.id')
      .where(sql<boolean>`${nameHolds(words)}`),
  )
}

/** What a customer is called and reached by, for saying why they were found. */
export async function namesOf(db: Db, tickets: readonly string[]): Promise<Map<string, string[]>> {
  if (tickets.length === 0) return new Map()
  const rows = await db
    .selectFrom('tickets as t')
    .innerJoin('customers as c', 'c.id', 't.customer_id')
    .select(['t.id', 'c.name', 'c.email', 'c.left_email'])
    .select(
      sql<string[]>`array(select value from identities where customer_id = c.id and kind <> 'shop' limit 20)`.as(
        'values',
      ),
    )
    .where('t.id', 'in', tickets)
    .execute()
  return new Map(
    rows.map((row) => [row.id, [row.name, row.email, row.left_email, ...row.values].filter((one) => one !== null)]),
  )
}
