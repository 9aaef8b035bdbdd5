import { type Request, Router } from 'express'
import { mayCancel, ordersOf } from '../orders.ts'
import { accountPage } from '../pages/account.ts'
import { confirmationPage, orderPage } from '../pages/orders.ts'
import type { Order } from '../records.ts'
import type { Store } from '../store.ts'
import { answer } from './answer.ts'

export const accountRoutes = (store: Store): Router => {
  const router = Router()
  const { assets, book, sessions, now } = store

  /** Somebody else's order is as unknown as one that never was. */
  const ownOrder = (request: Request<{ number: string }>): Order | null => {
    const { customer } = sessions.read(request)
    const order = book.records.orders[request.params.number]
    return customer && order && order.customerId === customer.id ? order : null
  }

  router.get('/account', (request, response) => {
    const { customer } = sessions.read(request)
    if (!customer) return response.redirect(303, '/sign-in?next=/account')
    answer(store, request, response, accountPage(assets, customer, ordersOf(book.records, customer.id), now()))
  })

  router.get('/orders/:number', (request, response, next) => {
    if (!sessions.read(request).customer) return response.redirect(303, `/sign-in?next=${request.path}`)
    const order = ownOrder(request)
    if (!order) return next()
    answer(store, request, response, orderPage(assets, order, now()))
  })

  router.get('/orders/:number/thanks', (request, response, next) => {
    const order = ownOrder(request)
    if (!order) return next()
    answer(store, request, response, confirmationPage(assets, order, now()))
  })

  router.post('/orders/:number/cancel', async (request, response, next) => {
    const order = ownOrder(request)
    if (!order) return next()
    if (mayCancel(order, now())) {
      order.cancelledAt = now()
      await book.save()
    }
    response.redirect(303, `/orders/${order.number}`)
  })
  return router
}
