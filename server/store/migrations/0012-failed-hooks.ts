import { type Kysely, sql } from 'kysely'

/** What a provider brought and we could not take in: kept as it came, and taken in again until that works (SAFETY 2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table failed_hooks (
    id uuid primary key,
    provider text not null check (provider in ('twilio', 'meta')),
    url text not null,
    body bytea not null,
    error text not null,
    tries integer not null default 0,
    next_try_at timestamptz not null,
    received_at timestamptz not null
  )`,
  `create index failed_hooks_due on failed_hooks (next_try_at)`,
]
