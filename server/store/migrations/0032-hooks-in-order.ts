import { type Kysely, sql } from 'kysely'

/** Who wrote what is kept, and the order it came in: nobody's later message is taken in before it (P-4, SAFETY 2). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table failed_hooks add n bigint generated always as identity, add senders text[] not null default '{}'`,
  `create unique index failed_hooks_order on failed_hooks (n)`,
  `create index failed_hooks_senders on failed_hooks using gin (senders)`,
]
