import { categoryById, products } from './catalogue.ts'
import type { Product } from './catalogue/product.ts'

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Plates and plate, candles and candle are one word to a person. */
const stem = (word: string): string => (word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word)

const shelf = products.map((product) => ({
  product,
  name: words(product.name),
  near: words(
    [
      product.also,
      product.category,
      categoryById(product.category)?.name,
      ...product.finishes.map((finish) => finish.name),
    ].join(' '),
  ),
  far: words([product.line, ...product.story].join(' ')),
}))

const weigh = (asked: string, entry: (typeof shelf)[number]): number => {
  const starts = (list: readonly string[]): boolean => list.some((word) => word.startsWith(asked))
  if (starts(entry.name)) return 10
  if (starts(entry.near)) return 4
  return asked.length > 2 && starts(entry.far) ? 1 : 0
}

/** Products that hold every asked word, the likeliest first. Accents, case and a plural s do not matter. */
export const search = (text: string): readonly Product[] => {
  const asked = words(text).slice(0, 8).map(stem)
  if (asked.length === 0) return []
  return shelf
    .map((entry) => {
      const weights = asked.map((word) => weigh(word, entry))
      return { product: entry.product, weight: weights.includes(0) ? 0 : weights.reduce((a, b) => a + b, 0) }
    })
    .filter((hit) => hit.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((hit) => hit.product)
}
