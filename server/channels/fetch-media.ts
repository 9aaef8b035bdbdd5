import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './address-guard.ts'
import { guardedWay } from './guarded-way.ts'
import { type Answer, ask, redirectOf, retryAfterMs, type Trouble } from './provider-request.ts'

export type MediaRules = {
  /** Hosts a provider keeps media on; `.fbcdn.net` means every host below it. */
  hosts: readonly string[]
  /** The provider's configured address: exactly its host and port may be plain http and need not be public. */
  baseUrl: string
  /** Sent to the first address only, never to where it redirects on another origin. */
  authorization: string | null
  maxBytes: number
  timeoutMs: number
  /** All addresses of a name. */
  resolve?: (hostname: string) => Promise<string[]>
}

export type Media =
  | { bytes: Buffer; type: string }
  | { retry: true; reason: string; afterMs: number | null }
  | { refused: true; code: 'forbidden' | 'gone' | 'too_large' | 'not_accepted'; words: string }

const hops = 4

/**
 * Fetches what a provider keeps for us, and nothing else (S11): from its own hosts, at public addresses looked up once
 * and used as checked, every redirect judged like the first address. The type is the provider's word, not yet believed.
 */
export async function fetchMedia(address: string, rules: MediaRules): Promise<Media> {
  const deadline = performance.now() + rules.timeoutMs
  let url = URL.canParse(address) ? new URL(address) : null
  const first = url?.origin
  for (let hop = 0; hop <= hops; hop++) {
    if (url === null || !mayAsk(url, rules)) return forbidden
    const left = () => Math.max(1, Math.round(deadline - performance.now()))
    const way = await wayTo(url, rules, left())
    if (!('lookup' in way)) return way
    const isFirst = url.origin === first && rules.authorization !== null
    const answer = await ask({
      url,
      method: 'GET',
      headers: { 'accept-encoding': 'identity', ...(isFirst && { authorization: rules.authorization ?? '' }) },
      timeoutMs: left(),
      maxBytes: rules.maxBytes,
      lookup: way.lookup,
    })
    const onward = 'trouble' in answer ? undefined : redirectOf(answer)
    if (onward === undefined) return mediaOf(answer)
    url = URL.canParse(onward, url.href) ? new URL(onward, url.href) : null
  }
  return forbidden
}

/** Whether this address may be asked at all, before its name is looked up. */
function mayAsk(url: URL, rules: MediaRules): boolean {
  if (url.username !== '' || url.password !== '') return false
  if (isBase(url, rules)) return true
  if (url.protocol !== 'https:' || url.port !== '' || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return false
  return rules.hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host))
}

const isBase = (url: URL, { baseUrl }: MediaRules) => URL.canParse(baseUrl) && url.origin === new URL(baseUrl).origin

/** Looks the name up, once, and pins the connection to what was found. */
async function wayTo(url: URL, rules: MediaRules, ms: number): Promise<{ lookup: LookupFunction } | Media> {
  const { resolve } = rules
  const may = isBase(url, rules) ? () => true : isPublicAddress
  const way = await guardedWay(url.hostname, { ms, may, ...(resolve && { resolve }) })
  if (way === 'not_found') return { retry: true, reason: 'the host was not found', afterMs: null }
  return way === 'forbidden' ? forbidden : way
}

function mediaOf(answer: Answer | Trouble): Media {
  if ('trouble' in answer) {
    return answer.trouble === 'oversized' ? tooLarge : { retry: true, reason: answer.reason, afterMs: null }
  }
  const { status, headers, body } = answer
  if (status === 200 && (headers['content-encoding'] ?? 'identity') === 'identity') {
    return { bytes: body, type: String(headers['content-type'] ?? 'application/octet-stream') }
  }
  if (status === 429 || status === 408 || status >= 500) {
    return { retry: true, reason: `http ${status}`, afterMs: retryAfterMs(answer) }
  }
  return status === 404 || status === 410 ? gone : { ...notAccepted, words: `${notAccepted.words} (status ${status})` }
}

const refusal = (code: 'forbidden' | 'gone' | 'too_large' | 'not_accepted', words: string) =>
  ({ refused: true, code, words }) as const
const forbidden = refusal('forbidden', 'This file lies where the provider keeps none, so it was not fetched.')
const gone = refusal('gone', 'The provider no longer has this file.')
const tooLarge = refusal('too_large', 'This file is too large to keep.')
const notAccepted = refusal('not_accepted', 'The provider did not hand this file over.')
