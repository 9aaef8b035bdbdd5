import { z } from 'zod'
import { ask, below, jsonOf, retryAfterMs } from '../provider-request.ts'
import { type MetaSettings, metaTimeoutMs } from './send.ts'

/** What Meta says somebody is called; null: it does not tell. `afterMs`: how long it wants us to wait. */
export type Profile = { name: string | null } | { retry: true; reason: string; afterMs: number | null }

const words = z
  .string()
  .trim()
  .transform((name) => name.slice(0, 200))
  .catch('')
const profile = z.object({ name: words, username: words })
const problem = z.object({ error: z.object({ code: z.number().int() }) })

/** Too many requests, in its several kinds, and what Meta calls passing trouble of its own. */
const passing = new Set([1, 2, 4, 17, 32, 613])

/**
 * Asks for the name behind an Instagram-scoped or page-scoped id; the webhook does not bring it. Not everybody's may be
 * seen: who has an account by phone number only has none
 * (developers.facebook.com/documentation/business-messaging/messenger-platform/identity/user-profile and
 * …/instagram-messaging/features/user-profile).
 */
export async function readMetaProfile(
  channel: 'instagram' | 'messenger',
  id: string,
  settings: MetaSettings,
): Promise<Profile> {
  const url = below(settings.baseUrl, `${encodeURIComponent(settings.version)}/${encodeURIComponent(id)}`)
  url.searchParams.set('fields', channel === 'instagram' ? 'name,username' : 'name')
  const answer = await ask({
    url,
    method: 'GET',
    headers: { authorization: `Bearer ${settings.accessToken}`, accept: 'application/json' },
    timeoutMs: settings.timeoutMs ?? metaTimeoutMs,
    maxBytes: 64 * 1024,
  })
  if ('trouble' in answer) return { retry: true, reason: answer.reason, afterMs: null }
  const said = jsonOf(answer)
  const code = problem.safeParse(said).data?.error.code
  if (answer.status === 200 && code === undefined) {
    const { name = '', username = '' } = profile.safeParse(said).data ?? {}
    return { name: name || (username && `@${username}`) || null }
  }
  const isPassing = code === undefined ? answer.status >= 500 || answer.status === 429 : passing.has(code)
  if (!isPassing) return { name: null }
  return { retry: true, reason: `HTTP ${answer.status}`, afterMs: retryAfterMs(answer) }
}
