import { sql } from 'kysely'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

export type HookProvider = 'twilio' | 'meta'

/** What a provider brought, verified, and could not be taken in. Times in epoch milliseconds. */
export type FailedHook = {
  id: string
  provider: HookProvider
  url: string
  body: Buffer
  tries: number
  receivedAt: number
}

/** Keeps it, once however often it is brought. `senders`: whose later ones wait for it. */
export async function keepFailedHook(
  tx: Db,
  hook: Omit<FailedHook, 'tries'> & { error: string; nextTryAt: number; senders: readonly string[] },
): Promise<void> {
  const { id, provider, url, body, error } = hook
  await tx
    .insertInto('failed_hooks')
    .values({
      id,
      provider,
      url,
      body,
      error,
      senders: [...hook.senders],
      received_at: moment(hook.receivedAt),
      next_try_at: moment(hook.nextTryAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Waits something of one of them to be taken in, or is it being taken in just now? */
export async function waitsFor(db: Db, senders: readonly string[]): Promise<boolean> {
  const found = await db
    .selectFrom('failed_hooks')
    .select('id')
    .where(sql<boolean>`senders && ${[...senders]}::text[]`)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Claims the next one that is due and waits for no other one, for one try. Until `again` nobody else gets it. */
export async function claimFailedHook(db: Db, now: number, again: number): Promise<FailedHook | undefined> {
  const { rows } = await sql<FailedHook>`
    update failed_hooks set tries = tries + 1, next_try_at = ${moment(again)}
    where id = (
      select id from failed_hooks hook where next_try_at <= ${moment(now)} and not exists (
        select 1 from failed_hooks before where before.n < hook.n and before.senders && hook.senders
      )
      order by n limit 1 for update skip locked
    )
    returning id, provider, url, body, tries, received_at as "receivedAt"`.execute(db)
  return rows[0]
}

export async function dropFailedHook(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('failed_hooks').where('id', '=', id).execute()
}

/** `passed`: nobody waits for it any longer. */
export async function postponeFailedHook(
  tx: Db,
  id: string,
  { at, error, passed }: { at: number; error: string; passed: boolean },
): Promise<void> {
  await tx
    .updateTable('failed_hooks')
    .set({ next_try_at: moment(at), error, ...(passed && { senders: [] }) })
    .where('id', '=', id)
    .execute()
}

/** All of them are due now. */
export async function hurryFailedHooks(db: Db, now: number): Promise<void> {
  await db
    .updateTable('failed_hooks')
    .set({ next_try_at: moment(now) })
    .execute()
}

export async function countFailedHooks(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('failed_hooks')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}
