import type { Post } from '../channels/post-webhook.ts'
import type { HookResult } from '../protocol/webhooks.ts'
import {
  claimHookDelivery,
  endWaiting,
  freeHookDeliveries,
  type HookDeliveryRecord,
  hookTried,
} from '../store/webhook-deliveries.ts'
import { changeWebhook, dropWebhook, findWebhook, lockWebhook } from '../store/webhooks.ts'
import { afterTry } from '../tickets/webhooks.ts'
import { type Desk, work } from './desk.ts'
import { hookBody } from './hook-body.ts'
import { onceMoreOnTwin } from './twin.ts'

export type Errand = { delivery: HookDeliveryRecord; post: Post }

/** What one program gets at a time. */
const mostAtOnce = 2

/** Which delivery it is, in words that a process keeps. */
export const keyOf = ({ webhook_id, event_id }: HookDeliveryRecord) => `${webhook_id} ${event_id}`

/** Takes the next one that is due, for one try by this process. Null: nothing is due. */
export async function claimNextHook(desk: Desk): Promise<Errand | null> {
  for (;;) {
    const delivery = await claimHookDelivery(desk.db, desk.processId, desk.clock.now(), mostAtOnce)
    if (delivery === undefined) return null
    const post = await postOf(desk, delivery)
    if (post !== null) return { delivery, post }
  }
}

/** Null: it is not sent, and that is written down. */
async function postOf(desk: Desk, delivery: HookDeliveryRecord): Promise<Post | null> {
  const hook = await findWebhook(desk.db, delivery.webhook_id)
  if (hook === undefined) {
    await dropWebhook(desk.db, delivery.webhook_id)
    return null
  }
  const body = hook.off === null ? await hookBody(desk, delivery, hook.with_text) : null
  const secret = desk.secrets.unseal(hook.secret)
  if (body === null || secret === null) {
    const trouble = body === null ? null : ('secret_lost' as const)
    await hookDelivered(desk, delivery, { status: null, trouble, tookMs: 0 }, body === null)
    return null
  }
  return { url: hook.url, secret, ...letter(desk, body.id, body.event, body) }
}

/** The body in the words that are signed, at this moment. */
export function letter(desk: Desk, id: string, event: string, body: object) {
  return { id, event, body: JSON.stringify(body), seconds: Math.floor(desk.realClock.now() / 1_000) }
}

/**
 * Writes down what was heard of a try, and what follows for the webhook. A try whose outcome was lost goes again: it is
 * told at least once, and by its id the program knows it. `never`: there is nothing to tell any more.
 */
export function hookDelivered(
  desk: Desk,
  delivery: HookDeliveryRecord,
  heard: HookResult,
  never = false,
): Promise<void> {
  return onceMoreOnTwin(() =>
    work(desk, async (w) => {
      const hook = await lockWebhook(w.tx, delivery.webhook_id)
      if (hook === undefined) return
      const { attempts } = delivery
      const after = afterTry(heard, { attempts, failingSince: hook.failing_since, now: w.now })
      const sent = after.delivery === 'sent'
      const again = typeof after.delivery === 'number' && hook.off === null && after.off === null && !never
      const next = again && typeof after.delivery === 'number' ? after.delivery : null
      const state = sent ? 'sent' : again ? 'queued' : 'failed'
      await hookTried(w.tx, delivery, heard, { state, at: w.now, next })
      if (never || hook.off !== null) return
      await changeWebhook(w.tx, hook.id, { failing_since: after.failingSince, off: after.off })
      if (after.off === null) return
      await endWaiting(w.tx, hook.id, w.now)
      desk.log.warn({ where: 'webhook', webhook: hook.id, off: after.off }, 'a webhook was switched off')
    }),
  )
}

/** Tries that were cut off go again. `trying`: those that this process makes now. */
export function freeCutOffHooks(desk: Desk, trying: readonly string[]): Promise<void> {
  return freeHookDeliveries(desk.db, desk.processId, trying)
}
