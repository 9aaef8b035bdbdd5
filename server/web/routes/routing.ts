import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { routingNow, saveRouting } from '../../desk/routing.ts'
import { storedRouting } from '../../protocol/routing.ts'
import { route, whoMay } from '../http.ts'

/** D-4: who gets a ticket; manager and up keep it (D-7). */
export function routingRoutes(desk: Desk): Router {
  const router = Router()
  router.get(
    '/routing',
    route(desk, z.object({}), async (_body, request) => {
      const by = await whoMay(desk, request, 'routing')
      return 'refused' in by ? by : routingNow(desk)
    }),
  )
  router.put(
    '/routing',
    route(desk, storedRouting, async (body, request) => {
      const by = await whoMay(desk, request, 'routing')
      return 'refused' in by ? by : saveRouting(desk, by, body)
    }),
  )
  return router
}
