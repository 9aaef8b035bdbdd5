import type { OrderStatus } from '../protocol/order-status.ts'
import type { OrderLine, ShopperOrder } from '../protocol/orders.ts'

/** An order as the shop last told of it. */
export type Order = {
  id: string
  number: string
  status: OrderStatus
  currency: string
  total: string
  lines: readonly OrderLine[]
  trackingUrl: string | null
  statusUrl: string | null
  placedAt: number
  updatedAt: number
}

/** W-14: reports come late and twice; what is older than what is known changes nothing. */
export function isNews(report: { updatedAt: number }, known: { updatedAt: number } | undefined): boolean {
  return known === undefined || report.updatedAt >= known.updatedAt
}

const steps: Record<OrderStatus, number | null> = {
  open: 1,
  paid: 2,
  fulfilled: 3,
  delivered: 4,
  cancelled: null,
  refunded: null,
}

/** What is called off comes to nobody. */
const goesAhead = ({ status }: Pick<Order, 'status'>) => steps[status] !== null

/**
 * W-14, R-9: which of a customer's orders, newest first, is their latest: the one they think of. Of those that were called
 * off only where there is no other.
 */
export function latestOrder<O extends Pick<Order, 'status'>>(newestFirst: readonly O[]): O | null {
  return newestFirst.find(goesAhead) ?? newestFirst[0] ?? null
}

/** W-14: what its shopper sees of an order. A parcel of what was called off is not to be followed any more. */
export function shownOrder(order: Order): ShopperOrder {
  const { updatedAt: _, ...shown } = order
  return {
    ...shown,
    step: steps[order.status],
    trackingUrl: goesAhead(order) ? order.trackingUrl : null,
    lines: order.lines.map(({ id: _line, ...line }) => line),
  }
}
