import type { Assets } from '../assets.ts'
import { categoryById, products, variantsOf } from '../catalogue.ts'
import type { Product, Variant } from '../catalogue/product.ts'
import { type Html, html } from '../html.ts'
import { price } from '../money.ts'
import { pictureName } from '../pictures.ts'
import type { Records } from '../records.ts'
import { shop } from '../shop.ts'
import { mostOf, stockOf, stockWords } from '../stock.ts'
import { card, swatch } from './card.ts'
import { crumbs } from './crumbs.ts'
import type { Page } from './layout.ts'

/** "Dinner plate in tide blue": what a picture shows. */
export const pictureWords = (product: Product, finishName: string): string =>
  product.finishWord === 'Date' || product.finishes.length === 1
    ? product.name
    : `${product.name} in ${finishName.toLowerCase()}`

/** For the script: what changes on the page with the choice. */
const choices = (records: Records, assets: Assets, product: Product): string =>
  JSON.stringify({
    variants: Object.fromEntries(
      variantsOf(product).map((variant) => {
        const stock = stockOf(records, variant)
        const { finish, size } = variant
        return [
          `${finish.id}.${size.id}`,
          {
            price: price(size.price),
            measures: size.measures,
            stock: stockWords(stock),
            kind: hintKind(records, variant),
            most: mostOf(stock),
          },
        ]
      }),
    ),
    pictures: Object.fromEntries(
      product.finishes.map((finish) => [
        finish.id,
        {
          name: finish.name,
          whole: assets.pictureUrl(pictureName(product, finish)),
          close: assets.pictureUrl(pictureName(product, finish, 'close')),
          alt: pictureWords(product, finish.name),
        },
      ]),
    ),
  })

const hintKind = (records: Records, variant: Variant): string => {
  const stock = stockOf(records, variant)
  return stock.kind === 'here' ? (stock.left <= 5 ? 'few' : 'plenty') : stock.kind === 'sold out' ? 'gone' : 'later'
}

const option = (name: string, id: string, checked: boolean, label: Html): Html =>
  html`<label class="choice"><input type="radio" name="${name}" value="${id}"${checked ? html` checked` : null}><span>${label}</span></label>`

const form = (records: Records, assets: Assets, variant: Variant): Html => {
  const { product, finish, size } = variant
  const stock = stockOf(records, variant)
  const most = mostOf(stock)
  return html`<form class="buy" method="post" action="/basket/add" data-choices="${choices(records, assets, product)}">
    <input type="hidden" name="slug" value="${product.slug}">
    <fieldset><legend>${product.finishWord}: <b data-shows="finish">${finish.name}</b></legend><div class="choices${product.finishWord === 'Date' ? '' : ' dots'}">${product.finishes.map((one) => option('finish', one.id, one.id === finish.id, product.finishWord === 'Date' ? html`${one.name}` : html`${swatch(one.colour)}<span class="hidden">${one.name}</span>`))}</div></fieldset>
    <fieldset><legend>${product.sizeWord}</legend><div class="choices">${product.sizes.map((one) => option('size', one.id, one.id === size.id, html`${one.name}${product.sizes.length > 1 ? html` <small>${price(one.price)}</small>` : null}`))}</div></fieldset>
    <p class="hint ${hintKind(records, variant)}" data-shows="stock" aria-live="polite">${stockWords(stock)}</p>
    <div class="buy-line"><label class="hidden" for="quantity">Quantity</label><select id="quantity" name="quantity">${Array.from({ length: Math.max(most, 1) }, (_, at) => html`<option value="${at + 1}">${at + 1}</option>`)}</select>
    <button class="button wide" type="submit"${most === 0 ? html` disabled` : null}>Add to basket</button></div>
    <p class="small">${product.posted === false ? 'Nothing is posted, so there is no delivery to pay.' : `Delivery ${price(shop.deliveryFee)}, free from ${price(shop.freeDeliveryFrom)}. Thirty days to return it.`}</p>
  </form>`
}

const beside = (product: Product): readonly Product[] => {
  const at = products.indexOf(product)
  return [5, 9, 2, 12].flatMap((step) => products[(at + step) % products.length] ?? [])
}

export const productPage = (records: Records, assets: Assets, variant: Variant): Page => {
  const { product, finish, size } = variant
  const category = categoryById(product.category)
  const whole = assets.pictureUrl(pictureName(product, finish))
  return {
    title: product.name,
    description: product.line,
    body: html`<div class="wrap">${crumbs(category ? [{ href: `/${category.id}`, name: category.name }] : [], product.name)}
  <div class="product">
    <div class="gallery">
      <img class="gallery-main" data-shows="whole" src="${whole}" alt="${pictureWords(product, finish.name)}" width="400" height="500" fetchpriority="high">
      <img class="gallery-close" data-shows="close" src="${assets.pictureUrl(pictureName(product, finish, 'close'))}" alt="The same, from close by" width="400" height="500">
    </div>
    <div class="product-words">
      <h1>${product.name}</h1>
      <p class="lead">${product.line}</p>
      <p class="price"><span class="hidden">Price </span><b data-shows="price">${price(size.price)}</b> <span class="small">with tax</span></p>
      ${form(records, assets, variant)}
      <div class="prose">${product.story.map((text) => html`<p>${text}</p>`)}</div>
      <details open><summary>Details</summary><dl class="facts"><div><dt>${product.sizeWord}</dt><dd data-shows="measures">${size.measures}</dd></div>${product.facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></details>
      <details><summary>${product.category === 'workshop' ? 'Good to know' : 'Care'}</summary><p>${product.care}</p></details>
      ${product.posted === false ? null : html`<details><summary>Delivery and returns</summary><p>Parcels leave within two working days and take two to five days in Europe, up to ten elsewhere. Try it at your own table for thirty days. <a href="/shipping-returns">All about shipping and returns</a>.</p></details>`}
    </div>
  </div>
  <section class="band-top" aria-labelledby="beside"><div class="line-head"><h2 id="beside">Stands well beside it</h2></div><ul class="shelf">${beside(product).map((one) => card(assets, one, 'h3'))}</ul></section>
</div>`,
  }
}
