import type { Assets } from './assets.ts'
import { variantBySku } from './catalogue.ts'
import { journey, type OrderState, stateOf, total } from './orders.ts'
import { pictureName } from './pictures.ts'
import type { Order, OrderLine } from './records.ts'

/** Our states in the desk's words: nothing is paid before it is packed, and what came back was refunded. */
const words: Readonly<Record<OrderState, string>> = {
  placed: 'open',
  packed: 'paid',
  sent: 'fulfilled',
  delivered: 'delivered',
  cancelled: 'cancelled',
  returned: 'refunded',
}

/** Cents as the desk reads money: "116.00". */
const decimal = (cents: number): string => (cents / 100).toFixed(2)

const pictureOf = (assets: Assets, url: string, line: OrderLine): string | null => {
  const variant = variantBySku(line.sku)
  return variant ? `${url}${assets.pictureUrl(pictureName(variant.product, variant.finish))}` : null
}

/** When it came to where it is now. */
const changedAt = (order: Order, now: number): number =>
  Math.max(
    ...journey(order).flatMap(({ at }) => (at <= now ? [at] : [])),
    order.cancelledAt ?? 0,
    order.returnedAt !== null && order.returnedAt <= now ? order.returnedAt : 0,
  )

/** An order as the desk is told of it (POST /api/shop/orders). `url` is the shop's own. */
export const orderReport = (assets: Assets, url: string, order: Order, now: number) => {
  const state = stateOf(order, now)
  const page = `${url}/orders/${order.number}`
  return {
    id: order.number,
    of: { customer: order.customerId },
    number: order.number,
    status: words[state],
    currency: 'EUR',
    total: decimal(total(order)),
    lines: order.lines.map((line) => ({
      id: line.sku,
      name: line.name,
      variant: line.choice,
      quantity: line.quantity,
      price: decimal(line.price),
      picture: pictureOf(assets, url, line),
    })),
    trackingUrl: state === 'sent' ? `${page}#way` : null,
    statusUrl: page,
    placedAt: order.placedAt,
    updatedAt: changedAt(order, now),
  }
}
export type OrderReport = ReturnType<typeof orderReport>
