import { type Kysely, sql } from 'kysely'

/**
 * the mail address that a shopper whose shop knows none wrote in the chat. Nobody has vouched for it: it is where
 * answers may go, and never who somebody is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table customers add left_email text`).execute(db)
}
