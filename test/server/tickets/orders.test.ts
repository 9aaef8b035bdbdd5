import { describe, expect, it } from 'vitest'
import { orderStatuses } from '../../../server/protocol/order-status.ts'
import { isNews, latestOrder, type Order, shownOrder } from '../../../server/tickets/orders.ts'

const anOrder = (given: Partial<Order> = {}): Order => ({
  id: '00000000-0000-4000-8000-000000000001',
  number: '20987',
  status: 'open',
  currency: 'EUR',
  total: '116.00',
  lines: [{ id: 'l1', name: 'Linen throw', variant: 'Oat', quantity: 2, price: '58.00', picture: null }],
  trackingUrl: 'https://carrier.example/1',
  statusUrl: 'https://shop.example/orders/20987',
  placedAt: 1_000,
  updatedAt: 2_000,
  ...given,
})

describe('reports', () => {
  it('W-14 what is older than what is known is no news; the same moment again is', () => {
    expect(isNews({ updatedAt: 5 }, undefined)).toBe(true)
    expect([4, 5, 6].map((updatedAt) => isNews({ updatedAt }, { updatedAt: 5 }))).toEqual([false, true, true])
  })
})

describe('the latest order', () => {
  it('W-14 R-9 is the newest; one that was called off only where there is no other', () => {
    const [off, back, open, old] = (['cancelled', 'refunded', 'open', 'delivered'] as const).map((status) => ({
      status,
    }))
    if (!off || !back || !open || !old) throw new Error('four were made')
    expect(latestOrder([open, old])).toBe(open)
    expect(latestOrder([off, back, old])).toBe(old)
    expect(latestOrder([off, back])).toBe(off)
    expect(latestOrder([])).toBeNull()
  })
})

describe('what its shopper sees', () => {
  it('W-14 says how far it is on its way to the door', () => {
    const steps = orderStatuses.map((status) => shownOrder(anOrder({ status })).step)
    expect(steps).toEqual([1, 2, 3, 4, null, null])
  })

  it('W-14 has no parcel to follow once it was called off, and never the shop’s own ids', () => {
    expect(shownOrder(anOrder()).trackingUrl).toBe('https://carrier.example/1')
    for (const status of ['cancelled', 'refunded'] as const) {
      expect(shownOrder(anOrder({ status }))).toMatchObject({ trackingUrl: null, statusUrl: anOrder().statusUrl })
    }
    expect(JSON.stringify(shownOrder(anOrder()))).not.toMatch(/l1|updatedAt/)
  })
})
