import { timingSafeEqual } from 'node:crypto'
import express, { type Request, Router } from 'express'
import type { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { reportConsent, reportMarketing } from '../../desk/report-marketing.ts'
import { reportSegments } from '../../desk/report-segments.ts'
import { reportOrders } from '../../desk/report-orders.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import { consentReport, marketingReport } from '../../protocol/marketing.ts'
import { orderReports } from '../../protocol/orders.ts'
import { segmentsReport } from '../../protocol/routing.ts'
import { route } from '../http.ts'

/**
 * What the shop's own systems tell the desk: programs, not browsers, so a token stands for the session. Without one in
 * the configuration nobody comes in.
 */
export function shopApiRoutes(desk: Desk, token: string | null): Router {
  const router = Router()
  // A batch of orders with all their lines is more than one message.
  router.use('/orders', express.json({ limit: '1mb', type: 'application/json' }))
  router.use(express.json({ limit: '128kb', type: 'application/json' }))
  const door = <S extends z.ZodType>(shape: S, run: (report: z.output<S>) => Promise<object>) =>
    route(
      desk,
      shape,
      async (report, request): Promise<object | { refused: ErrorCode }> =>
        mayEnter(request, token) ? run(report) : { refused: 'signed_out' },
    )
  router.post(
    '/messages',
    door(marketingReport, (report) => reportMarketing(desk, report)),
  )
  router.post(
    '/consents',
    door(consentReport, (report) => reportConsent(desk, report)),
  )
  router.post(
    '/segments',
    door(segmentsReport, (report) => reportSegments(desk, report)),
  )
  router.post(
    '/orders',
    door(orderReports, ({ orders }) => reportOrders(desk, orders)),
  )
  return router
}

function mayEnter(request: Request, token: string | null): boolean {
  const given = Buffer.from(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '')
  const right = Buffer.from(token ?? '')
  return token !== null && given.length === right.length && timingSafeEqual(given, right)
}
