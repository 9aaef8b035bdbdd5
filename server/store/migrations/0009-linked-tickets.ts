import { type Kysely, sql } from 'kysely'

/** T-2, T-3: the tickets that came out of one are found from it, not only the other way round. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['follows_id', 'merged_into'])
    await sql.raw(`create index tickets_by_${column} on tickets (${column}) where ${column} is not null`).execute(db)
}
