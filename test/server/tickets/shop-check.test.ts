import { describe, expect, it } from 'vitest'
import { shopChecks, tokenTroubles } from '../../../server/protocol/shop-check.ts'
import { checkShop, type ShopFacts } from '../../../server/tickets/shop-check.ts'
import type { Looked } from '../../../server/tickets/shop-page.ts'

const now = Date.UTC(2026, 10, 18, 10)
const deskUrl = 'https://desk.example.com'
const script = (src: string, type = '') => ({ src, type, nonce: '' })
const page = (more: Partial<Extract<Looked, { kind: 'page' }>> = {}): Looked => ({
  kind: 'page',
  address: 'https://shop.example/',
  scripts: [script(`${deskUrl}/hub.js`)],
  policies: [],
  ...more,
})
const right: ShopFacts = {
  page: 'https://shop.example/',
  deskUrl,
  hubOn: true,
  chat: true,
  storefronts: ['https://shop.example'],
  looked: page(),
  sighting: { loadedAt: now - 60_000, acceptedAt: now - 50_000, refused: null },
  now,
}
const found = (change: Partial<ShopFacts>, check: (typeof shopChecks)[number]) => {
  const { state, code, detail } = checkShop({ ...right, ...change }).find((one) => one.check === check) ?? {}
  return [state, code, detail]
}
const never = { loadedAt: null, acceptedAt: null, refused: null }

describe('Check my shop', () => {
  it('W-1k finds nothing wrong where nothing is, and looks at everything, in its order', () => {
    const findings = checkShop(right)
    expect(findings.map(({ check }) => check)).toEqual([...shopChecks])
    expect(findings.filter(({ state }) => state !== 'good')).toEqual([])
  })

  it('W-2 tells a hub that is off from a chat that nobody sees', () => {
    expect(found({ hubOn: false, chat: false }, 'hub')).toEqual(['bad', 'hub_off', ''])
    expect(found({ chat: false }, 'hub')).toEqual(['good', 'hub_on', ''])
    expect(found({ chat: false }, 'chat')).toEqual(['bad', 'chat_off', ''])
  })

  it.each([
    ['https://www.shop.example/', 'origin_near', 'https://shop.example'],
    ['http://shop.example/', 'origin_near', 'https://shop.example'],
    ['https://other.example/', 'origin_missing', 'https://other.example'],
    ['https://shop.example.evil.example/', 'origin_missing', 'https://shop.example.evil.example'],
  ])('W-1k says of %s that it is none of the origins, and which one is near', (address, code, detail) => {
    expect(found({ page: address }, 'origin')).toEqual(['bad', code, detail])
  })

  it('W-1k knows that a browser mixes no http into https', () => {
    const plain = 'http://desk.example.com'
    expect(found({ deskUrl: plain }, 'https')).toEqual(['bad', 'https_missing', plain])
    expect(found({ deskUrl: plain, page: 'http://shop.example/' }, 'https')[0]).toBe('good')
    expect(found({ page: 'http://shop.example/' }, 'https')[0]).toBe('good')
  })

  const looks: [Looked, unknown[]][] = [
    [{ kind: 'not_asked' }, ['open', 'page_not_asked', '']],
    [{ kind: 'elsewhere', origin: 'https://www.shop.example' }, ['bad', 'page_elsewhere', 'https://www.shop.example']],
    [{ kind: 'circles' }, ['bad', 'page_circles', '']],
    [{ kind: 'private' }, ['open', 'page_private', '']],
    [{ kind: 'unknown_name' }, ['bad', 'page_unknown_name', '']],
    [{ kind: 'too_large' }, ['open', 'page_too_large', '']],
    [{ kind: 'unreachable', reason: 'no answer' }, ['bad', 'page_unreachable', 'no answer']],
    [{ kind: 'status', status: 404 }, ['bad', 'page_status', '404']],
    [{ kind: 'status', status: 401 }, ['open', 'page_locked', '401']],
    [{ kind: 'no_html', type: 'application/json' }, ['bad', 'page_no_html', 'application/json']],
  ]
  it.each(looks)(
    'W-1k says what came instead of a page, and judges no page that it has not seen: %j',
    (looked, said) => {
      expect(found({ looked }, 'page')).toEqual(said)
      expect(found({ looked }, 'script')).toEqual(['open', 'script_unknown', ''])
      expect(found({ looked }, 'policy')).toEqual(['open', 'policy_unknown', ''])
    },
  )

  it('W-1k finds the script tag, or what stands in its place', () => {
    const scripts = (...all: ReturnType<typeof script>[]) => ({ looked: page({ scripts: all }) })
    const our = `${deskUrl}/hub.js`
    expect(found(scripts(script('https://shop.example/a.js'), script(`${our}?v=2`)), 'script')[1]).toBe('script_found')
    for (const type of ['module', 'text/javascript', 'Application/JavaScript'])
      expect(found(scripts(script(our, type)), 'script')[1]).toBe('script_found')
    expect(found(scripts(script(our, 'text/plain')), 'script')).toEqual(['bad', 'script_not_run', 'text/plain'])
    const old = 'http://desk.example.com/hub.js'
    expect(found(scripts(script(old)), 'script')).toEqual(['bad', 'script_other_address', old])
    expect(found({ ...scripts(), sighting: never }, 'script')).toEqual(['bad', 'script_missing', ''])
    // A tag manager puts it in later: nobody sees it in the text, but it is loaded.
    expect(found(scripts(), 'script')).toEqual(['good', 'script_inserted', ''])
  })

  it('W-1k says which part of a policy is missing, as it would be written', () => {
    const policies = (...all: string[]) => found({ looked: page({ policies: all }) }, 'policy')
    expect(policies()).toEqual(['good', 'policy_none', ''])
    expect(policies("default-src 'none'")).toEqual([
      'bad',
      'policy_refuses',
      'script-src https://desk.example.com; connect-src https://desk.example.com wss://desk.example.com',
    ])
    expect(policies(`script-src ${deskUrl}; connect-src ${deskUrl}`)).toEqual([
      'bad',
      'policy_refuses',
      'connect-src wss://desk.example.com',
    ])
    expect(policies(`script-src ${deskUrl}; connect-src ${deskUrl} wss:`)).toEqual(['good', 'policy_allows', ''])
  })

  it('W-1k tells when the hub was loaded there', () => {
    const at = (loadedAt: number | null) => found({ sighting: { ...never, loadedAt } }, 'seen').slice(0, 2)
    expect(at(now - 1)).toEqual(['good', 'seen_lately'])
    expect(at(now - 25 * 3_600_000)).toEqual(['open', 'seen_before'])
    expect(at(null)).toEqual(['open', 'seen_never'])
  })

  it.each(tokenTroubles)('W-1k says of the last token what was wrong with it: %s', (why) => {
    const refused = { at: now - 10, why, seconds: 720 }
    const said = (acceptedAt: number | null) => found({ sighting: { loadedAt: null, acceptedAt, refused } }, 'token')
    expect(said(null)).toEqual(['bad', why, '720'])
    expect(said(now - 20)).toEqual(['bad', why, '720'])
    // A later one was right: it is mended.
    expect(said(now - 5)).toEqual(['good', 'token_accepted', ''])
    expect(found({ sighting: never }, 'token')).toEqual(['open', 'token_none', ''])
  })
})
