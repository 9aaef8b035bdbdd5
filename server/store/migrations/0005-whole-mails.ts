import { type Kysely, sql } from 'kysely'

/**
 * A message's text is what its writer wrote now; the mail keeps all of its text (`whole`), with what it quotes, and, of
 * ours, the transcript it carried. `from`: the address it was written from, for a name tells nothing (S13).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table mails rename column fresh to whole`).execute(db)
  await sql.raw(`alter table mails add "from" text not null default ''`).execute(db)
}
