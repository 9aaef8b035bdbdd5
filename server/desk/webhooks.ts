import type { ErrorCode } from '../protocol/errors.ts'
import { hookTroubles, mostWebhooks } from '../protocol/hook-events.ts'
import type { ChangedWebhook, HookDelivery, NewWebhook, Webhook } from '../protocol/webhooks.ts'
import { writeAudit } from '../store/members.ts'
import { endWaiting, lastHookDeliveries } from '../store/webhook-deliveries.ts'
import * as store from '../store/webhooks.ts'
import { mayBeTold } from '../tickets/webhooks.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'

type Done = { done: true } | { refused: ErrorCode }
type Secret = { id: string; secret: string } | { refused: ErrorCode }

/** Deliveries that are shown of one webhook. */
const shown = 20

/** D-9, D-7: for owner and admin; the door has asked. Nobody reads a secret again. */
export async function listWebhooks(desk: Desk): Promise<Webhook[]> {
  const found = await store.listWebhooks(desk.db)
  return found.map(({ with_text: withText, failing_since: failingSince, ...hook }) => {
    const { id, url, events, channels, off } = hook
    return { id, url, events, channels, off, withText, failingSince }
  })
}

export function addWebhook(desk: Desk, by: Actor, hook: NewWebhook, local: boolean): Promise<Secret> {
  return work(desk, async (w): Promise<Secret> => {
    if (!mayBeTold(hook.url, local)) return { refused: 'bad_address' }
    const [id, secret] = [desk.secrets.newId(), newSecret(desk)]
    const { url, events, channels, withText: with_text } = hook
    const row = { id, url, events, channels, with_text, secret: desk.secrets.seal(secret), at: w.now }
    if (!(await store.addWebhook(w.tx, row, mostWebhooks))) return { refused: 'too_many' }
    await audit(w, by, 'webhook.create', id, hook)
    return { id, secret }
  })
}

/** What is left out stays. Switched on again, it is told of what happens from then on. */
export function changeWebhook(
  desk: Desk,
  by: Actor,
  id: string,
  change: ChangedWebhook,
  local: boolean,
): Promise<Done> {
  return work(desk, async (w): Promise<Done> => {
    const { on, url, withText, events, channels } = change
    if (url !== undefined && !mayBeTold(url, local)) return { refused: 'bad_address' }
    if ((await store.lockWebhook(w.tx, id)) === undefined) return { refused: 'not_found' }
    await store.changeWebhook(w.tx, id, {
      ...(url !== undefined && { url }),
      ...(events && { events }),
      ...(channels && { channels }),
      ...(withText !== undefined && { with_text: withText }),
      ...(on === true && { off: null, failing_since: null }),
      ...(on === false && { off: 'by_hand' }),
    })
    if (on === false) await endWaiting(w.tx, id, w.now)
    await audit(w, by, 'webhook.change', id, change)
    return { done: true }
  })
}

export function renewSecret(desk: Desk, by: Actor, id: string): Promise<Secret> {
  return work(desk, async (w): Promise<Secret> => {
    if ((await store.lockWebhook(w.tx, id)) === undefined) return { refused: 'not_found' }
    const secret = newSecret(desk)
    await store.changeWebhook(w.tx, id, { secret: desk.secrets.seal(secret) })
    await audit(w, by, 'webhook.secret', id, {})
    return { id, secret }
  })
}

export function deleteWebhook(desk: Desk, by: Actor, id: string): Promise<Done> {
  return work(desk, async (w): Promise<Done> => {
    if (!(await store.dropWebhook(w.tx, id))) return { refused: 'not_found' }
    await audit(w, by, 'webhook.delete', id, {})
    return { done: true }
  })
}

export async function readHookDeliveries(
  desk: Desk,
  id: string,
): Promise<{ deliveries: HookDelivery[] } | { refused: ErrorCode }> {
  if ((await store.findWebhook(desk.db, id)) === undefined) return { refused: 'not_found' }
  const found = await lastHookDeliveries(desk.db, id, shown)
  return {
    deliveries: found.map(({ event_id, event, number, at, state, attempts, ...tried }) => ({
      id: event_id,
      event,
      number,
      at,
      state,
      attempts,
      tried: tried.tried_at,
      next: state === 'queued' ? tried.next_try_at : null,
      status: tried.http_status,
      trouble: hookTroubles.find((one) => one === tried.trouble) ?? null,
      tookMs: tried.took_ms,
    })),
  }
}

const newSecret = (desk: Desk) => `whsec_${desk.secrets.newToken()}`

/** P-7. An address may hold a secret in its path: the log learns whose it is. */
async function audit(w: Work, by: Actor, action: string, subject: string, { url, ...said }: Partial<ChangedWebhook>) {
  const detail = { ...said, ...(url !== undefined && { origin: new URL(url).origin }) }
  await writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
}
