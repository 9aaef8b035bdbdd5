import { type Kysely, sql } from 'kysely'

/**
 * D-10: customers are asked how it was, once a ticket; `score` 1 to 5 and `comment` are there once they have said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table satisfaction (
    ticket_id uuid primary key references tickets (id),
    customer_id uuid not null references customers (id),
    asked_at timestamptz not null,
    answered_at timestamptz,
    score smallint check (score between 1 and 5),
    comment text not null default '',
    check ((answered_at is null) = (score is null))
  )`.execute(db)
  // Who was asked lately, and reports over a period.
  await sql`create index satisfaction_of_customer on satisfaction (customer_id, asked_at)`.execute(db)
  await sql`create index satisfaction_answered on satisfaction (answered_at) where answered_at is not null`.execute(db)
  await sql`alter table events drop constraint events_type_check`.execute(db)
  await sql`alter table events add constraint events_type_check check (type in ('message', 'status', 'seen', 'assigned',
    'blocked', 'delivery', 'keyword', 'clicked', 'file', 'note', 'tags', 'priority', 'spam', 'satisfaction'))`.execute(
    db,
  )
}
