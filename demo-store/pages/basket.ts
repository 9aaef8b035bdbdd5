import type { Assets } from '../assets.ts'
import { type BasketLine, countPieces } from '../basket.ts'
import { type Html, html } from '../html.ts'
import { price, sum } from '../money.ts'
import { deliveryFor, goods, type Sendable } from '../orders.ts'
import { pictureName } from '../pictures.ts'
import { shop } from '../shop.ts'
import { stockWords } from '../stock.ts'
import { icons } from './icons.ts'
import type { Page } from './layout.ts'

const lineRow = (assets: Assets, { variant, quantity, price: each, stock, most }: BasketLine): Html => {
  const { sku, product, finish, size } = variant
  const href = `/products/${product.slug}?finish=${finish.id}&size=${size.id}`
  const what = `${product.name}, ${finish.name}`
  return html`<li class="line">
    <img src="${assets.pictureUrl(pictureName(product, finish))}" alt="" width="400" height="500">
    <div class="line-words"><h2><a href="${href}">${product.name}</a></h2><p>${finish.name}, ${size.name}</p>${stock.kind !== 'here' || stock.left <= 5 ? html`<p class="hint ${stock.kind === 'here' ? 'few' : 'gone'}">${stockWords(stock)}</p>` : null}</div>
    <form class="line-form" method="post" action="/basket/set"><input type="hidden" name="sku" value="${sku}">
      <div class="stepper" role="group" aria-label="Quantity of ${what}"><button type="submit" name="quantity" value="${quantity - 1}" aria-label="One less"${quantity <= 1 ? html` disabled` : null}>−</button><span>${quantity}</span><button type="submit" name="quantity" value="${quantity + 1}" aria-label="One more"${quantity >= most ? html` disabled` : null}>+</button></div>
      <button class="remove" type="submit" name="quantity" value="0">${icons.bin}<span>Remove<span class="hidden"> ${what}</span></span></button></form>
    <p class="line-price">${sum(each * quantity)}</p>
  </li>`
}

/** Goods, delivery and total, as they stand beside basket and checkout. */
export const sums = (lines: readonly Sendable[], delivery = deliveryFor(lines)): Html => {
  return html`<dl class="sums"><div><dt>Goods</dt><dd>${sum(goods(lines))}</dd></div><div><dt>Delivery</dt><dd>${delivery === 0 ? 'Free' : sum(delivery)}</dd></div><div class="total"><dt>Total <small>with tax</small></dt><dd>${sum(goods(lines) + delivery)}</dd></div></dl>`
}

export const basketPage = (assets: Assets, lines: readonly BasketLine[], added: string): Page => {
  if (lines.length === 0)
    return {
      title: 'Basket',
      body: html`<div class="wrap empty"><h1>Your basket is empty</h1><p class="lead">Which is the right state for a basket, but not for long.</p><p><a class="button" href="/table">See the winter table</a></p></div>`,
    }
  const news = lines.find((line) => line.variant.sku === added)
  const missing = shop.freeDeliveryFrom - goods(lines)
  const ready = lines.every((line) => line.quantity > 0)
  return {
    title: 'Basket',
    body: html`<div class="wrap narrow-top">
  ${news ? html`<p class="news" role="status">${icons.check}<span><b>${news.variant.product.name}</b>, ${news.variant.finish.name.toLowerCase()}, is in your basket.</span></p>` : null}
  <h1>Basket <span class="soft">${countPieces(lines)} ${countPieces(lines) === 1 ? 'piece' : 'pieces'}</span></h1>
  <div class="two">
    <ul class="lines">${lines.map((line) => lineRow(assets, line))}</ul>
    <aside class="box" aria-label="Sum">${sums(lines)}
      <p class="small">${missing > 0 && deliveryFor(lines) > 0 ? `${price(missing)} more and delivery is free.` : lines.some((line) => line.posted) ? 'Delivery is on us.' : 'Nothing to post: we expect you at the workshop.'}</p>
      ${ready ? html`<a class="button wide" href="/checkout">Go to checkout</a>` : html`<p class="hint gone">Take out what is sold out to go on.</p>`}
      <a class="quiet-link" href="/">Keep looking</a></aside>
  </div></div>`,
  }
}
