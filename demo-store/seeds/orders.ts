import { variantBySku } from '../catalogue.ts'
import { day, hour } from '../dates.ts'
import { deliveryFor, lineOf } from '../orders.ts'
import type { Customer, Order } from '../records.ts'

type Seed = { of: string; ago: number; skus: readonly string[]; cancelled?: true; returned?: true; note?: string }

/** Ages in ms: every state an order can have is there on the first day. */
const seeds: readonly Seed[] = [
  { of: 'tw-1005', ago: 1190 * day, skus: ['morning-mug.tide.32*2', 'tea-towels.ink.2'] },
  { of: 'tw-1001', ago: 940 * day, skus: ['supper-bowl.shell.17*4'] },
  { of: 'tw-1005', ago: 702 * day, skus: ['harbour-pitcher.tide.15'], returned: true },
  { of: 'tw-1002', ago: 530 * day, skus: ['work-apron.ink.one'] },
  { of: 'tw-1001', ago: 388 * day, skus: ['linen-throw.flax.180', 'beeswax-candle.honey.10*2'] },
  { of: 'tw-1005', ago: 344 * day, skus: ['gift-card.tide.50'], note: 'For Ines, with love from the fourth floor.' },
  { of: 'tw-1003', ago: 210 * day, skus: ['napkins.salt.4', 'table-runner.clay.240'] },
  { of: 'tw-1002', ago: 122 * day, skus: ['dinner-plate.charcoal.27*6'] },
  { of: 'tw-1004', ago: 88 * day, skus: ['serving-bowl.sage.32'] },
  { of: 'tw-1001', ago: 61 * day, skus: ['branch-vase.tide.28'] },
  { of: 'tw-1003', ago: 40 * day, skus: ['mending-kit.gold.kit'], cancelled: true },
  { of: 'tw-1002', ago: 9 * day, skus: ['table-lamp.tide.46'] },
  { of: 'tw-1004', ago: 3 * day, skus: ['side-plate.ember.20*4', 'morning-mug.shell.32*2'] },
  { of: 'tw-1001', ago: 2 * day, skus: ['dinner-plate.tide.27*4', 'napkins.salt.4'] },
  { of: 'tw-1003', ago: 20 * hour, skus: ['tapers.ivory.6*2', 'chamberstick.charcoal.15'] },
  { of: 'tw-1005', ago: 2 * hour, skus: ['wheel-saturday.feb.seat*2'], note: 'One of us is left-handed.' },
]

export const firstOrderNumber = 10_427

/** The order histories a new shop begins with, oldest first. */
export const seededOrders = (customers: readonly Customer[], now: number): readonly Order[] =>
  seeds.flatMap((seed, at) => {
    const customer = customers.find(({ id }) => id === seed.of)
    if (!customer?.address) return []
    const placedAt = now - seed.ago
    const lines = seed.skus.flatMap((text) => {
      const [sku = '', count = '1'] = text.split('*')
      const variant = variantBySku(sku)
      return variant ? [lineOf(variant, Number(count))] : []
    })
    return [
      {
        number: `TW-${firstOrderNumber + at * 3}`,
        customerId: customer.id,
        attempt: `seed-${at}`,
        placedAt,
        cancelledAt: seed.cancelled ? placedAt + hour : null,
        returnedAt: seed.returned ? placedAt + 15 * day : null,
        fromShelf: false,
        lines,
        delivery: deliveryFor(lines),
        address: customer.address,
        phone: customer.phone,
        note: seed.note ?? '',
      },
    ]
  })
