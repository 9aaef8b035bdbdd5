import type { Assets } from '../assets.ts'
import type { BasketLine } from '../basket.ts'
import { html } from '../html.ts'
import { sum } from '../money.ts'
import { pictureName } from '../pictures.ts'
import type { Customer } from '../records.ts'
import { countries } from '../shop.ts'
import { sums } from './basket.ts'
import { choose, type Filled, field, summary } from './field.ts'
import type { Page } from './layout.ts'

/** The form as it first opens: what we know of the customer is there. */
export const knownValues = (customer: Customer, attempt: string): Record<string, string> => {
  const known = customer.address
  return {
    name: known?.name ?? customer.name,
    street: known?.street ?? '',
    more: known?.more ?? '',
    postcode: known?.postcode ?? '',
    city: known?.city ?? '',
    country: known?.country ?? '',
    phone: customer.phone ?? '',
    attempt,
  }
}

export const checkoutPage = (
  assets: Assets,
  customer: Customer,
  lines: readonly BasketLine[],
  filled: Filled,
): Page => ({
  title: Object.keys(filled.errors).length > 0 ? 'Please check: Checkout' : 'Checkout',
  body: html`<div class="wrap narrow-top"><h1>Checkout</h1><div class="two">
  <form class="sheet" method="post" action="/checkout" novalidate>
    ${summary(filled.errors)}
    <input type="hidden" name="attempt" value="${filled.values.attempt ?? ''}">
    <section aria-labelledby="where"><h2 id="where">Where it goes</h2>
      <p class="small">Ordered by <bdi>${customer.name}</bdi>, ${customer.email}. The confirmation stays in your account.</p>
      ${field(filled, { name: 'name', label: 'Name on the parcel', autocomplete: 'name' })}
      ${field(filled, { name: 'street', label: 'Street and number', autocomplete: 'address-line1' })}
      ${field(filled, { name: 'more', label: 'Floor, flat, company', autocomplete: 'address-line2', required: false })}
      <div class="pair">${field(filled, { name: 'postcode', label: 'Postcode', autocomplete: 'postal-code' })}${field(filled, { name: 'city', label: 'Town or city', autocomplete: 'address-level2' })}</div>
      ${choose(filled, 'country', 'Country', 'country', countries)}
      ${field(filled, { name: 'phone', label: 'Telephone', type: 'tel', autocomplete: 'tel', required: false, hint: 'Only for the carrier, with the country code: +33 4 65 71 00 42' })}
    </section>
    <section aria-labelledby="pay"><h2 id="pay">How you pay</h2>
      <label class="choice block"><input type="radio" name="payment" value="invoice" checked><span><b>On invoice</b><small>This is a demo shop, so an invoice is the only way to pay, and none is ever sent.</small></span></label>
    </section>
    <section aria-labelledby="extra"><h2 id="extra">A word to the workshop</h2><div class="field"><label for="note">Note <span class="soft">optional</span></label><textarea id="note" name="note" rows="3" maxlength="300"${filled.errors.note ? html` aria-invalid="true" aria-describedby="note-error"` : null}>${filled.values.note ?? ''}</textarea>${filled.errors.note ? html`<p class="field-error" id="note-error">${filled.errors.note}</p>` : null}</div></section>
    <p class="small">With the order you accept our <a href="/terms">terms of service</a>; the <a href="/privacy">privacy policy</a> says what we keep.</p>
    <button class="button wide" type="submit">Place the order</button>
  </form>
  <aside class="box" aria-label="Your order"><ul class="small-lines">${lines.map(({ variant, quantity, price }) => html`<li><img src="${assets.pictureUrl(pictureName(variant.product, variant.finish))}" alt="" width="400" height="500"><div><b>${variant.product.name}</b><br>${variant.finish.name}, ${variant.size.name}<br>${quantity} × ${sum(price)}</div></li>`)}</ul>${sums(lines)}<a class="quiet-link" href="/basket">Change the basket</a></aside>
</div></div>`,
})
