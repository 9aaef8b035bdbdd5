import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** All credentials, sealed. */
export function readSecrets(db: Db): Promise<{ name: string; sealed: Buffer }[]> {
  return db.selectFrom('channel_secrets').select(['name', 'sealed']).execute()
}

export async function writeSecret(tx: Db, name: string, sealed: Buffer, at: number): Promise<void> {
  const changed_at = moment(at)
  await tx
    .insertInto('channel_secrets')
    .values({ name, sealed, changed_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ sealed, changed_at }))
    .execute()
}

export async function dropSecret(tx: Db, name: string): Promise<void> {
  await tx.deleteFrom('channel_secrets').where('name', '=', name).execute()
}
