import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OrderReport, ordersPage } from '../../../server/protocol/orders.ts'
import { apiToken, type Installation, startInstallation, storefront } from '../installation.ts'
import { hear, openTicket, send, told } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const placed = Date.UTC(2026, 10, 1)
const hour = 3_600_000

const anOrder = (id: string, of: OrderReport['of'], more: Partial<OrderReport> = {}) => ({
  id,
  of,
  number: `#${id}`,
  status: 'paid',
  currency: 'EUR',
  total: '116.00',
  lines: [{ id: 'l1', name: 'Linen throw', quantity: 2, price: '58.00', picture: 'https://shop.example/throw.jpg' }],
  placedAt: placed,
  updatedAt: placed,
  ...more,
})

const report = (orders: unknown, token: string | null = apiToken) =>
  fetch(`${hub.url}/api/shop/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ orders }),
  })

async function taken(...orders: object[]): Promise<unknown> {
  return (await report(orders)).json()
}

async function seenBy(sub: string, after = '', claims: Record<string, unknown> = {}) {
  const authorization = `Bearer ${await hub.token(sub, claims)}`
  const answer = await hub.get(`/api/hub/orders${after && `?after=${after}`}`, { authorization, origin: storefront })
  return ordersPage.parse(await answer.json())
}
const numbers = (page: { orders: { number: string }[] }) => page.orders.map(({ number }) => number)

describe('the shop tells of its orders', () => {
  it('W-14 the same one twice is one, and what it says last holds, whatever comes late', async () => {
    const of = { customer: 'ines' }
    expect(await taken(anOrder('i1', of))).toEqual({ ok: true, taken: 1 })
    const shipped = {
      status: 'fulfilled' as const,
      updatedAt: placed + hour,
      trackingUrl: 'https://carrier.example/i1',
    }
    expect(await taken(anOrder('i1', of, shipped), anOrder('i1', of))).toEqual({ ok: true, taken: 1 })
    expect((await seenBy('ines')).orders).toMatchObject([
      { number: '#i1', status: 'fulfilled', step: 3, total: '116.00', trackingUrl: 'https://carrier.example/i1' },
    ])
    await Promise.all([1, 2, 3, 4].map(() => taken(anOrder('i2', of, { placedAt: placed + hour }))))
    expect(numbers(await seenBy('ines'))).toEqual(['#i2', '#i1'])
  })

  it.each([
    ['nobody’s', { of: {} }],
    ['a status of its own', { status: 'lost' }],
    ['no money', { total: '1,50' }],
    ['a link that is none', { statusUrl: 'javascript:alert(1)' }],
    [
      'a picture that is none',
      { lines: [{ id: 'l', name: 'x', quantity: 1, price: '1', picture: 'data:image/png,x' }] },
    ],
  ])('W-14 refuses a batch with an order that is wrong (%s), and takes none of it', async (_what, wrong) => {
    const answer = await report([
      anOrder('w1', { customer: 'wim' }),
      { ...anOrder('w2', { customer: 'wim' }), ...wrong },
    ])
    expect(answer.status).toBe(400)
    expect(numbers(await seenBy('wim'))).toEqual([])
  })

  it('S2 lets nobody in without the token of the shop’s systems', async () => {
    for (const token of [null, 'wrong', await hub.token('ines')]) {
      expect((await report([anOrder('x1', { customer: 'ines' })], token)).status).toBe(401)
    }
    expect(numbers(await seenBy('ines'))).not.toContain('#x1')
  })
})

describe('a shopper reads', () => {
  it('P-1 W-14 their own orders and nobody else’s, with nothing but a token of the shop', async () => {
    await taken(anOrder('a1', { customer: 'ada' }), anOrder('b1', { customer: 'bo' }))
    expect(numbers(await seenBy('ada'))).toEqual(['#a1'])
    expect(numbers(await seenBy('bo'))).toEqual(['#b1'])
    expect(numbers(await seenBy('cy'))).toEqual([])
    const owner = await hub.member('owner')
    for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: `Bearer ${apiToken}` }, owner]) {
      const { cookie, authorization } = { cookie: '', authorization: '', ...headers }
      expect((await hub.get('/api/hub/orders', { cookie, authorization })).status).toBe(401)
    }
  })

  it('S3 from the shop’s own pages only', async () => {
    const authorization = `Bearer ${await hub.token('ada')}`
    const ask = (origin: string) => hub.get('/api/hub/orders', { authorization, origin })
    expect((await ask('https://evil.example')).status).toBe(403)
    const own = await ask(storefront)
    expect([own.headers.get('access-control-allow-origin'), own.headers.get('cache-control')]).toEqual([
      storefront,
      'no-store',
    ])
  })

  it('T-3 W-14 what they ordered as a guest, by the address that the shop vouches for', async () => {
    await taken(anOrder('g1', { email: 'Gil@Post.example' }))
    expect(numbers(await seenBy('gil'))).toEqual(['#g1'])
    expect(numbers(await seenBy('gil', '', { email: undefined }))).toEqual([])
    // Once they write, both are one customer, and the order is theirs for good.
    await send(await hub.shopper('gil'), 'Hello')
    expect(numbers(await seenBy('gil', '', { email: undefined }))).toEqual(['#g1'])
  })

  it('W-14 a page at a time, each order once, also where many were placed at one moment', async () => {
    const many = Array.from({ length: 45 }, (_, n) =>
      anOrder(`m${n}`, { customer: 'mo' }, { placedAt: placed + Math.floor(n / 10) * hour }),
    )
    expect(await taken(...many)).toEqual({ ok: true, taken: 45 })
    const first = await seenBy('mo')
    expect(first.latest?.placedAt).toBe(placed + 4 * hour)
    const found = [...numbers(first)]
    for (let next = first.next; next !== null; ) {
      const page = await seenBy('mo', next)
      expect(page.latest).toBeNull()
      found.push(...numbers(page))
      next = page.next
    }
    expect(found).toHaveLength(45)
    expect(new Set(found)).toEqual(new Set(many.map(({ number }) => number)))
    for (const after of ['x', '1', '1.2', `-1.${crypto.randomUUID()}`, '1'.repeat(900)]) {
      const authorization = `Bearer ${await hub.token('mo')}`
      expect((await hub.get(`/api/hub/orders?after=${after}`, { authorization })).status).toBe(400)
    }
  })
})

it('R-9 an agent’s page knows the number of the customer’s latest order, and hears of the next', async () => {
  await taken(anOrder('k1', { customer: 'kim' }))
  const { ticket: id } = await send(await hub.shopper('kim'), 'Where is it?')
  const { socket } = await hub.agent()
  const { customer } = await openTicket(socket, id)
  expect(customer.order).toBe('#k1')
  const heard = hear(socket)
  await taken(anOrder('k2', { customer: 'kim' }, { placedAt: placed + hour }))
  await told(heard, 'customer.changed', { customer: customer.id })
  expect((await openTicket(socket, id)).customer.order).toBe('#k2')
})
