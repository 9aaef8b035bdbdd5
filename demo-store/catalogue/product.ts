import type { Drawing, Tone } from '../drawings/scene.ts'

export type CategoryId = 'table' | 'linen' | 'light' | 'workshop'

/** A glaze, a dyed cloth, a wax or, for a class, a day. */
export type Finish = { id: string; name: string; colour: string }

/** `price` in cents, `measures` as printed on the product page. */
export type Size = { id: string; name: string; price: number; measures: string }

export type Product = {
  slug: string
  name: string
  category: CategoryId
  /** One line for cards and search. */
  line: string
  story: readonly string[]
  facts: readonly (readonly [name: string, value: string])[]
  care: string
  finishWord: 'Glaze' | 'Colour' | 'Wax' | 'Date' | 'Wood'
  finishes: readonly [Finish, ...Finish[]]
  sizeWord: 'Size' | 'Length' | 'Set' | 'Amount' | 'Class'
  sizes: readonly [Size, ...Size[]]
  /** Pieces on the shelf, by sku ending `finish.size`; others have `usual`. */
  shelf: Readonly<Record<string, number>>
  usual: number
  /** False for what needs no parcel: a place in a class costs no delivery. */
  posted?: false
  /** What happens when the shelf is empty: it is made to order, or it is gone. */
  empty: 'made to order' | 'sold out'
  isNew?: true
  /** Words people search with that stand nowhere else. */
  also: string
  tone: Tone
  /** 0 draws the table from above. */
  horizon: number
  draw: Drawing
}

/** One thing that can lie in a basket: a product in a finish and a size. */
export type Variant = { sku: string; product: Product; finish: Finish; size: Size }
