import type { Assets } from '../assets.ts'
import { html } from '../html.ts'
import { shop } from '../shop.ts'
import type { Page } from './layout.ts'

export const aboutPage = (assets: Assets): Page => ({
  title: 'About the workshop',
  description: 'Four people, one kiln and a sewing room in an old net loft.',
  body: html`<div class="wrap narrow-top"><div class="intro"><p class="over">About</p><h1>An old net loft, a kiln, and four people</h1><p class="lead">Tidewick began with a wheel in a shed and a wedding that needed sixty plates. The shed is gone. The plates are still in use.</p></div>
  <img class="wide-picture" src="${assets.pictureUrl('loft.svg')}" alt="The workshop: the kiln with its door open, a wheel with a wet pot on it, towels on a rail, finished pieces in front." width="1260" height="540">
  <div class="prose columns">
    <section><h2>What we make</h2><p>Stoneware for the table, thrown on four wheels and fired to 1,260 degrees, so that it can live with dishwashers, children and hot soup. Candles from the wax of two beekeepers up the valley. Linen, woven by a mill of nine people and cut and hemmed one floor above the kiln, where it stays warm in winter.</p></section>
    <section><h2>How slowly</h2><p>A plate takes twelve days: one to throw, one to trim, six to dry, two in the kiln, one to cool, one for us to argue whether it is good enough. We could be faster. The plates could not.</p></section>
    <section><h2>Who we are</h2><p>Orla throws and fires. Benedikt glazes and keeps the kiln’s diary. Sunniva runs the sewing room. Kofi packs, writes the letters and answers you. On Saturdays there are eight more of us at the wheels, and you may be one of them: see the <a href="/products/wheel-saturday">Wheel Saturdays</a>.</p></section>
    <section><h2>Visit</h2><p>${shop.street}, ${shop.town}, ${shop.region}. Open ${shop.hours}. The ferry lands five minutes from the door; mind the cat on the slipway.</p><p>Write to <a href="mailto:${shop.email}">${shop.email}</a>, or sign in and use the chat in the corner.</p></section>
  </div></div>`,
})
