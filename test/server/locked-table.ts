import { sql } from 'kysely'
import type { Installation } from './installation.ts'

/** `rows`: nobody changes the table until what is returned is called; `all`: nobody reads it either. */
export async function lockTable({ db }: Installation, table: string, keeps: 'rows' | 'all') {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let locked = () => {}
  const isLocked = new Promise<void>((resolve) => (locked = resolve))
  const ended = db.transaction().execute(async (tx) => {
    const mode = sql.raw(keeps === 'all' ? 'access exclusive' : 'exclusive')
    await sql`lock table ${sql.table(table)} in ${mode} mode`.execute(tx)
    locked()
    await held
  })
  await isLocked
  return async () => {
    release()
    await ended
  }
}
