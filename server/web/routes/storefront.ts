import { join } from 'node:path'
import { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { recogniseShopper } from '../../desk/know-shopper.ts'
import { isStorefront, readPublicSettings } from '../../desk/public-settings.ts'
import { readSession } from '../../desk/read-conversation.ts'
import { failed } from '../door.ts'
import { refuse, route } from '../http.ts'
import { createHubScript } from '../hub-script.ts'
import { builtFiles, sendPacked } from '../packed.ts'
import { verifyShopToken } from '../shop-token.ts'

/** What the shop's pages load and ask: the script, its parts, and one look whether a conversation runs. */
export function storefrontRoutes(desk: Desk, distDir: string, shop: { id: string; secret: string }): Router {
  const router = Router()
  const script = createHubScript(join(distDir, 'widget/hub.js'), () => readPublicSettings(desk))

  // Scripts of another origin, and that is what they are for.
  const forAnySite: RequestHandler = (_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    next()
  }

  router.get('/hub.js', forAnySite, (request, response) => {
    script().then(
      ({ packed, etag }) => {
        response.set({ 'Cache-Control': 'public, max-age=60', ETag: etag }).type('text/javascript')
        if (request.fresh) return response.status(304).end()
        sendPacked(request, response, packed)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET /hub.js')),
    )
  })
  router.use('/h', forAnySite, builtFiles(join(distDir, 'widget/h')))

  const storefrontsOnly: RequestHandler = (request, response, next) => {
    const { origin } = request.headers
    if (origin === undefined) return next()
    isStorefront(desk, origin).then(
      (known) => {
        if (!known) return refuse(response, 'forbidden')
        response.set({ 'Access-Control-Allow-Origin': origin, Vary: 'Origin' })
        if (request.method !== 'OPTIONS') return next()
        response
          .set({
            'Access-Control-Allow-Methods': 'GET',
            'Access-Control-Allow-Headers': 'Authorization',
            'Access-Control-Max-Age': '7200',
          })
          .status(204)
          .end()
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'storefront origin')),
    )
  }
  router.all('/api/hub/session', storefrontsOnly)
  router.get(
    '/api/hub/session',
    route(desk, z.object({}), async (_body, request, response) => {
      response.set('Cache-Control', 'no-store')
      const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
      const vouched = await verifyShopToken(token, shop, desk.realClock.now())
      if (vouched === undefined) return { refused: 'signed_out' }
      const { customerId } = await recogniseShopper(desk, vouched.identity, null)
      return readSession(desk, customerId)
    }),
  )
  return router
}
