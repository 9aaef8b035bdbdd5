import { createHmac } from 'node:crypto'
import type { HookTrouble } from '../protocol/hook-events.ts'
import type { HookResult } from '../protocol/webhooks.ts'
import { isLoopback, isPublicAddress } from './address-guard.ts'
import { guardedWay } from './guarded-way.ts'
import { ask } from './provider-request.ts'

/** What is posted where. `seconds`: since 1970, by a real clock. */
export type Post = { url: string; secret: string; id: string; event: string; body: string; seconds: number }

export type PostRules = {
  /** On a developer's machine the program may be on it too; in production only public addresses are told (S11). */
  local: boolean
  timeoutMs?: number
  /** All addresses of a name. */
  resolve?: (hostname: string) => Promise<string[]>
}

/** Of an answer only its status matters. */
const maxBytes = 4_096

/** What the receiver checks: the time that is signed with the body keeps an old one from being sent again. */
export function signatureOf(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
}

/**
 * Tells a program of the shop something: one request, at public addresses looked up at this moment and used as checked,
 * to the usual port, and nowhere else if it says so (S11). Never throws.
 */
export async function postWebhook(post: Post, rules: PostRules): Promise<HookResult> {
  const { local, timeoutMs = 10_000, resolve } = rules
  const begun = performance.now()
  const took = () => Math.round(performance.now() - begun)
  const no = (trouble: HookTrouble): HookResult => ({ status: null, trouble, tookMs: took() })
  const url = new URL(post.url)
  const usual = url.protocol === 'https:' && url.port === ''
  const may = (to: string) => (local && isLoopback(to)) || (usual && isPublicAddress(to))
  const way = await guardedWay(url.hostname, { ms: timeoutMs, may, ...(resolve && { resolve }) })
  if (typeof way === 'string') return no(way)
  const answer = await ask({
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Customer-Hub',
      'customer-hub-event': post.event,
      'customer-hub-id': post.id,
      'customer-hub-signature': signatureOf(post.secret, post.seconds, post.body),
    },
    body: post.body,
    timeoutMs: Math.max(1, timeoutMs - took()),
    maxBytes,
    lookup: way.lookup,
  })
  if ('status' in answer) return { status: answer.status, trouble: null, tookMs: took() }
  return no(answer.late ? 'too_slow' : 'unreachable')
}
