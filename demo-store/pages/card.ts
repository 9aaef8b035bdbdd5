import { startingPrice } from '../catalogue.ts'
import type { Product } from '../catalogue/product.ts'
import { type Html, html } from '../html.ts'
import { price } from '../money.ts'
import { pictureName } from '../pictures.ts'
import type { Assets } from '../assets.ts'

/** A dot in the colour of a finish. No style attribute: our own policy forbids them. */
export const swatch = (colour: string): Html =>
  html`<svg class="swatch" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="9.5" fill="${colour}"/></svg>`

/** One product on a shelf. */
export const card = (assets: Assets, product: Product, level: 'h2' | 'h3' = 'h2'): Html => {
  const [finish] = product.finishes
  const { cents, from } = startingPrice(product)
  const name = html`<a href="/products/${product.slug}">${product.name}</a>`
  return html`<li class="card">
    <div class="card-picture"><img src="${assets.pictureUrl(pictureName(product, finish))}" alt="" width="400" height="500" loading="lazy">${product.isNew ? html`<span class="flag">New</span>` : null}</div>
    ${level === 'h2' ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
    <p class="card-price">${from ? 'from ' : ''}${price(cents)}</p>
    ${product.finishes.length > 1 && product.finishWord !== 'Date' ? html`<p class="card-finishes"><span class="hidden">${product.finishes.length} ${product.finishWord === 'Glaze' ? 'glazes' : 'colours'}</span>${product.finishes.map((one) => swatch(one.colour))}</p>` : null}
  </li>`
}
