import { type Kysely, sql } from 'kysely'

/**
 * What "Check my shop" knows of an origin's pages: when the hub was loaded there, and what became of the last tokens.
 * Moments and reasons, nothing of anybody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table storefront_sightings (
    origin text primary key,
    loaded_at timestamptz,
    accepted_at timestamptz,
    refused_at timestamptz,
    refused_why text,
    refused_seconds int,
    check ((refused_at is null) = (refused_why is null))
  )`.execute(db)
}
