import { countPieces } from '../basket.ts'
import { categories } from '../catalogue.ts'
import { firstName } from '../customers.ts'
import { type Html, html } from '../html.ts'
import { price } from '../money.ts'
import { shop } from '../shop.ts'
import type { Frame } from '../store.ts'
import { icons, mark } from './icons.ts'

export type Page = { title: string; description?: string; body: Html; search?: string }

const header = ({ visit, path }: Frame, search: string): Html => {
  const pieces = countPieces(visit.basket)
  const at = (href: string): Html | null => (path === href ? html` aria-current="page"` : null)
  return html`<header><p class="bar">Free delivery from ${price(shop.freeDeliveryFrom)} <span class="bar-more"><span aria-hidden="true">·</span> The kiln is fired every second Thursday</span></p><div class="head"><div class="wrap">
    <a class="logo" href="/" aria-label="${shop.name}, home">${mark}<span>${shop.name}</span></a>
    <nav class="main-nav" aria-label="Shop">${categories.map(({ id, name }) => html`<a href="/${id}"${at(`/${id}`)}>${name}</a>`)}<a href="/about"${at('/about')}>About</a></nav>
    <form class="find" action="/search" role="search"><label class="hidden" for="find">Search the shop</label>${icons.search}<input id="find" name="q" type="search" value="${search}" placeholder="Search" maxlength="80" autocomplete="off"></form>
    <div class="own">
      <a class="find-link" href="/search" aria-label="Search">${icons.search}</a>
      ${
        visit.customer
          ? html`<a class="who" href="/account"${at('/account')}>${icons.person}<span><span class="hidden">Account of </span><bdi>${firstName(visit.customer)}</bdi></span></a>`
          : html`<a class="who" href="/sign-in"${at('/sign-in')}>${icons.person}<span>Sign in</span></a>`
      }
      <a class="to-basket" href="/basket"${at('/basket')} aria-label="Basket, ${pieces === 1 ? '1 piece' : `${pieces} pieces`}">${icons.basket}<span class="count">${pieces}</span></a>
    </div>
  </div></div></header>`
}

const footer = (deskUrl: string): Html => html`<footer class="foot"><div class="wrap">
  <div class="foot-grid">
    <div class="foot-about"><p class="logo">${mark}<span>${shop.name}</span></p><p>Stoneware and linen from one small kiln by the sea. ${shop.street}, ${shop.town}, ${shop.region}.</p></div>
    <nav aria-label="Shop, again"><h2>Shop</h2><ul>${categories.map(({ id, name }) => html`<li><a href="/${id}">${name}</a></li>`)}</ul></nav>
    <nav aria-label="Help"><h2>Help</h2><ul><li><a href="/shipping-returns">Shipping &amp; returns</a></li><li><a href="/account">Your orders</a></li><li><a href="mailto:${shop.email}">${shop.email}</a></li></ul></nav>
    <nav aria-label="About us"><h2>${shop.name}</h2><ul><li><a href="/about">About the workshop</a></li><li><a href="/terms">Terms of service</a></li><li><a href="/privacy">Privacy policy</a></li></ul></nav>
  </div>
  <p class="demo"><span class="demo-sign" aria-hidden="true">?</span><span>This is the demo store of Customer Hub: nothing is sold, nothing is sent. Answer its customers in the <a href="${deskUrl}/inbox">inbox</a>.</span></p>
</div></footer>`

/** A whole document around a page's own part. */
export const layout = (frame: Frame, page: Page): string => {
  const { assets, deskUrl } = frame.store
  const title =
    page.title === shop.name ? `${shop.name}: stoneware and linen by the sea` : `${page.title} · ${shop.name}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f7f3ec" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#191714" media="(prefers-color-scheme: dark)">
<title>${title}</title>
${page.description ? html`<meta name="description" content="${page.description}">` : null}
<link rel="icon" type="image/svg+xml" href="${assets.pictureUrl('mark.svg')}">
<link rel="stylesheet" href="${assets.cssUrl}">
<script src="${assets.scriptUrl}"></script>
<script async src="${deskUrl}/hub.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
${header(frame, page.search ?? '')}
<main id="main" tabindex="-1">${page.body}</main>
${footer(deskUrl)}
</body>
</html>
`.text
}
