import type { Assets } from '../assets.ts'
import { variantBySku } from '../catalogue.ts'
import { isoDay, longDay, shortDay } from '../dates.ts'
import { type Html, html } from '../html.ts'
import { sum } from '../money.ts'
import { journey, mayCancel, type OrderState, stateOf, stateWords, total } from '../orders.ts'
import { pictureName } from '../pictures.ts'
import type { Order, OrderLine } from '../records.ts'
import { countries, shop } from '../shop.ts'
import { sums } from './basket.ts'
import { crumbs } from './crumbs.ts'
import type { Page } from './layout.ts'

export const stateSign = (state: OrderState): Html => html`<span class="state ${state}">${stateWords[state]}</span>`

export const when = (at: number): Html => html`<time datetime="${isoDay(at)}">${longDay(at)}</time>`

/** A small picture of what a line was; nothing when the catalogue no longer has it. */
export const linePicture = (assets: Assets, line: OrderLine): Html | null => {
  const variant = variantBySku(line.sku)
  return variant
    ? html`<img src="${assets.pictureUrl(pictureName(variant.product, variant.finish))}" alt="" width="400" height="500" loading="lazy">`
    : null
}

const lineRow = (assets: Assets, line: OrderLine): Html => {
  const variant = variantBySku(line.sku)
  const name = variant
    ? html`<a href="/products/${variant.product.slug}?finish=${variant.finish.id}&size=${variant.size.id}">${line.name}</a>`
    : html`${line.name}`
  return html`<li class="line">${linePicture(assets, line)}<div class="line-words"><h3>${name}</h3><p>${line.choice}</p><p>${line.quantity} × ${sum(line.price)}</p></div><p class="line-price">${sum(line.price * line.quantity)}</p></li>`
}

const addressOf = (order: Order): Html => {
  const { name, street, more, postcode, city, country } = order.address
  return html`<address><bdi>${name}</bdi><br>${street}<br>${more ? html`${more}<br>` : null}${postcode} ${city}<br>${countries[country] ?? country}${order.phone ? html`<br>${order.phone}` : null}</address>`
}

const steps = (order: Order, now: number): Html => {
  const state = stateOf(order, now)
  if (state === 'cancelled')
    return html`<p class="lead">Cancelled on ${when(order.cancelledAt ?? now)}. You owe us nothing.</p>`
  if (state === 'returned')
    return html`<p class="lead">Came back to us on ${when(order.returnedAt ?? now)}. The invoice has been cancelled.</p>`
  return html`<ol class="journey" id="way">${journey(order).map(({ state: step, at }) => html`<li class="${at <= now ? 'done' : 'to-come'}"${step === state ? html` aria-current="step"` : null}><b>${stateWords[step]}</b><span>${at <= now ? shortDay(at) : step === 'delivered' ? `about ${shortDay(at)}` : 'next'}</span></li>`)}</ol>`
}

const details = (assets: Assets, order: Order): Html => html`<div class="two">
  <section aria-labelledby="what"><h2 class="hidden" id="what">What you ordered</h2><ul class="lines">${order.lines.map((line) => lineRow(assets, line))}</ul></section>
  <aside class="box" aria-label="About this order">${sums(order.lines, order.delivery)}<h2>Goes to</h2>${addressOf(order)}<h2>Payment</h2><p>On invoice (demo: none is sent)</p>${order.note ? html`<h2>Your note</h2><p><bdi>${order.note}</bdi></p>` : null}</aside>
</div>`

export const orderPage = (assets: Assets, order: Order, now: number): Page => ({
  title: `Order ${order.number}`,
  body: html`<div class="wrap">${crumbs([{ href: '/account', name: 'Account' }], order.number)}
  <div class="order-head"><h1>Order ${order.number}</h1>${stateSign(stateOf(order, now))}</div>
  <p class="soft">Placed on ${when(order.placedAt)}, ${sum(total(order))}</p>
  ${steps(order, now)}${details(assets, order)}
  <div class="order-foot">${
    mayCancel(order, now)
      ? html`<form method="post" action="/orders/${order.number}/cancel"><button class="button plain" type="submit">Cancel this order</button></form><p class="small">Possible until it leaves the workshop.</p>`
      : html`<p>Something wrong with it? <a href="/shipping-returns">See how to send it back</a>, or write to <a href="mailto:${shop.email}?subject=${order.number}">${shop.email}</a>.</p>`
  }</div></div>`,
})

export const confirmationPage = (assets: Assets, order: Order, now: number): Page => ({
  title: 'Thank you',
  body: html`<div class="wrap narrow-top"><p class="over">Order ${order.number}</p><h1>Thank you, <bdi>${order.address.name.split(' ')[0] ?? ''}</bdi></h1>
  <p class="lead">We have it. It is written on the board by the door, and somebody is already looking for the right box.</p>
  ${steps(order, now)}${details(assets, order)}
  <p class="order-foot"><a class="button" href="/orders/${order.number}">Follow this order</a><a class="quiet-link" href="/">Back to the shop</a></p></div>`,
})
