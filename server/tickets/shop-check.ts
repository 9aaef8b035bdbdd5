import { hubPolicy } from '../protocol/hub-policy.ts'
import {
  type FindingCode,
  type ShopCheck,
  type ShopFinding,
  shopChecks,
  type TokenTrouble,
} from '../protocol/shop-check.ts'
import { refusedSources } from './content-policy.ts'
import type { Looked, ScriptTag } from './shop-page.ts'

/** What is known of an origin's pages: when the hub was loaded there, and what became of its last tokens. */
export type Sighting = {
  loadedAt: number | null
  acceptedAt: number | null
  refused: { at: number; why: TokenTrouble; seconds: number | null } | null
}

export type ShopFacts = {
  page: string
  deskUrl: string
  hubOn: boolean
  chat: boolean
  storefronts: readonly string[]
  looked: Looked
  sighting: Sighting
  now: number
}

/** "Lately": a shop in use is opened by somebody within a day. */
const lately = 24 * 3_600_000

type Said = [state: ShopFinding['state'], code: FindingCode, detail?: string, at?: number | null]

/** "Check my shop" (W-1, W-2): one finding a check, in the order in which things have to be right. */
export function checkShop(facts: ShopFacts): ShopFinding[] {
  const said: Record<ShopCheck, Said> = {
    hub: facts.hubOn ? ['good', 'hub_on'] : ['bad', 'hub_off'],
    chat: facts.chat ? ['good', 'chat_on'] : ['bad', 'chat_off'],
    origin: originOf(facts),
    https: httpsOf(facts),
    page: pageOf(facts.looked),
    script: scriptOf(facts),
    policy: policyOf(facts),
    seen: seenOf(facts),
    token: tokenOf(facts.sighting),
  }
  return shopChecks.map((check) => {
    const [state, code, detail = '', at = null] = said[check]
    return { check, state, code, detail: detail.slice(0, 1_000), at }
  })
}

function originOf({ page, storefronts }: ShopFacts): Said {
  const { origin, hostname } = new URL(page)
  if (storefronts.includes(origin)) return ['good', 'origin_allowed', origin]
  const bare = (host: string) => host.replace(/^www\./, '')
  const near = storefronts.find((one) => URL.canParse(one) && bare(new URL(one).hostname) === bare(hostname))
  return near === undefined ? ['bad', 'origin_missing', origin] : ['bad', 'origin_near', near]
}

/** A browser loads no http into an https page. */
function httpsOf({ page, deskUrl }: ShopFacts): Said {
  const mixed = page.startsWith('https:') && !deskUrl.startsWith('https:')
  return mixed ? ['bad', 'https_missing', deskUrl] : ['good', 'https_fits', deskUrl]
}

function pageOf(looked: Looked): Said {
  switch (looked.kind) {
    case 'page':
      return ['good', 'page_answers', looked.address]
    case 'not_asked':
      return ['open', 'page_not_asked']
    case 'elsewhere':
      return ['bad', 'page_elsewhere', looked.origin]
    case 'circles':
      return ['bad', 'page_circles']
    case 'private':
      return ['open', 'page_private']
    case 'unknown_name':
      return ['bad', 'page_unknown_name']
    case 'too_large':
      return ['open', 'page_too_large']
    case 'unreachable':
      return ['bad', 'page_unreachable', looked.reason]
    case 'status':
      return looked.status === 401 || looked.status === 403
        ? ['open', 'page_locked', String(looked.status)]
        : ['bad', 'page_status', String(looked.status)]
    case 'no_html':
      return ['bad', 'page_no_html', looked.type]
  }
}

/** Types under which a browser runs a script; others are for whoever changes them back, such as a consent banner. */
const runs = /^$|^module$|^(text|application)\/(x-)?(java|ecma)script$/i

const isHub = ({ src }: ScriptTag) => URL.canParse(src) && new URL(src).pathname.endsWith('/hub.js')

/** Our script tag in the page, as it should be. */
function ourTag({ looked, deskUrl }: ShopFacts): ScriptTag | null {
  if (looked.kind !== 'page') return null
  return looked.scripts.find((tag) => isHub(tag) && new URL(tag.src).origin === deskUrl && runs.test(tag.type)) ?? null
}

function scriptOf(facts: ShopFacts): Said {
  const { looked, deskUrl } = facts
  if (looked.kind !== 'page') return ['open', 'script_unknown']
  const tag = ourTag(facts)
  if (tag !== null) return ['good', 'script_found', tag.src]
  const hubs = looked.scripts.filter(isHub)
  const resting = hubs.find(({ src }) => new URL(src).origin === deskUrl)
  if (resting !== undefined) return ['bad', 'script_not_run', resting.type]
  if (hubs[0] !== undefined) return ['bad', 'script_other_address', hubs[0].src]
  return isRecent(facts) ? ['good', 'script_inserted'] : ['bad', 'script_missing']
}

function policyOf(facts: ShopFacts): Said {
  const { looked, deskUrl } = facts
  if (looked.kind !== 'page') return ['open', 'policy_unknown']
  if (looked.policies.length === 0) return ['good', 'policy_none']
  const tag = ourTag(facts)
  const missing = hubPolicy(deskUrl).flatMap((needed) => {
    const refused = refusedSources(looked.policies, needed, looked.address, tag)
    return refused.length === 0 ? [] : [`${needed.directive} ${refused.join(' ')}`]
  })
  return missing.length === 0 ? ['good', 'policy_allows'] : ['bad', 'policy_refuses', missing.join('; ')]
}

const isRecent = ({ sighting, now }: ShopFacts) => sighting.loadedAt !== null && now - sighting.loadedAt < lately

function seenOf(facts: ShopFacts): Said {
  const { loadedAt } = facts.sighting
  if (loadedAt === null) return ['open', 'seen_never']
  return isRecent(facts) ? ['good', 'seen_lately', '', loadedAt] : ['open', 'seen_before', '', loadedAt]
}

/** The last word counts. */
function tokenOf({ acceptedAt, refused }: Sighting): Said {
  if (refused !== null && refused.at > (acceptedAt ?? 0)) {
    return ['bad', refused.why, refused.seconds === null ? '' : String(refused.seconds), refused.at]
  }
  return acceptedAt === null ? ['open', 'token_none'] : ['good', 'token_accepted', '', acceptedAt]
}
