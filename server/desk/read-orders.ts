import { limits } from '../protocol/limits.ts'
import type { OrdersPage } from '../protocol/orders.ts'
import type { Db } from '../store/connect.ts'
import { type ShopIdentity, unclaimedCustomers } from '../store/customers.ts'
import { type OrderPlace, ordersOf } from '../store/orders.ts'
import { latestOrder, type Order, shownOrder } from '../tickets/orders.ts'
import type { Desk } from './desk.ts'
import { recogniseShopper } from './know-shopper.ts'

/**
 * P-1, W-14: the verified shopper's own orders, newest first. Those from before they had an account count too: they stand
 * under an address that the shop vouches for. Reading writes nothing (T-11).
 */
export async function readOrders(desk: Desk, identity: ShopIdentity, after: OrderPlace | null): Promise<OrdersPage> {
  const [{ customerId }, unclaimed] = await Promise.all([
    recogniseShopper(desk, identity, null),
    unclaimedCustomers(desk.db, identity),
  ])
  const found = await ordersOf(desk.db, [customerId, ...unclaimed.map(({ id }) => id)], after, limits.ordersPage + 1)
  const orders = found.slice(0, limits.ordersPage)
  const latest = after === null ? latestOrder(orders) : null
  const last = found.length > orders.length ? orders.at(-1) : undefined
  return {
    latest: latest && shownOrder(latest),
    orders: orders.map(shownOrder),
    next: last === undefined ? null : `${last.placedAt}.${last.id}`,
  }
}

/** the order that an agent means by "your order"; null: there is none. */
export async function latestOrderOf(db: Db, customerId: string): Promise<Order | null> {
  return latestOrder(await ordersOf(db, [customerId], null, limits.ordersPage))
}
