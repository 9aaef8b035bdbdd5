import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** Reads that may take so long and no longer: PostgreSQL itself ends them, whoever asked. */
export function withinTime<T>(db: Db, ms: number, read: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await limitTime(tx, ms)
    return read(tx)
  })
}

/** From now on no statement of this transaction may take longer. */
export async function limitTime(tx: Db, ms: number): Promise<void> {
  await sql`set local statement_timeout = ${sql.lit(ms)}`.execute(tx)
}

/** PostgreSQL ended a statement because it took longer than it may. */
export function ranOutOfTime(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '57014'
}
