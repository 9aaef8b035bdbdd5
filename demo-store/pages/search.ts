import type { Assets } from '../assets.ts'
import { categories } from '../catalogue.ts'
import { html } from '../html.ts'
import { search } from '../search.ts'
import { card } from './card.ts'
import { icons } from './icons.ts'
import type { Page } from './layout.ts'

export const searchPage = (assets: Assets, asked: string): Page => {
  const found = search(asked)
  const ways = html`<p class="ways">${categories.map(({ id, name }) => html`<a class="chip" href="/${id}">${name}</a>`)}</p>`
  const result =
    asked === ''
      ? html`<p class="lead">What are you looking for? A thing, a colour, a drink.</p>${ways}`
      : found.length === 0
        ? html`<p class="lead">Nothing here is called “<bdi>${asked}</bdi>”.</p><p>Try a shorter word, or look around:</p>${ways}`
        : html`<p class="lead" role="status">${found.length === 1 ? 'One piece' : `${found.length} pieces`} for “<bdi>${asked}</bdi>”</p><ul class="shelf">${found.map((product) => card(assets, product))}</ul>`
  return {
    title: asked === '' ? 'Search' : `Search: ${asked}`,
    search: asked,
    body: html`<div class="wrap narrow-top"><h1>Search</h1>
  <form class="find-wide" action="/search" role="search"><label class="hidden" for="find-wide">Words to look for</label><input id="find-wide" name="q" type="search" value="${asked}" maxlength="80" placeholder="A bowl for soup"><button class="button" type="submit">${icons.search}<span>Search</span></button></form>
  ${result}</div>`,
  }
}
