import type { Variant } from './catalogue/product.ts'
import type { Records } from './records.ts'

/** What we can promise about a variant today. */
export type Stock = { kind: 'here'; left: number } | { kind: 'made to order' } | { kind: 'sold out' }

const shelfOf = ({ product, finish, size }: Variant): number =>
  product.shelf[`${finish.id}.${size.id}`] ?? product.usual

/** The shelf of the catalogue less what orders took from it and did not give back. */
export const stockOf = (records: Records, variant: Variant): Stock => {
  const taken = Object.values(records.orders)
    .filter((order) => order.fromShelf && order.cancelledAt === null)
    .flatMap((order) => order.lines)
    .filter((line) => line.sku === variant.sku)
    .reduce((count, line) => count + line.quantity, 0)
  const left = shelfOf(variant) - taken
  if (left > 0) return { kind: 'here', left }
  return { kind: variant.product.empty }
}

/** The most of one variant that an order may hold; 0 when it is gone. */
export const mostOf = (stock: Stock): number => {
  if (stock.kind === 'sold out') return 0
  return stock.kind === 'here' ? Math.min(stock.left, 12) : 6
}

/** The hint beside the button. */
export const stockWords = (stock: Stock): string => {
  if (stock.kind === 'sold out') return 'Sold out for now'
  if (stock.kind === 'made to order') return 'Made to order, leaves in about three weeks'
  return stock.left <= 5 ? `Only ${stock.left} left` : 'In stock, leaves within two working days'
}
