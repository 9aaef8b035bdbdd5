import { type Kysely, sql } from 'kysely'

/** links that left in a text message, under a code that nobody guesses. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table short_links (
        code text primary key,
        message_id uuid not null references messages,
        url text not null,
        clicks integer not null default 0,
        first_click_at timestamptz,
        unique (message_id, url)
      )`,
    )
    .execute(db)
  await sql.raw(`alter table events drop constraint events_type_check`).execute(db)
  await sql
    .raw(
      `alter table events add constraint events_type_check check
        (type in ('message', 'status', 'seen', 'assigned', 'blocked', 'delivery', 'keyword', 'clicked'))`,
    )
    .execute(db)
}
