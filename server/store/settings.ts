import { type Settings, settings as schema, type StoredSettings } from '../protocol/settings.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** The settings, or null before the first save. */
export async function readSettings(db: Db): Promise<StoredSettings | null> {
  const row = await db.selectFrom('settings').select(['version', 'body']).executeTakeFirst()
  return row === undefined ? null : { version: row.version, settings: schema.parse(row.body) }
}

export async function readSettingsVersion(db: Db): Promise<number | null> {
  const row = await db.selectFrom('settings').select('version').executeTakeFirst()
  return row?.version ?? null
}

/** Saves over `version`; false when somebody saved in between. */
export async function writeSettings(tx: Db, version: number, settings: Settings, at: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('settings')
    .set({ version: version + 1, body: JSON.stringify(settings), updated_at: moment(at) })
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The very first settings; a second caller changes nothing. */
export async function createSettings(tx: Db, settings: Settings, at: number): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ version: 1, body: JSON.stringify(settings), updated_at: moment(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
