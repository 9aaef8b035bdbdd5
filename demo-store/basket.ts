import { variantBySku } from './catalogue.ts'
import type { Variant } from './catalogue/product.ts'
import type { Line, Records } from './records.ts'
import { mostOf, type Stock, stockOf } from './stock.ts'

/** A line as it can be bought today. */
export type BasketLine = {
  variant: Variant
  quantity: number
  price: number
  posted: boolean
  stock: Stock
  most: number
}

/** Kinds of things in one basket, so that a session stays small. */
const mostLines = 30

/** The lines that still exist; quantities above what we have are cut down to it. */
export const readBasket = (records: Records, lines: readonly Line[]): readonly BasketLine[] =>
  lines.flatMap(({ sku, quantity }) => {
    const variant = variantBySku(sku)
    if (!variant) return []
    const stock = stockOf(records, variant)
    const most = mostOf(stock)
    return [
      {
        variant,
        quantity: Math.min(quantity, most),
        price: variant.size.price,
        posted: variant.product.posted ?? true,
        stock,
        most,
      },
    ]
  })

export const countPieces = (lines: readonly { quantity: number }[]): number =>
  lines.reduce((count, line) => count + line.quantity, 0)

/** More of a variant, up to `most`. */
export const addLine = (lines: readonly Line[], sku: string, quantity: number, most: number): Line[] => {
  const there = lines.find((line) => line.sku === sku)
  if (there)
    return lines.map((line) => (line === there ? { sku, quantity: Math.min(line.quantity + quantity, most) } : line))
  return lines.length < mostLines ? [...lines, { sku, quantity: Math.min(quantity, most) }] : [...lines]
}

/** Sets a quantity; 0 takes the line out. */
export const setLine = (lines: readonly Line[], sku: string, quantity: number, most: number): Line[] =>
  lines.flatMap((line) => {
    if (line.sku !== sku) return [line]
    return quantity > 0 ? [{ sku, quantity: Math.min(quantity, Math.max(most, 1)) }] : []
  })

/** What lay in the visitor's basket goes on top of what the customer had. */
export const mergeBaskets = (customers: readonly Line[], visitors: readonly Line[]): Line[] =>
  visitors.reduce<Line[]>((lines, line) => addLine(lines, line.sku, line.quantity, 12), [...customers])
