import { Router } from 'express'
import { customerByEmail, demoCustomers } from '../customers.ts'
import { complaints, newCustomerForm, ownPath, typed } from '../forms.ts'
import { ordersOf, stateOf, stateWords } from '../orders.ts'
import { type Offer, signInPage } from '../pages/sign-in.ts'
import type { Store } from '../store.ts'
import { answer, asked } from './answer.ts'

export const signInRoutes = (store: Store): Router => {
  const router = Router()
  const { book, sessions, now } = store

  const offers = (): readonly Offer[] =>
    demoCustomers(book.records).map((customer) => {
      const [latest, ...earlier] = ordersOf(book.records, customer.id)
      if (!latest) return { customer, about: 'No orders yet' }
      const count = earlier.length === 0 ? 'One order' : `${earlier.length + 1} orders`
      return { customer, about: `${count}, the latest: ${stateWords[stateOf(latest, now())].toLowerCase()}` }
    })

  router.get('/sign-in', (request, response) =>
    answer(store, request, response, signInPage(offers(), { values: {}, errors: {} }, ownPath(asked(request, 'next')))),
  )

  router.post('/sign-in', async (request, response) => {
    const { customer: id, next } = typed(request.body)
    const customer = demoCustomers(book.records).find((one) => one.id === id)
    if (!customer) return response.redirect(303, '/sign-in')
    sessions.signIn(request, response, customer)
    await book.save()
    response.redirect(303, ownPath(next))
  })

  router.post('/sign-in/new', async (request, response) => {
    const values = typed(request.body)
    const form = newCustomerForm.safeParse(request.body)
    if (!form.success) {
      const page = signInPage(offers(), { values, errors: complaints(form.error) }, ownPath(values.next))
      return answer(store, request, response, page, 422)
    }
    sessions.signIn(request, response, customerByEmail(book.records, form.data.name, form.data.email, now()))
    await book.save()
    response.redirect(303, ownPath(values.next))
  })

  router.post('/sign-out', async (request, response) => {
    sessions.signOut(request, response)
    await book.save()
    response.redirect(303, '/')
  })
  return router
}
