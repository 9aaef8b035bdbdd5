import { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { MovableClock } from '../../clock.ts'
import type { Desk } from '../../desk/desk.ts'
import { moveTestClock } from '../../desk/move-test-clock.ts'
import { jsonBody, refuse, route } from '../http.ts'

const move = z.union([z.object({ set: z.int() }), z.object({ advance: z.int() })])

/** TEST_CLOCK=1 only, from this machine only: reads business time, or moves it (DESIGN 12). */
export function testClockRoutes(desk: Desk, clock: MovableClock): Router {
  const router = Router()
  const thisMachine: RequestHandler = (request, response, next) => {
    const address = request.socket.remoteAddress ?? ''
    if (/^(127\.|::1$|::ffff:127\.)/.test(address)) return next()
    refuse(response, 'not_found')
  }
  router.get('/test/clock', thisMachine, (_request, response) => void response.json({ ok: true, now: clock.now() }))
  router.post(
    '/test/clock',
    thisMachine,
    jsonBody,
    route(desk, move, async (body) => {
      const ahead = 'set' in body ? body.set - desk.realClock.now() : clock.ahead + body.advance
      await moveTestClock(desk, clock, ahead)
      return { now: clock.now() }
    }),
  )
  return router
}
