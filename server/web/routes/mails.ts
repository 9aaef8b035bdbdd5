import { type Request, Router } from 'express'
import { z } from 'zod'
import { mailDocument, type MailThreads } from '../../channels/mail.ts'
import type { Desk } from '../../desk/desk.ts'
import { mailPage, readMail } from '../../desk/read-mail.ts'
import { failed } from '../door.ts'
import { refuse, route, whoMay } from '../http.ts'

const nothing = z.object({})
const asked = z.object({ id: z.uuid() })

/** Everything of a mail beside its page: for whoever opens it in its thread. */
export function mailRoutes(desk: Desk, { clean }: Pick<MailThreads, 'clean'>): Router {
  const router = Router()
  router.get(
    '/:id',
    route(desk, nothing, async (_body, request) => {
      const member = await whoMay(desk, request, 'desk')
      if ('refused' in member) return member
      const of = asked.safeParse(request.params)
      return of.success ? readMail(desk, of.data.id, clean) : { refused: 'not_found' }
    }),
  )
  return router
}

/**
 * P-2: an HTML mail as a page of its own, for a sandboxed frame of the inbox. It runs nothing, belongs to no origin, and
 * loads nothing from elsewhere unless the agent asked (`?remote=1`).
 */
export function mailPageRoutes(desk: Desk, { clean }: Pick<MailThreads, 'clean'>): Router {
  const router = Router()
  router.get('/:id', (request, response) => {
    const remote = request.query['remote'] === '1'
    page(request, remote).then(
      (found) => {
        if ('refused' in found) return refuse(response, found.refused)
        response
          .set({ 'Content-Security-Policy': found.policy, 'Cache-Control': 'no-store' })
          .type('html')
          .send(found.page)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'mail')),
    )
  })

  async function page(request: Request, remote: boolean) {
    const member = await whoMay(desk, request, 'desk')
    if ('refused' in member) return member
    const of = asked.safeParse(request.params)
    const safe = of.success ? await mailPage(desk, of.data.id, clean, remote) : null
    return safe === null ? { refused: 'not_found' as const } : mailDocument(safe, { remote })
  }
  return router
}
