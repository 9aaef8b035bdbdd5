import { type Kysely, sql } from 'kysely'

/** D-1: what the team knows of a customer and nobody else says, in their own words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table customers add about text not null default ''`.execute(db)
}
