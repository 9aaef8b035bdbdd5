import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { readProxied } from '../../channels/shopify/proxied-request.ts'
import type { Desk } from '../../desk/desk.ts'
import { route } from '../http.ts'
import { signShopToken } from '../shop-token.ts'

/** Tokens for one customer in a minute: far more than all of their tabs ask for. */
const tokensAMinute = 30

/**
 * DESIGN 7: on Shopify nobody signs tokens but us. Its app proxy says who is signed in to the shop, with a signature of
 * its own, and gets the token that any other shop would have signed itself; for a visitor it gets null (W-1).
 */
export function shopifyRoutes(
  desk: Desk,
  shopify: { shop: string; secret: string },
  shop: { id: string; secret: string },
): Router {
  const router = Router()
  const asked = new RateLimiterMemory({ points: tokensAMinute, duration: 60 })
  const mayAsk = (customer: string) =>
    asked.consume(customer).then(
      () => true,
      () => false,
    )

  router.get(
    '/identity',
    route(desk, z.object({}), async (_body, request, response) => {
      // It is one shopper's own: nobody on its way may keep it.
      response.set('Cache-Control', 'no-store')
      const query = request.originalUrl.split('?').slice(1).join('?')
      const now = desk.realClock.now()
      const proxied = readProxied(query, { ...shopify, now })
      if (proxied === undefined) {
        desk.log.warn({ where: 'shopify' }, 'refused: not signed by the app proxy of our shop, or too old')
        return { refused: 'forbidden' }
      }
      if (proxied.customerId === null) return { token: null }
      if (!(await mayAsk(proxied.customerId))) return { refused: 'too_fast' }
      return { token: await signShopToken(proxied.customerId, shop, now) }
    }),
  )
  return router
}
