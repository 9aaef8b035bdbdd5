import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { exportTicket } from '../../desk/export-ticket.ts'
import { eventDocument, openApi } from '../documents.ts'
import { route, whoMay } from '../http.ts'

const number = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })

/** Read-only records: a ticket's whole log for admins, and the documents of the wire for everybody. */
export function recordRoutes(desk: Desk): Router {
  const router = Router()
  for (const [path, write] of Object.entries({ '/openapi.json': openApi, '/events.json': eventDocument })) {
    // Written at the first question: few ask, and every start would wait for it.
    let document: object | undefined
    router.get(path, (_request, response) => void response.json((document ??= write())))
  }
  router.get(
    '/api/tickets/:number/export',
    route(desk, z.object({}), async (_body, request) => {
      const member = await whoMay(desk, request, 'settings')
      if ('refused' in member) return member
      const asked = number.safeParse(request.params)
      return asked.success ? exportTicket(desk, asked.data.number) : { refused: 'not_found' }
    }),
  )
  return router
}
