import { Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { lookAtPage } from '../../channels/shop-page/look-at-page.ts'
import type { Config } from '../../config.ts'
import { checkShopPage, readInstallation } from '../../desk/shop-check.ts'
import type { Desk } from '../../desk/desk.ts'
import { shopCheckAsk } from '../../protocol/shop-check.ts'
import { route, whoMay } from '../http.ts'

const limits = { timeoutMs: 10_000, maxBytes: 4 * 1024 * 1024 }
/** Pages of the shop that a member may have opened in a minute. */
const looksAMinute = 20

/** Settings, Install: what goes into the shop, and whether it is right there. Owner and admin only (D-7). */
export function installRoutes(desk: Desk, config: Pick<Config, 'shopId' | 'shopify' | 'production'>): Router {
  const router = Router()
  const looks = new RateLimiterMemory({ points: looksAMinute, duration: 60 })
  const mayLook = (member: string) =>
    looks.consume(member).then(
      () => true,
      () => false,
    )

  router.get(
    '/',
    route(desk, z.object({}), async (_body, request) => {
      const member = await whoMay(desk, request, 'settings')
      if ('refused' in member) return member
      return readInstallation(desk, { id: config.shopId, shopify: config.shopify?.shop ?? null })
    }),
  )

  router.post(
    '/check',
    route(desk, shopCheckAsk, async ({ page }, request) => {
      const member = await whoMay(desk, request, 'settings')
      if ('refused' in member) return member
      if (!(await mayLook(member.id))) return { refused: 'too_fast' }
      return checkShopPage(desk, page, (address, storefronts) =>
        lookAtPage(address, { ...limits, storefronts, local: !config.production }),
      )
    }),
  )
  return router
}
