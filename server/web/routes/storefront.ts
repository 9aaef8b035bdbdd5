import { join } from 'node:path'
import { type Request, type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { recogniseShopper } from '../../desk/know-shopper.ts'
import { readPublicSettings } from '../../desk/public-settings.ts'
import { readSession } from '../../desk/read-conversation.ts'
import { readOrders } from '../../desk/read-orders.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import { ordersAfter } from '../../protocol/orders.ts'
import { createAllowances } from '../allowance.ts'
import { failed } from '../door.ts'
import { refuse, route } from '../http.ts'
import { createHubScript } from '../hub-script.ts'
import { builtFile, builtFiles, sendPacked } from '../packed.ts'
import { hubContentRoutes } from './hub-content.ts'
import type { Vouched } from '../shop-token.ts'
import type { Sightings } from '../sightings.ts'
import { storefrontsOnly, vouchedShopper } from '../storefronts-only.ts'

const ordersAsk = z.object({ after: ordersAfter.optional() })

/** What the shop's pages load and ask: the script, its parts, and one look whether a conversation runs. */
export function storefrontRoutes(
  desk: Desk,
  distDir: string,
  shop: { id: string; secret: string },
  sightings: Sightings,
): Router {
  const router = Router()
  const script = createHubScript(join(distDir, 'widget/hub.js'), () => readPublicSettings(desk))

  // Scripts of another origin, and that is what they are for.
  const forAnySite: RequestHandler = (_request, response, next) => {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    next()
  }

  router.get('/hub.js', forAnySite, (request, response) => {
    sightings.loaded(request.headers)
    script.served().then(
      ({ packed, etag }) => {
        response.set({ 'Cache-Control': 'public, max-age=60', ETag: etag }).type('text/javascript')
        if (request.fresh) return response.status(304).end()
        sendPacked(request, response, packed)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET /hub.js')),
    )
  })

  // For who pins: a script that never changes, and what to write into the tag.
  router.get(/^\/hub\.[\w-]{12}\.js$/, forAnySite, (request, response, next) => {
    script.pinned().then(
      ({ name, packed }) => {
        if (request.path !== `/${name}`) return next()
        response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/javascript')
        sendPacked(request, response, packed)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET the pinned hub')),
    )
  })
  router.get('/hub.json', forAnySite, (_request, response) => {
    script.pinned().then(
      ({ name, integrity }) => response.set('Cache-Control', 'public, max-age=60').json({ src: `/${name}`, integrity }),
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET /hub.json')),
    )
  })
  router.get('/api/hub/settings', forAnySite, (request, response) => {
    // A page with the pinned script asks here at each load, as others do for /hub.js.
    sightings.loaded(request.headers)
    readPublicSettings(desk).then(
      ({ shown }) => response.set('Cache-Control', 'public, max-age=60').json(shown),
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET /api/hub/settings')),
    )
  })
  router.use('/h', forAnySite, builtFiles(join(distDir, 'widget/h')))
  // To a tab that was left open over an upgrade: how it gets the script of now (widget/again.ts).
  const again = builtFile(join(distDir, 'widget/again.js'))
  router.get(/^\/h\/control-[\w-]{8}\.js$/, forAnySite, again)

  // Each question costs the store something: pages of one shopper get so many answers in a while (S19).
  const allowances = createAllowances({ messages: 1, events: 120, counted: [] })
  const shopperOf = async (request: Request): Promise<Vouched | { refused: ErrorCode }> => {
    const vouched = await vouchedShopper(desk, request, shop, sightings)
    if (vouched === undefined) return { refused: 'signed_out' }
    const taken = await allowances.forPerson(vouched.identity.shopId).take('question')
    return taken === 'ok' ? vouched : { refused: 'too_fast' }
  }

  router.use('/api/hub', storefrontsOnly(desk), hubContentRoutes(desk))
  router.get(
    '/api/hub/session',
    route(desk, z.object({}), async (_body, request, response) => {
      response.set('Cache-Control', 'no-store')
      const vouched = await shopperOf(request)
      if ('refused' in vouched) return vouched
      const { customerId } = await recogniseShopper(desk, vouched.identity, null)
      return readSession(desk, customerId)
    }),
  )
  router.get(
    '/api/hub/orders',
    route(desk, z.object({}), async (_body, request, response) => {
      response.set('Cache-Control', 'no-store')
      const vouched = await shopperOf(request)
      if ('refused' in vouched) return vouched
      const asked = ordersAsk.safeParse(request.query)
      return asked.success ? readOrders(desk, vouched.identity, asked.data.after ?? null) : { refused: 'bad_request' }
    }),
  )
  return router
}
