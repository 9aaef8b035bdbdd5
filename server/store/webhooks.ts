import { type Selectable, sql } from 'kysely'
import type { Db } from './connect.ts'
import { moment, momentOrNull } from './moment.ts'
import type { WebhookTables } from './webhook-tables.ts'

export type WebhookRecord = Selectable<WebhookTables['webhooks']>
type Kept = Pick<WebhookRecord, 'url' | 'events' | 'channels' | 'with_text'>

/** All webhooks, in the order in which they were added. */
export function listWebhooks(db: Db): Promise<WebhookRecord[]> {
  return db.selectFrom('webhooks').selectAll().orderBy('created_at').orderBy('id').execute()
}

export function findWebhook(db: Db, id: string): Promise<WebhookRecord | undefined> {
  return db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
}

export function lockWebhook(tx: Db, id: string): Promise<WebhookRecord | undefined> {
  return tx.selectFrom('webhooks').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** False: there are as many as there may be. Two who add at one moment wait for each other. */
export async function addWebhook(
  tx: Db,
  { at, ...hook }: Kept & { id: string; secret: Buffer; at: number },
  most: number,
): Promise<boolean> {
  // Whoever only looks does not wait.
  await sql`lock table webhooks in share row exclusive mode`.execute(tx)
  if ((await listWebhooks(tx)).length >= most) return false
  await tx
    .insertInto('webhooks')
    .values({ ...hook, created_at: moment(at), off: null, failing_since: null })
    .execute()
  return true
}

export async function changeWebhook(
  tx: Db,
  id: string,
  { failing_since, ...change }: Partial<Kept & Pick<WebhookRecord, 'secret' | 'off' | 'failing_since'>>,
): Promise<void> {
  const since = failing_since === undefined ? {} : { failing_since: momentOrNull(failing_since) }
  if (Object.keys({ ...change, ...since }).length === 0) return
  await tx
    .updateTable('webhooks')
    .set({ ...change, ...since })
    .where('id', '=', id)
    .execute()
}

/** Forgets it, with what waits for it and what is known of what it got. */
export async function dropWebhook(tx: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst()
  await tx.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute()
  return numDeletedRows > 0n
}
