import { type Html, html } from '../html.ts'
import type { Customer } from '../records.ts'
import { type Filled, field, summary } from './field.ts'
import type { Page } from './layout.ts'

export type Offer = { customer: Customer; about: string }

const initials = (name: string): string =>
  name
    .split(' ')
    .slice(0, 2)
    .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
    .join('')

const person = ({ customer, about }: Offer, at: number): Html =>
  html`<li><button class="person" type="submit" name="customer" value="${customer.id}"><span class="face face-${at % 6}" aria-hidden="true">${initials(customer.name)}</span><span><b><bdi>${customer.name}</bdi></b><small>${[customer.home, customer.speaks].filter(Boolean).join(' · ')}</small><small>${about}</small></span></button></li>`

export const signInPage = (offers: readonly Offer[], filled: Filled, next: string): Page => ({
  title: 'Sign in',
  body: html`<div class="wrap narrow-top"><h1>Sign in</h1><p class="lead">A demo shop asks for no password. Come in as one of our regulars, or as yourself.</p>
  <div class="two">
    <section aria-labelledby="regulars"><h2 id="regulars">Regulars</h2><form method="post" action="/sign-in"><input type="hidden" name="next" value="${next}"><ul class="people">${offers.map(person)}</ul></form></section>
    <section class="box" aria-labelledby="newcomer"><h2 id="newcomer">Somebody new</h2><p class="small">The same email brings you back to the same account.</p>
      <form class="sheet" method="post" action="/sign-in/new" novalidate>${summary(filled.errors)}<input type="hidden" name="next" value="${next}">${field(filled, { name: 'name', label: 'Name', autocomplete: 'name' })}${field(filled, { name: 'email', label: 'Email', type: 'email', autocomplete: 'email' })}<button class="button wide" type="submit">Sign in</button></form></section>
  </div></div>`,
})
