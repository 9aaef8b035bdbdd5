import { Router } from 'express'
import { identityToken } from '../identity-token.ts'
import type { Store } from '../store.ts'

/** What the Customer Hub asks our page for: who is signed in, in the shop's own hand. */
export const hubTokenRoutes = ({ sessions, shopId, shopSecret, now }: Store): Router => {
  const router = Router()
  router.post('/hub-token', async (request, response) => {
    const { customer } = sessions.read(request)
    const token = customer ? await identityToken(customer, shopId, shopSecret, now()) : null
    response.set('Cache-Control', 'no-store').json({ token })
  })
  return router
}
