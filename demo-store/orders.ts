import type { Variant } from './catalogue/product.ts'
import { day, hour } from './dates.ts'
import type { Address, Customer, Order, OrderLine, Records } from './records.ts'
import { shop } from './shop.ts'

export type OrderState = 'placed' | 'packed' | 'sent' | 'delivered' | 'cancelled' | 'returned'

/** When each step is reached, counted from the moment of the order. */
const steps = { packed: 5 * hour, sent: 26 * hour, delivered: 5 * day } as const

export const stateWords: Readonly<Record<OrderState, string>> = {
  placed: 'Received',
  packed: 'Being packed',
  sent: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
  returned: 'Returned',
}

/** Where an order is at `now` (ms). */
export const stateOf = (order: Order, now: number): OrderState => {
  if (order.cancelledAt !== null) return 'cancelled'
  if (order.returnedAt !== null && now >= order.returnedAt) return 'returned'
  const age = now - order.placedAt
  if (age >= steps.delivered) return 'delivered'
  if (age >= steps.sent) return 'sent'
  return age >= steps.packed ? 'packed' : 'placed'
}

/** The steps of an order that goes its usual way, with their moments. */
export const journey = (order: Order): readonly { state: OrderState; at: number }[] => [
  { state: 'placed', at: order.placedAt },
  { state: 'packed', at: order.placedAt + steps.packed },
  { state: 'sent', at: order.placedAt + steps.sent },
  { state: 'delivered', at: order.placedAt + steps.delivered },
]

/** Until it leaves the house. */
export const mayCancel = (order: Order, now: number): boolean => ['placed', 'packed'].includes(stateOf(order, now))

/** The choice as one phrase: "Tide blue, 27 cm". A size or finish without alternatives still names what came. */
export const lineOf = (variant: Variant, quantity: number): OrderLine => ({
  sku: variant.sku,
  name: variant.product.name,
  choice: `${variant.finish.name}, ${variant.size.name}`,
  price: variant.size.price,
  quantity,
  posted: variant.product.posted ?? true,
})

type Priced = { price: number; quantity: number }
export type Sendable = Priced & { posted: boolean }

/** Cents for the goods alone. */
export const goods = (lines: readonly Priced[]): number =>
  lines.reduce((cents, line) => cents + line.price * line.quantity, 0)

/** Cents for delivery: one fee for everywhere, none from the free amount on or when there is nothing to post. */
export const deliveryFor = (lines: readonly Sendable[]): number =>
  goods(lines) >= shop.freeDeliveryFrom || !lines.some((line) => line.posted) ? 0 : shop.deliveryFee

export const total = (order: Order): number => goods(order.lines) + order.delivery

export const ordersOf = (records: Records, customerId: string): readonly Order[] =>
  Object.values(records.orders)
    .filter((order) => order.customerId === customerId)
    .sort((a, b) => b.placedAt - a.placedAt)

export type Placing = {
  customer: Customer
  lines: readonly OrderLine[]
  attempt: string
  address: Address
  phone: string | null
  note: string
  now: number
}

/** Writes the order and empties the basket. The same attempt again gives the same order; nothing to order gives null. */
export const placeOrder = (records: Records, placing: Placing): Order | null => {
  const { customer, lines, attempt, address, phone, note, now } = placing
  const before = Object.values(records.orders).find(
    (order) => order.customerId === customer.id && order.attempt === attempt,
  )
  if (before) return before
  if (lines.length === 0) return null
  const order: Order = {
    number: `TW-${records.nextOrder}`,
    customerId: customer.id,
    attempt,
    placedAt: now,
    cancelledAt: null,
    returnedAt: null,
    fromShelf: true,
    lines: [...lines],
    delivery: deliveryFor(lines),
    address,
    phone,
    note,
  }
  records.nextOrder += 1
  records.orders[order.number] = order
  customer.basket = []
  customer.address = address
  customer.phone = phone ?? customer.phone
  return order
}
