import { z } from 'zod'
import type { ConnectionTest } from '../../protocol/channel-needs.ts'
import { isBusy, unreachable, works } from '../probe-result.ts'
import { ask, below, jsonOf } from '../provider-request.ts'
import { metaWords } from './error-words.ts'
import { type MetaSettings, metaTimeoutMs } from './send.ts'

const found = z.object({ id: z.string() })
const problem = z.object({
  error: z.object({
    code: z.number().int(),
    error_subcode: z.number().int().optional().catch(undefined),
    message: z.string().catch(''),
  }),
})

/** The token is none, has run out, or was taken back (developers.facebook.com/docs/graph-api/guides/error-handling). */
const credentials = new Set([0, 102, 190])

/** Reads the id of one of our numbers or pages: is it there, and does the token let us see it? */
export async function probeMeta(id: string, settings: MetaSettings): Promise<ConnectionTest> {
  const url = below(settings.baseUrl, `${encodeURIComponent(settings.version)}/${encodeURIComponent(id)}`)
  url.searchParams.set('fields', 'id')
  const answer = await ask({
    url,
    method: 'GET',
    headers: { authorization: `Bearer ${settings.accessToken}`, accept: 'application/json' },
    timeoutMs: settings.timeoutMs ?? metaTimeoutMs,
    maxBytes: 256 * 1024,
  })
  if ('trouble' in answer) return unreachable(id, answer.reason)
  // Meta tells some of its refusals with 5xx: its own words count before the status.
  const said = problem.safeParse(jsonOf(answer)).data?.error
  if (said !== undefined && credentials.has(said.code)) return { outcome: 'wrong_credentials', about: id, words: null }
  if (said?.code === 100 && said.error_subcode === 33) return { outcome: 'unknown_address', about: id, words: null }
  if (isBusy(answer)) return unreachable(id, `HTTP ${answer.status}`)
  if (answer.status === 404) return { outcome: 'unknown_address', about: id, words: null }
  if (said !== undefined) return { outcome: 'refused', about: id, words: metaWords(said.code, said.message) }
  const right = answer.status === 200 && found.safeParse(jsonOf(answer)).data?.id === id
  if (right) return works
  return { outcome: 'refused', about: id, words: `HTTP ${answer.status}` }
}
