import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type FindingCode,
  installation as installationShape,
  shopChecked,
} from '../../../server/protocol/shop-check.ts'
import { startProvider } from '../channels/provider.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { send, turnedAway } from '../talk.ts'

let hub: Installation
let owner: { id: string; cookie: string }
beforeAll(async () => {
  hub = await startInstallation()
  owner = await hub.member('owner')
})
afterAll(() => hub.close())

const refusal = z.object({ code: z.string() })
async function check(page: string, by = owner) {
  const answer = await hub.post('/api/settings/install/check', { page }, { cookie: by.cookie })
  const { findings } = shopChecked.parse(await answer.json())
  return new Map<string, FindingCode>(findings.map((one) => [one.check, one.code]))
}

/** A shop with one page, which the settings know or not. */
async function startShop(body: string, headers: Record<string, string> = {}, known = true) {
  const shop = await startProvider({ status: 200, body, headers: { 'content-type': 'text/html', ...headers } })
  await hub.settings((settings) => ({
    ...settings,
    general: { ...settings.general, storefronts: known ? [shop.url] : [] },
  }))
  return shop
}
const tag = () => `<script async src="${hub.url}/hub.js"></script>`

/** Waits until what is written down beside the answer can be read. */
async function until(page: string, check_: string, code: FindingCode): Promise<void> {
  await expect.poll(async () => (await check(page, await hub.member('owner'))).get(check_)).toBe(code)
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function tokenWith(claims: object, secret = hub.shop.secret, alg = 'HS256') {
  const at = Math.floor(Date.now() / 1000)
  const text = `${part({ alg })}.${part({ sub: 'zoe', aud: hub.shop.id, iat: at, exp: at + 600, ...claims })}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

describe('Settings, Install', () => {
  it('W-1k tells what goes into the shop', async () => {
    await startShop('')
    const answer = installationShape.parse(await (await hub.get('/api/settings/install', owner)).json())
    expect(answer).toMatchObject({ deskUrl: hub.url, shopId: hub.shop.id, shopify: null })
  })

  it('W-1k finds a shop that is right in every part, once it has been used', async () => {
    const shop = await startShop(tag(), {
      'content-security-policy': `default-src 'none'; script-src ${hub.url}; connect-src ${hub.url} ${hub.url.replace('http', 'ws')}`,
    })
    expect([...(await check(`${shop.url}/shelf`))].slice(0, 7)).toEqual([
      ['hub', 'hub_on'],
      ['chat', 'chat_on'],
      ['origin', 'origin_allowed'],
      ['https', 'https_fits'],
      ['page', 'page_answers'],
      ['script', 'script_found'],
      ['policy', 'policy_allows'],
    ])
    expect(shop.received).toMatchObject([{ path: '/shelf' }])
    expect((await check(shop.url)).get('seen')).toBe('seen_never')
    // As browsers do: the script with a Referer, the rest with an Origin.
    await hub.get('/hub.js', { referer: `${shop.url}/` })
    await until(shop.url, 'seen', 'seen_lately')
    await send(await hub.shopper('zoe', { origin: shop.url }), 'Hello')
    await until(shop.url, 'token', 'token_accepted')
  })

  it('W-1k finds what is wrong in a shop that is not', async () => {
    const shop = await startShop('<h1>Shop</h1>', { 'content-security-policy': "default-src 'self'" })
    const found = await check(shop.url)
    expect([found.get('script'), found.get('policy')]).toEqual(['script_missing', 'policy_refuses'])
    expect([found.get('seen'), found.get('token')]).toEqual(['seen_never', 'token_none'])
  })

  it('W-2 says that the hub is off, or the chat', async () => {
    const shop = await startProvider({ status: 200, body: '', headers: { 'content-type': 'text/html' } })
    await hub.settings((settings) => ({ ...settings, hub: { ...settings.hub, on: false } }))
    const off = await check(shop.url)
    expect([off.get('hub'), off.get('chat')]).toEqual(['hub_off', 'chat_off'])
    await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, visibility: 'nobody' } }))
    const nobody = await check(shop.url)
    expect([nobody.get('hub'), nobody.get('chat')]).toEqual(['hub_on', 'chat_off'])
  })

  it('S11 opens no page of an origin that is not the shop’s, and remembers nothing of it', async () => {
    const shop = await startShop(tag(), {}, false)
    const found = await check(shop.url)
    expect([found.get('origin'), found.get('page'), found.get('script')]).toEqual([
      'origin_missing',
      'page_not_asked',
      'script_unknown',
    ])
    expect(shop.received).toEqual([])
    await hub.get('/hub.js', { referer: `${shop.url}/` })
    const known = await startShop(tag())
    await hub.get('/hub.js', { referer: `${known.url}/` })
    await until(known.url, 'seen', 'seen_lately')
    const rows = await hub.db.selectFrom('storefront_sightings').select('origin').execute()
    expect(rows.map(({ origin }) => origin)).not.toContain(shop.url)
    expect(rows.map(({ origin }) => origin)).toContain(known.url)
  })

  const at = () => Math.floor(Date.now() / 1000)
  const troubles: [FindingCode, () => string][] = [
    ['token_expired', () => tokenWith({ iat: at() - 900, exp: at() - 300 })],
    ['token_ahead', () => tokenWith({ iat: at() + 300, exp: at() + 900 })],
    ['token_too_long', () => tokenWith({ exp: at() + 3_600 })],
    ['token_too_long', () => tokenWith({ iat: at() - 3_600, exp: at() + 60 })],
    ['token_audience', () => tokenWith({ aud: 'another-shop' })],
    ['token_signature', () => tokenWith({}, 'another secret, which is long enough as well')],
    ['token_algorithm', () => tokenWith({}, undefined, 'HS512')],
    ['token_claims', () => tokenWith({ sub: '' })],
    ['token_claims', () => tokenWith({ iat: undefined })],
    ['token_malformed', () => 'let-me-in'],
  ]
  it.each(troubles)(
    'W-1k knows why the last token was refused (%s), and tells the page nothing',
    async (code, token) => {
      const shop = await startShop(tag())
      expect(await turnedAway(hub.shopper('zoe', { origin: shop.url, token: token() }))).toBe('signed_out')
      await until(shop.url, 'token', code)
      // Over HTTP alike.
      const other = await startShop(tag())
      const asked = { origin: other.url, authorization: `Bearer ${token()}` }
      expect(refusal.parse(await (await hub.get('/api/hub/session', asked)).json()).code).toBe('signed_out')
      await until(other.url, 'token', code)
      const rows = await hub.db.selectFrom('storefront_sightings').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/zoe|eyJ/)
    },
  )

  it('W-1k takes a visitor’s page for no wrong token', async () => {
    const shop = await startShop(tag())
    await hub.get('/api/hub/session', { origin: shop.url })
    await until(shop.url, 'seen', 'seen_lately')
    expect((await check(shop.url)).get('token')).toBe('token_none')
  })

  it('S19 looks at so many pages a minute and no more, and only at addresses', async () => {
    const eager = await hub.member('owner')
    const ask = (page: unknown) => hub.post('/api/settings/install/check', { page }, { cookie: eager.cookie })
    for (const page of [
      '',
      'shop.example',
      'file:///etc/passwd',
      'javascript:alert(1)',
      7,
      null,
      `http://${'x'.repeat(600)}`,
    ])
      expect((await ask(page)).status).toBe(400)
    const statuses = []
    for (let n = 0; n < 21; n++) statuses.push((await ask('http://127.0.0.1:9/')).status)
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 200), 429])
  })
})
