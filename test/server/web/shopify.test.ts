import { createHmac } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { proxySignature, readProxied } from '../../../server/channels/shopify/proxied-request.ts'
import { readConfig } from '../../../server/config.ts'
import { createLog } from '../../../server/log.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { send } from '../talk.ts'

const shop = 'tidewick.myshopify.com'
const secret = 'the secret of an app at Shopify, long enough'
const logged: string[] = []

let hub: Installation
beforeAll(async () => {
  const log = createLog('debug', { write: (line) => void logged.push(line) })
  hub = await startInstallation(undefined, { shopify: { shop, secret } }, log)
  await hub.settings()
})
afterAll(() => hub.close())

type Given = readonly (readonly [name: string, value: string])[]
const now = () => Math.floor(Date.now() / 1000)

/** What Shopify adds to a page's own query. */
const forwarded = (customer: string, more: Given = [], at = now()): Given => [
  ...more,
  ['shop', shop],
  ['logged_in_customer_id', customer],
  ['path_prefix', '/apps/customer-hub'],
  ['timestamp', String(at)],
]

/** Shopify's own rule, written down once more: values of one name joined by commas, sorted, nothing between. */
function signature(given: Given, by = secret): string {
  const values = new Map<string, string[]>()
  for (const [name, value] of given) values.set(name, [...(values.get(name) ?? []), value])
  const text = [...values].map(([name, all]) => `${name}=${all.join(',')}`).toSorted()
  return createHmac('sha256', by).update(text.join('')).digest('hex')
}
const query = (given: Given) => new URLSearchParams(given.map(([name, value]) => [name, value])).toString()
const ask = (given: Given, sign = signature(given)) =>
  hub.get(`/shopify/identity?${query([...given, ['signature', sign]])}`)
const answered = z.object({ ok: z.literal(true), token: z.string().nullable() })
const tokenOf = async (answer: Response) => answered.parse(await answer.json()).token

describe('Shopify’s app proxy', () => {
  it('W-1h gets the token of the customer it vouches for, which opens the shopper’s door and is kept by nobody', async () => {
    const answer = await ask(forwarded('7340021'))
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const token = (await tokenOf(answer)) ?? ''
    expect(decodeJwt(token)).toMatchObject({ sub: '7340021', aud: hub.shop.id })
    await send(await hub.shopper('7340021', { token }), 'Hello from Shopify')
    const [row] = await hub.db.selectFrom('customers').select(['shop_id', 'email']).execute()
    expect(row).toEqual({ shop_id: '7340021', email: null })
  })

  it('W-1h takes the signature of Shopify’s own example', () => {
    // shopify.dev, "Authenticate app proxies", to the letter: the secret is "hush", and `extra` comes twice.
    const example =
      'extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555'
    const theirs = '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'
    expect(proxySignature(new URLSearchParams(example), 'hush')).toBe(theirs)
    const expected = { shop: 'shop-name.myshopify.com', secret: 'hush', now: 1_317_327_560_000 }
    expect(readProxied(`${example}&signature=${theirs}`, expected)).toEqual({ customerId: '1' })
  })

  it('W-1h says of somebody who is not signed in that they are a visitor', async () => {
    expect(await tokenOf(await ask(forwarded('')))).toBeNull()
  })

  it('W-1h takes a query of the page’s own, with a name that comes twice, signs and all', async () => {
    const own: Given = [
      ['extra', '1'],
      ['extra', '2'],
      ['q', 'ü & = + %'],
      ['empty', ''],
    ]
    expect(await tokenOf(await ask(forwarded('8', own)))).not.toBeNull()
  })

  const good = forwarded('9')
  const changed = (name: string, value: string) => good.map(([one, was]) => [one, one === name ? value : was] as const)
  const left = (name: string) => good.filter(([one]) => one !== name)
  const signed = (given: Given) => [given, signature(given)] as const
  const refused: Record<string, readonly [Given, string]> = {
    'another customer': [changed('logged_in_customer_id', '10'), signature(good)],
    'another moment': [changed('timestamp', String(now() - 1)), signature(good)],
    'another path': [changed('path_prefix', '/apps/other'), signature(good)],
    'a parameter more': [[...good, ['extra', '1']], signature(good)],
    'a parameter less': [left('path_prefix'), signature(good)],
    'an empty signature': [good, ''],
    'half a signature': [good, signature(good).slice(0, 32)],
    'the signature in capitals': [good, signature(good).toUpperCase()],
    'another app’s signature': [good, signature(good, 'the secret of quite another app, long enough')],
    'an empty secret’s signature': [good, signature(good, '')],
    'another shop of Shopify’s': signed(changed('shop', 'evil.myshopify.com')),
    'our shop in capitals': signed(changed('shop', shop.toUpperCase())),
    'no shop': signed(left('shop')),
    'two shops': signed([['shop', 'evil.myshopify.com'], ...good]),
    'two customers': signed([['logged_in_customer_id', '1'], ...good]),
    'a customer and nobody': signed([['logged_in_customer_id', ''], ...good]),
    'no word on the customer': signed(left('logged_in_customer_id')),
    'a customer that is no number': signed(changed('logged_in_customer_id', '9 or 1=1')),
    'an endless customer': signed(changed('logged_in_customer_id', '9'.repeat(21))),
    'a moment six minutes ago': signed(forwarded('9', [], now() - 360)),
    'a moment to come': signed(forwarded('9', [], now() + 120)),
    'no moment': signed(left('timestamp')),
    'a moment in words': signed(changed('timestamp', 'now')),
    'two moments': signed([['timestamp', String(now())], ...good]),
  }
  it.each(Object.keys(refused))('W-1h, S12 is not believed with %s', async (name) => {
    const [given, sign] = refused[name] ?? [[], '']
    const answer = await ask(given, sign)
    expect([answer.status, await answer.json()]).toEqual([403, { ok: false, code: 'forbidden', retry: false }])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  it('W-1h, S12 is not believed with two signatures, with none, or without any query', async () => {
    const right = `${query(good)}&signature=${signature(good)}`
    for (const path of [`?${right}&signature=${signature(good)}`, `?${query(good)}`, '?', '', `?x?${right}`]) {
      expect((await hub.get(`/shopify/identity${path}`)).status).toBe(403)
    }
    expect((await hub.get(`/shopify/identity?${right}`)).status).toBe(200)
    expect((await hub.post(`/shopify/identity?${right}`, {})).status).toBe(404)
  })

  it('S19 gets no endless number of tokens for one customer, and the others theirs', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(forwarded('11'))))
    const statuses = answers.map(({ status }) => status)
    expect([statuses.filter((one) => one === 200).length, statuses.filter((one) => one === 429).length]).toEqual([
      30, 10,
    ])
    expect((await ask(forwarded('12'))).status).toBe(200)
  })

  it('S21 leaves neither a secret nor who asked in the log', async () => {
    await ask(forwarded('424242'))
    await ask(forwarded('424242'), 'f00d')
    const text = logged.join('')
    expect(text).toContain('refused: not signed by the app proxy')
    for (const hidden of [secret, hub.shop.secret, '424242', 'f00d']) expect(text).not.toContain(hidden)
  })
})

describe('without a shop of Shopify’s', () => {
  it('W-1h there is no such door', async () => {
    const other = await startInstallation()
    try {
      const answer = await other.get(
        `/shopify/identity?${query(forwarded('1'))}&signature=${signature(forwarded('1'))}`,
      )
      expect(answer.status).toBe(404)
    } finally {
      await other.close()
    }
  })

  it('W-1h the configuration has both of its settings, or neither', () => {
    const base = { APP_SECRET: 'a'.repeat(32), SHOP_SECRET: 's'.repeat(32) }
    expect(readConfig(base).shopify).toBeNull()
    const both = { ...base, SHOPIFY_SHOP: 'Tidewick.myshopify.com', SHOPIFY_APP_SECRET: secret }
    expect(readConfig(both).shopify).toEqual({ shop, secret })
    expect(() => readConfig({ ...base, SHOPIFY_SHOP: shop })).toThrow('SHOPIFY_APP_SECRET')
    expect(() => readConfig({ ...base, SHOPIFY_APP_SECRET: secret })).toThrow('SHOPIFY_SHOP')
    expect(() => readConfig({ ...both, SHOPIFY_SHOP: 'https://tidewick.example' })).toThrow('SHOPIFY_SHOP')
  })
})
