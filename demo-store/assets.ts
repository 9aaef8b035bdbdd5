import { createHash } from 'node:crypto'
import base from './browser/base.css?raw'
import basket from './browser/basket.css?raw'
import footer from './browser/footer.css?raw'
import forms from './browser/forms.css?raw'
import header from './browser/header.css?raw'
import home from './browser/home.css?raw'
import orders from './browser/orders.css?raw'
import product from './browser/product.css?raw'
import reading from './browser/reading.css?raw'
import shelf from './browser/shelf.css?raw'
import script from './browser/shop.mjs?raw'
import { drawPictures, type Picture } from './pictures.ts'

export type Assets = {
  css: string
  script: string
  pictures: ReadonlyMap<string, Picture>
  /** Addresses that change with the content, so that they may be kept for ever. */
  cssUrl: string
  scriptUrl: string
  /** Of a picture by its file name; an unknown name is a bug in a page. */
  pictureUrl(name: string): string
}

const stamp = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 10)

export const loadAssets = (): Assets => {
  const css = [base, header, footer, home, shelf, product, reading, forms, basket, orders].join('\n')
  const pictures = drawPictures()
  return {
    css,
    script,
    pictures,
    cssUrl: `/shop.css?v=${stamp(css)}`,
    scriptUrl: `/shop.js?v=${stamp(script)}`,
    pictureUrl(name) {
      const picture = pictures.get(name)
      if (!picture) throw new Error(`no picture is called ${name}`)
      return `/pictures/${name}?v=${picture.stamp}`
    },
  }
}
