import { type Kysely, sql } from 'kysely'

/** S-4: which agent wrote the words that a row shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tickets add preview_by uuid references members`.execute(db)
  await sql`
    update tickets set preview_by = wrote.author_id
    from (select distinct on (ticket_id) ticket_id, author_id from messages
      where author_kind = 'agent' order by ticket_id, at desc, id desc) as wrote
    where wrote.ticket_id = tickets.id and tickets.preview_from = 'agent'`.execute(db)
}
