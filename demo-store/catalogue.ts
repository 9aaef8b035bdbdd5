import { light } from './catalogue/light.ts'
import { linen } from './catalogue/linen.ts'
import type { CategoryId, Finish, Product, Size, Variant } from './catalogue/product.ts'
import { table } from './catalogue/table.ts'
import { workshop } from './catalogue/workshop.ts'

export type Category = { id: CategoryId; name: string; line: string; intro: string }

export const categories: readonly Category[] = [
  {
    id: 'table',
    name: 'Table',
    line: 'Plates, bowls, mugs',
    intro:
      'Stoneware for every day: plates, bowls, mugs and what stands between them. Thrown by hand, glazed with what the shore and the hedges gave us names for.',
  },
  {
    id: 'linen',
    name: 'Linen',
    line: 'Throws, runners, aprons',
    intro:
      'Flax from a mill of nine people, washed until it is soft and hemmed on our first floor. It will outlive the table it lies on.',
  },
  {
    id: 'light',
    name: 'Light',
    line: 'Candles and lamps',
    intro:
      'For the dark half of the year: beeswax from up the valley, holders that catch the drip, and one lamp we spent four winters on.',
  },
  {
    id: 'workshop',
    name: 'Workshop',
    line: 'Classes, tools, gifts',
    intro: 'Come and get your hands dirty, or take the tools home. Also what to give to someone who has enough bowls.',
  },
]

export const products: readonly Product[] = [...table, ...linen, ...light, ...workshop]

const bySlug = new Map(products.map((product) => [product.slug, product]))

export const categoryById = (id: string): Category | undefined => categories.find((category) => category.id === id)
export const productBySlug = (slug: string): Product | undefined => bySlug.get(slug)
export const inCategory = (id: CategoryId): readonly Product[] => products.filter((product) => product.category === id)

const variant = (product: Product, finish: Finish, size: Size): Variant => ({
  sku: `${product.slug}.${finish.id}.${size.id}`,
  product,
  finish,
  size,
})

/** Every finish in every size. */
export const variantsOf = (product: Product): readonly Variant[] =>
  product.finishes.flatMap((finish) => product.sizes.map((size) => variant(product, finish, size)))

/** The asked finish and size, or the first ones where they are unknown or absent. */
export const chosenVariant = (product: Product, finishId: string, sizeId: string): Variant =>
  variant(
    product,
    product.finishes.find(({ id }) => id === finishId) ?? product.finishes[0],
    product.sizes.find(({ id }) => id === sizeId) ?? product.sizes[0],
  )

const bySku = new Map(products.flatMap(variantsOf).map((one) => [one.sku, one]))

export const variantBySku = (sku: string): Variant | undefined => bySku.get(sku)

/** The lowest price in cents, and whether other sizes cost more. */
export const startingPrice = (product: Product): { cents: number; from: boolean } => {
  const prices = product.sizes.map((size) => size.price)
  const cents = Math.min(...prices)
  return { cents, from: prices.some((one) => one !== cents) }
}
