import { type Kysely, sql } from 'kysely'

/** What providers said of our messages before we knew them by the provider's id, and why a file is not here (M-5). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // A report on a message whose try has not been answered yet.
  `create table early_reports (
    provider text not null check (provider in ('mail', 'twilio', 'meta')),
    external_id text not null,
    state text not null check (state in ('sent', 'failed', 'delivered', 'read')),
    error_code text,
    error_words text,
    at timestamptz not null,
    primary key (provider, external_id, state)
  )`,
  // Everything that left for a person before up_to was delivered, or read.
  `create table watermarks (
    channel text not null,
    person text not null,
    state text not null check (state in ('delivered', 'read')),
    up_to timestamptz not null,
    primary key (channel, person, state)
  )`,
  `create index deliveries_unanswered on deliveries (channel)
    where external_id is null and state in ('queued', 'unknown')`,
  `alter table events drop constraint events_type_check`,
  `alter table events add constraint events_type_check check
    (type in ('message', 'status', 'seen', 'assigned', 'blocked', 'delivery', 'keyword', 'clicked', 'file'))`,
  // Only beside the state lost; those that were lost before this was asked say no more than that.
  `alter table attachments add lost_why text check (lost_why is null or state = 'lost')`,
  // What a message without words was, for the rows of lists.
  `alter table tickets add preview_kind text`,
]
