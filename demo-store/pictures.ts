import { createHash } from 'node:crypto'
import { products } from './catalogue.ts'
import type { Finish, Product } from './catalogue/product.ts'
import { scene } from './drawings/scene.ts'
import { stills } from './drawings/stills.ts'

export type Picture = { svg: string; stamp: string }

const view = (product: Product) => ({ width: 400, height: 500, tone: product.tone, horizon: product.horizon })

const closeUp = (product: Product): readonly [number, number, number, number] =>
  product.horizon > 0 ? [120, 240, 160, 200] : [70, 110, 176, 220]

/** Every picture of the shop by file name, drawn once when the server starts. */
export const drawPictures = (): ReadonlyMap<string, Picture> => {
  const drawn: [string, string][] = []
  for (const product of products) {
    for (const finish of product.finishes) {
      drawn.push([
        `${product.slug}-${finish.id}.svg`,
        scene(view(product), (sheet) => product.draw(sheet, finish.colour)),
      ])
      drawn.push([
        `${product.slug}-${finish.id}-close.svg`,
        scene(view(product), (sheet) => product.draw(sheet, finish.colour), closeUp(product)),
      ])
    }
  }
  for (const [name, still] of Object.entries(stills)) drawn.push([`${name}.svg`, still()])
  return new Map(
    drawn.map(([name, svg]) => [
      name,
      { svg, stamp: createHash('sha256').update(svg).digest('base64url').slice(0, 10) },
    ]),
  )
}

export const pictureName = (product: Product, finish: Finish, kind: 'whole' | 'close' = 'whole'): string =>
  `${product.slug}-${finish.id}${kind === 'close' ? '-close' : ''}.svg`
