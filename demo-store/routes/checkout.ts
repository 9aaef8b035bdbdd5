import { randomUUID } from 'node:crypto'
import { Router } from 'express'
import { readBasket } from '../basket.ts'
import { addressForm, complaints, typed } from '../forms.ts'
import { lineOf, placeOrder } from '../orders.ts'
import { checkoutPage, knownValues } from '../pages/checkout.ts'
import type { Store } from '../store.ts'
import { answer } from './answer.ts'

export const checkoutRoutes = (store: Store): Router => {
  const router = Router()
  const { assets, book, sessions, now } = store

  router.get('/checkout', (request, response) => {
    const { customer, basket } = sessions.read(request)
    if (!customer) return response.redirect(303, '/sign-in?next=/checkout')
    const lines = readBasket(book.records, basket).filter((line) => line.quantity > 0)
    if (lines.length === 0) return response.redirect(303, '/basket')
    const values = knownValues(customer, randomUUID())
    answer(store, request, response, checkoutPage(assets, customer, lines, { values, errors: {} }))
  })

  router.post('/checkout', async (request, response) => {
    const { customer, basket } = sessions.read(request)
    if (!customer) return response.redirect(303, '/sign-in?next=/checkout')
    const lines = readBasket(book.records, basket).filter((line) => line.quantity > 0)
    const form = addressForm.safeParse(request.body)
    if (!form.success) {
      if (lines.length === 0) return response.redirect(303, '/basket')
      const filled = { values: { ...typed(request.body) }, errors: complaints(form.error) }
      if (filled.errors.attempt) filled.values.attempt = randomUUID()
      return answer(store, request, response, checkoutPage(assets, customer, lines, filled), 422)
    }
    const { name, street, more, postcode, city, country, phone, note, attempt } = form.data
    const order = placeOrder(book.records, {
      customer,
      lines: lines.map(({ variant, quantity }) => lineOf(variant, quantity)),
      attempt,
      address: { name, street, more, postcode, city, country },
      phone,
      note,
      now: now(),
    })
    if (!order) return response.redirect(303, '/basket')
    await book.save()
    response.redirect(303, `/orders/${order.number}/thanks`)
  })
  return router
}
