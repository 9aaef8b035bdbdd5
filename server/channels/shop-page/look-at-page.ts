import type { Looked } from '../../tickets/shop-page.ts'
import { isLoopback, isPublicAddress } from '../address-guard.ts'
import { guardedWay } from '../guarded-way.ts'
import { type Answer, ask, redirectOf } from '../provider-request.ts'
import { parsePage } from './parse-page.ts'

export type LookRules = {
  /** The shop's own origins: nobody else is asked. */
  storefronts: readonly string[]
  /** On a developer's machine the shop may be on it too; in production the desk looks at public addresses only. */
  local: boolean
  timeoutMs: number
  maxBytes: number
  /** All addresses of a name. */
  resolve?: (hostname: string) => Promise<string[]>
}

const hops = 4

/**
 * Opens a page of the shop as a visitor would, and notes what concerns us. Only the shop's own origins are asked, at
 * public addresses and the usual ports, and where a page sends us on is judged like the first address (S11).
 */
export async function lookAtPage(address: string, rules: LookRules): Promise<Looked> {
  const deadline = performance.now() + rules.timeoutMs
  const left = () => Math.max(1, Math.round(deadline - performance.now()))
  let url = new URL(address)
  for (let hop = 0; hop <= hops; hop++) {
    if (!rules.storefronts.includes(url.origin)) {
      return hop === 0 ? { kind: 'not_asked' } : { kind: 'elsewhere', origin: url.origin }
    }
    if (url.username !== '' || url.password !== '') return { kind: 'private' }
    const may = (to: string) => (rules.local && isLoopback(to)) || (url.port === '' && isPublicAddress(to))
    const { resolve } = rules
    const way = await guardedWay(url.hostname, { ms: left(), may, ...(resolve && { resolve }) })
    if (way === 'not_found') return { kind: 'unknown_name' }
    if (way === 'forbidden') return { kind: 'private' }
    const answer = await ask({
      url,
      method: 'GET',
      headers: { accept: 'text/html', 'accept-encoding': 'identity', 'user-agent': 'Customer-Hub (Check my shop)' },
      timeoutMs: left(),
      maxBytes: rules.maxBytes,
      lookup: way.lookup,
    })
    if ('trouble' in answer) {
      return answer.trouble === 'oversized' ? { kind: 'too_large' } : { kind: 'unreachable', reason: answer.reason }
    }
    const onward = redirectOf(answer)
    if (onward === undefined) return pageIn(answer, url)
    if (!URL.canParse(onward, url.href)) return { kind: 'status', status: answer.status }
    url = new URL(onward, url.href)
  }
  return { kind: 'circles' }
}

function pageIn({ status, headers, body }: Answer, url: URL): Looked {
  if (status < 200 || status > 299) return { kind: 'status', status }
  const type = String(headers['content-type'] ?? '').slice(0, 100)
  const plain = (headers['content-encoding'] ?? 'identity') === 'identity'
  if (!plain || !/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return { kind: 'no_html', type }
  const { scripts, policies } = parsePage(body.toString('utf8'), url.href)
  const header = headers['content-security-policy']
  // A header may hold several, with commas between.
  const sent = [header ?? []].flat().flatMap((one) => one.split(','))
  const all = [...sent, ...policies].filter((policy) => policy.trim() !== '')
  return { kind: 'page', address: url.href, scripts, policies: all }
}
