import type { Post } from '../channels/post-webhook.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { HookBody, HookResult } from '../protocol/webhooks.ts'
import { findWebhook } from '../store/webhooks.ts'
import { letter } from './deliver-hooks.ts'
import type { Desk } from './desk.ts'

/** D-9: sends a test event, whether the webhook is on or not. What was heard changes nothing. */
export async function testHook(
  desk: Desk,
  id: string,
  send: (post: Post) => Promise<HookResult>,
): Promise<HookResult | { refused: ErrorCode }> {
  const hook = await findWebhook(desk.db, id)
  if (hook === undefined) return { refused: 'not_found' }
  const secret = desk.secrets.unseal(hook.secret)
  if (secret === null) return { status: null, trouble: 'secret_lost', tookMs: 0 }
  const body: HookBody = { id: desk.secrets.newId(), event: 'test', at: new Date(desk.clock.now()).toISOString() }
  return send({ url: hook.url, secret, ...letter(desk, body.id, body.event, body) })
}
