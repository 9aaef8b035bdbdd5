import { type Kysely, sql } from 'kysely'

/** M-4: what a blocked sender wrote is attributed to nothing (S-9), so the message itself has to say that it is such. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table messages add unheard boolean not null default false`).execute(db)
  await sql
    .raw(`create index messages_inbound on messages (author_id, channel, at) where author_kind = 'customer'`)
    .execute(db)
}
