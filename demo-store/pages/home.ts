import type { Assets } from '../assets.ts'
import { categories, productBySlug } from '../catalogue.ts'
import { html } from '../html.ts'
import { price } from '../money.ts'
import { shop } from '../shop.ts'
import { card } from './card.ts'
import { icons } from './icons.ts'
import type { Page } from './layout.ts'

const first = [
  'dinner-plate',
  'linen-throw',
  'branch-vase',
  'beeswax-candle',
  'morning-mug',
  'serving-bowl',
  'table-lamp',
  'napkins',
]

const notes = [
  {
    text: 'The plates came in straw, with a note about the weather on the day they were fired. I have never kept a packing slip before.',
    by: 'Ulla, Turku',
  },
  {
    text: 'I asked which blue would go with my grandmother’s table and got a photograph of both on theirs.',
    by: 'Anselm, Graz',
  },
  { text: 'Four years, two children, one dog. All six bowls still here.', by: 'Rosalind, Bristol' },
]

export const homePage = (assets: Assets): Page => ({
  title: shop.name,
  description: 'Stoneware from one small kiln by the sea, and linen that gets better every year.',
  body: html`<div class="wrap">
  <section class="hero" aria-labelledby="welcome">
    <div class="hero-words"><p class="over">The winter table</p><h1 id="welcome">Made slowly, for tables that see a lot of life</h1><p class="lead">Stoneware from one small kiln by the sea, and linen that gets better every year.</p><p class="hero-links"><a class="button" href="/table">See the winter table</a><a class="quiet-link" href="/about">How we make it ${icons.right}</a></p></div>
    <img class="hero-picture" src="${assets.pictureUrl('winter-table.svg')}" alt="A table in window light: a blue vase with branches, a white pitcher, a green bowl of lemons, a mug and a burning candle." width="900" height="720" fetchpriority="high">
  </section>
  <section aria-labelledby="rooms"><h2 class="hidden" id="rooms">Departments</h2>
    <ul class="rooms">${categories.map(({ id, name, line }) => html`<li class="room"><img src="${assets.pictureUrl(`${id}.svg`)}" alt="" width="400" height="460"><h3><a href="/${id}">${name}</a></h3><p>${line}</p></li>`)}</ul>
  </section>
  <section class="band-top" aria-labelledby="new"><div class="line-head"><h2 id="new">From the last firing</h2><a class="quiet-link" href="/table">All of the table ${icons.right}</a></div>
    <ul class="shelf">${first.map((slug) => productBySlug(slug)).map((product) => product && card(assets, product, 'h3'))}</ul>
  </section>
</div>
<section class="story" aria-labelledby="kiln"><div class="wrap story-grid">
  <img src="${assets.pictureUrl('kiln.svg')}" alt="The brick kiln with its door open, pots glowing on three shelves." width="800" height="640" loading="lazy">
  <div><p class="over">${shop.town}</p><h2 id="kiln">One kiln, four people, and the tide table on the wall</h2><p>Every second Thursday we light the kiln at four in the morning, before the wind gets up. By Saturday it has cooled enough to open, and for a minute nobody says anything.</p><p>About one piece in nine does not come out as we hoped. The rest goes to you, packed in straw from the farm next door.</p><p><a class="quiet-link" href="/about">Meet the workshop ${icons.right}</a></p></div>
</div></section>
<div class="wrap">
  <section class="notes" aria-labelledby="notes"><h2 id="notes">Postcards we kept</h2><div class="notes-grid">${notes.map(({ text, by }) => html`<figure><blockquote><p>${text}</p></blockquote><figcaption>${by}</figcaption></figure>`)}</div></section>
  <ul class="promises">
    <li>${icons.straw}<div><h3>Packed in straw, not plastic</h3><p>Free from ${price(shop.freeDeliveryFrom)}, else ${price(shop.deliveryFee)} wherever you are. What breaks on the way we replace.</p></div></li>
    <li>${icons.back}<div><h3>Thirty days to change your mind</h3><p>Eat from it first. If it is not your plate, <a href="/shipping-returns">send it back</a>.</p></div></li>
    <li>${icons.hand}<div><h3>Answered by the people who make it</h3><p>${shop.hours}, by whoever has dry hands.</p></div></li>
  </ul>
</div>`,
})
