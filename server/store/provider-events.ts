import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Provider } from './tables.ts'

/** P-4: writes down that a provider told us this; false when it did so before, and nothing is to be done. */
export async function isNews(tx: Db, provider: Provider, externalId: string, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('provider_events')
    .values({ provider, external_id: externalId, at: moment(at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
