import { Router } from 'express'
import type { Desk } from '../../desk/desk.ts'
import { followShortLink } from '../../desk/short-links.ts'
import { failed } from '../door.ts'
import { refuse } from '../http.ts'

/** `/l/<code>` leads on to where the link of a text message pointed; other codes lead nowhere. */
export function shortLinkRoutes(desk: Desk): Router {
  const router = Router()
  router.get('/:code', (request, response) => {
    // A look at the headers only is a program's: it is sent on, and not counted as somebody who came.
    const counts = request.method !== 'HEAD'
    followShortLink(desk, request.params.code, counts).then(
      (url) => {
        if (url === null) return refuse(response, 'not_found')
        // Each click is counted: nobody may keep the answer.
        response.set('Cache-Control', 'no-store').redirect(302, url)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'short links')),
    )
  })
  return router
}
