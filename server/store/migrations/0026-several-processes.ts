import { type Kysely, sql } from 'kysely'

/** What one process tells the others and PostgreSQL's notifications are too short for: kept for a minute. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table told (id uuid primary key, text text not null, at timestamptz not null default now())`.execute(
    db,
  )
}
