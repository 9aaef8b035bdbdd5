import type { Assets } from '../assets.ts'
import { firstName } from '../customers.ts'
import { type Html, html } from '../html.ts'
import { sum } from '../money.ts'
import { stateOf, total } from '../orders.ts'
import type { Customer, Order } from '../records.ts'
import { countries } from '../shop.ts'
import type { Page } from './layout.ts'
import { linePicture, stateSign, when } from './orders.ts'

const row = (assets: Assets, order: Order, now: number): Html => html`<li class="order">
  <div class="order-pictures" aria-hidden="true">${order.lines.slice(0, 3).map((line) => linePicture(assets, line))}</div>
  <div class="order-words"><h3><a href="/orders/${order.number}">${order.number}</a></h3><p>${order.lines.map((line) => `${line.quantity} × ${line.name}`).join(', ')}</p><p class="soft">${when(order.placedAt)}</p></div>
  ${stateSign(stateOf(order, now))}<p class="line-price">${sum(total(order))}</p></li>`

export const accountPage = (assets: Assets, customer: Customer, orders: readonly Order[], now: number): Page => ({
  title: 'Your account',
  body: html`<div class="wrap narrow-top"><div class="order-head"><h1>Hello, <bdi>${firstName(customer)}</bdi></h1><form method="post" action="/sign-out" data-sign-out><button class="button plain" type="submit">Sign out</button></form></div>
  <div class="two">
    <section aria-labelledby="orders"><h2 id="orders">Your orders</h2>${
      orders.length === 0
        ? html`<p class="lead">None yet. Your first one will be listed here, with its way to you.</p><p><a class="button" href="/table">See the winter table</a></p>`
        : html`<ul class="orders">${orders.map((order) => row(assets, order, now))}</ul>`
    }</section>
    <aside class="box" aria-label="About you"><h2>You</h2><p><bdi>${customer.name}</bdi><br>${customer.email}${customer.phone ? html`<br>${customer.phone}` : null}</p>${
      customer.address
        ? html`<h2>Last address</h2><address>${customer.address.street}<br>${customer.address.more ? html`${customer.address.more}<br>` : null}${customer.address.postcode} ${customer.address.city}<br>${countries[customer.address.country] ?? ''}</address>`
        : null
    }<p class="small">Customer ${customer.id} since ${when(customer.since)}</p></aside>
  </div></div>`,
})
