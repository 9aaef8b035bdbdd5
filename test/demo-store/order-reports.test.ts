import { expect, it } from 'vitest'
import { loadAssets } from '../../demo-store/assets.ts'
import { day, hour } from '../../demo-store/dates.ts'
import { orderReport } from '../../demo-store/order-reports.ts'
import { seededCustomers } from '../../demo-store/seeds/customers.ts'
import { seededOrders } from '../../demo-store/seeds/orders.ts'
import { orderReports } from '../../server/protocol/orders.ts'

const now = Date.UTC(2026, 10, 18, 10)
const assets = loadAssets()
const reportsAt = (moment: number) =>
  seededOrders(seededCustomers(now), now).map((order) => orderReport(assets, 'http://shop.example', order, moment))

it('W-14 tells the desk of every order as the desk reads it, with pictures and the order’s own page', () => {
  const { orders } = orderReports.parse({ orders: reportsAt(now) })
  expect(new Set(orders.map(({ status }) => status))).toEqual(
    new Set(['open', 'fulfilled', 'delivered', 'cancelled', 'refunded', 'paid']),
  )
  expect(orders.every(({ updatedAt, placedAt }) => placedAt <= updatedAt && updatedAt <= now)).toBe(true)
  expect(orders.at(-3)).toMatchObject({
    of: { customer: 'tw-1001' },
    currency: 'EUR',
    statusUrl: `http://shop.example/orders/${orders.at(-3)?.number}`,
    lines: [{ name: 'Dinner plate', quantity: 4 }, {}],
  })
  expect(orders.at(-3)?.lines[0]?.picture).toMatch(/^http:\/\/shop\.example\/pictures\/dinner-plate-tide\.svg/)
})

it('W-14 says when an order came a step on, so that an older report never counts', () => {
  const at = (moment: number) => reportsAt(moment).at(-1)
  expect(at(now)?.status).toBe('open')
  expect(at(now + 6 * hour)).toMatchObject({ status: 'paid' })
  expect(at(now + 10 * day)).toMatchObject({ status: 'delivered', trackingUrl: null })
  expect(at(now + 10 * day)?.updatedAt).toBeGreaterThan(at(now)?.updatedAt ?? Infinity)
})
