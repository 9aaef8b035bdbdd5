import { type Html, html } from '../html.ts'

/** The way back up from a page; the last step is the page itself. */
export const crumbs = (steps: readonly { href: string; name: string }[], here: string): Html =>
  html`<nav class="crumbs" aria-label="You are here"><ol><li><a href="/">Home</a></li>${steps.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}<li aria-current="page">${here}</li></ol></nav>`
