import { type Kysely, sql } from 'kysely'

/**
 * T-2: a stranger's mails that were moved into the ticket they aimed at stand in two logs: a log only grows. Their
 * `ticket_id` is where they stand now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table events drop constraint events_message_id_key`.execute(db)
  await sql`create unique index events_message on events (message_id, ticket_id) where message_id is not null`.execute(
    db,
  )
  await sql`alter table events drop constraint events_type_check`.execute(db)
  await sql`alter table events add constraint events_type_check check (type in ('message', 'status', 'seen', 'assigned',
    'blocked', 'delivery', 'keyword', 'clicked', 'file', 'note', 'tags', 'priority', 'spam', 'satisfaction',
    'moved'))`.execute(db)
}
