import { sql } from 'kysely'
import type { Topic } from '../protocol/topics.ts'
import type { Lesson } from '../tickets/text/lesson.ts'
import type { Taught, Times } from '../tickets/text/taught.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

export type Label = 'spam' | Topic

/** Stands for how many judgements there are; no word is empty. */
const every = ''

/** What agents judged of a ticket under that label; undefined: nothing. */
export function findLesson(tx: Db, ticketId: string, label: Label): Promise<Lesson | undefined> {
  return tx
    .selectFrom('lessons')
    .select(['yes', 'before', 'words'])
    .where('ticket_id', '=', ticketId)
    .where('label', '=', label)
    .executeTakeFirst()
}

/** Writes a judgement in the place of the one before. */
export async function putLesson(
  tx: Db,
  of: { ticketId: string; label: Label; memberId: string; at: number },
  { yes, before, words }: Lesson,
): Promise<void> {
  const told = { yes, before, words, member_id: of.memberId, at: moment(of.at) }
  await tx
    .insertInto('lessons')
    .values({ ticket_id: of.ticketId, label: of.label, ...told })
    .onConflict((one) => one.columns(['ticket_id', 'label']).doUpdateSet(told))
    .execute()
}

export async function dropLesson(tx: Db, ticketId: string, label: Label): Promise<void> {
  await tx.deleteFrom('lessons').where('ticket_id', '=', ticketId).where('label', '=', label).execute()
}

/** Counts a judgement in (`by` 1) or out (`by` -1). All lock the words in one order. */
export async function countLesson(tx: Db, label: Label, { yes, words }: Lesson, by: 1 | -1): Promise<void> {
  const times = { yes: yes ? by : 0, no: yes ? 0 : by }
  await tx
    .insertInto('taught_words')
    .values([every, ...words].map((word) => ({ label, word, ...times })))
    .onConflict((one) =>
      one.columns(['label', 'word']).doUpdateSet({
        yes: sql`taught_words.yes + excluded.yes`,
        no: sql`taught_words.no + excluded.no`,
      }),
    )
    .execute()
  if (by === -1) {
    await tx.deleteFrom('taught_words').where('label', '=', label).where('yes', '=', 0).where('no', '=', 0).execute()
  }
}

/** What was taught about these words, under each of the labels. */
export async function taughtAbout(
  db: Db,
  labels: readonly Label[],
  words: readonly string[],
): Promise<Map<Label, Taught>> {
  if (labels.length === 0) return new Map()
  const rows = await db
    .selectFrom('taught_words')
    .selectAll()
    .where('label', 'in', labels)
    .where('word', '=', sql<string>`any(${sql.val([every, ...words])}::text[])`)
    .execute()
  const found = new Map<Label, { judged: Times; words: Map<string, Times> }>()
  for (const { label, word, yes, no } of rows) {
    const taught = found.get(label) ?? { judged: { yes: 0, no: 0 }, words: new Map<string, Times>() }
    if (word === every) taught.judged = { yes, no }
    else taught.words.set(word, { yes, no })
    found.set(label, taught)
  }
  return found
}

/** What the customer said in a ticket, the newest first: what a judgement of the ticket is about. */
export async function saidIn(db: Db, ticketId: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select('messages.text')
    .where('events.ticket_id', '=', ticketId)
    .where('events.type', '=', 'message')
    .where('messages.author_kind', '=', 'customer')
    .orderBy('events.seq', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ text }) => text)
}

/** S-8: why nothing of this customer is hidden. Each question has an index to go by. */
export async function trustOf(
  db: Db,
  customerId: string,
): Promise<{ answered: boolean; ordered: boolean; cleared: boolean }> {
  const { rows } = await sql<{ answered: boolean; ordered: boolean; cleared: boolean }>`
    select
      exists (select 1 from tickets where customer_id = ${customerId} and last_agent_at is not null) as answered,
      exists (select 1 from orders where customer_id = ${customerId}) as ordered,
      exists (
        select 1 from lessons join tickets on tickets.id = lessons.ticket_id
        where tickets.customer_id = ${customerId} and lessons.label = 'spam' and not lessons.yes
      ) as cleared`.execute(db)
  return rows[0] ?? { answered: false, ordered: false, cleared: false }
}
