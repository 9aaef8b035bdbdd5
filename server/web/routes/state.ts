import { Router } from 'express'
import type { Desk } from '../../desk/desk.ts'
import { isReady } from '../../desk/readiness.ts'

/** For whoever watches over the process. */
export function stateRoutes(desk: Desk, draining: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => void response.json({ ok: true }))
  router.get('/readyz', (_request, response) => {
    const ready = draining() ? Promise.resolve(false) : isReady(desk)
    void ready.then((ok) => response.status(ok ? 200 : 503).json({ ok }))
  })
  return router
}
