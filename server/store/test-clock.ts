import type { Db } from './connect.ts'

/** How far the shared test clock runs ahead of real time, in milliseconds. */
export async function readAhead(db: Db): Promise<number> {
  const row = await db.selectFrom('test_clock').select('ahead_ms').executeTakeFirst()
  return row?.ahead_ms ?? 0
}

export async function writeAhead(db: Db, ms: number): Promise<void> {
  await db
    .insertInto('test_clock')
    .values({ ahead_ms: ms })
    .onConflict((conflict) => conflict.column('one').doUpdateSet({ ahead_ms: ms }))
    .execute()
}
