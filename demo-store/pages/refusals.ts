import { html } from '../html.ts'
import type { Page } from './layout.ts'

export const notFoundPage: Page = {
  title: 'Not here',
  body: html`<div class="wrap empty"><p class="over">404</p><h1>This shelf is empty</h1><p class="lead">The page has moved, or it never was. The search knows every piece we have.</p><p><a class="button" href="/search">Search the shop</a> <a class="quiet-link" href="/">To the first page</a></p></div>`,
}

export const brokenPage: Page = {
  title: 'Something broke',
  body: html`<div class="wrap empty"><h1>Something broke, and it was us</h1><p class="lead">Nothing of yours is lost. Please try again in a moment.</p><p><a class="button" href="/">To the first page</a></p></div>`,
}
