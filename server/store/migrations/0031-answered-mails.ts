import { type Kysely, sql } from 'kysely'

/** S14: how many mails were answered automatically within an hour is asked for every mail that comes in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index tickets_answered_mails on tickets (last_automatic_at)
    where channel = 'email' and last_automatic_at is not null`.execute(db)
}
