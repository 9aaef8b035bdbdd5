import type { Assets } from '../assets.ts'
import { type Category, inCategory, startingPrice } from '../catalogue.ts'
import type { Product } from '../catalogue/product.ts'
import { html } from '../html.ts'
import { card } from './card.ts'
import { crumbs } from './crumbs.ts'
import type { Page } from './layout.ts'

const orders = [
  { id: '', name: 'As we like it', sort: null },
  {
    id: 'low',
    name: 'Price, low first',
    sort: (a: Product, b: Product) => startingPrice(a).cents - startingPrice(b).cents,
  },
  {
    id: 'high',
    name: 'Price, high first',
    sort: (a: Product, b: Product) => startingPrice(b).cents - startingPrice(a).cents,
  },
] as const

export const categoryPage = (assets: Assets, category: Category, sort: string): Page => {
  const chosen = orders.find(({ id }) => id === sort) ?? orders[0]
  const listed = inCategory(category.id)
  const shown = chosen.sort ? [...listed].sort(chosen.sort) : listed
  return {
    title: category.name,
    description: category.intro,
    body: html`<div class="wrap">${crumbs([], category.name)}
  <div class="intro"><h1>${category.name}</h1><p class="lead">${category.intro}</p></div>
  <div class="sorting"><p>${shown.length} pieces</p><nav aria-label="Order of the products"><ul>${orders.map(({ id, name }) => html`<li><a href="/${category.id}${id === '' ? '' : `?sort=${id}`}"${id === chosen.id ? html` aria-current="true"` : null}>${name}</a></li>`)}</ul></nav></div>
  <ul class="shelf">${shown.map((product) => card(assets, product))}</ul>
</div>`,
  }
}
