import { type Kysely, sql } from 'kysely'

/** When a provider is next asked what became of a message whose answer was lost. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table deliveries add ask_at timestamptz`,
  `create index deliveries_unknown on deliveries (sent_at) where state = 'unknown' and external_id is null`,
]
