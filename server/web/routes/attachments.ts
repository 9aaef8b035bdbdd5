import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { readLinkedFile } from '../../desk/file-links.ts'
import { readFile } from '../../desk/read-file.ts'
import { failed } from '../door.ts'
import { refuse, route, whoMay } from '../http.ts'
import { sendFile } from '../send-file.ts'

const asked = z.object({ id: z.uuid().toLowerCase() })

/**
 * Files of messages for signed-in members (D-7: every one of them sees every ticket). What strangers send must never run
 * in the desk's name (SAFETY): its type is what its bytes say, nothing is guessed from it, only pictures, films and
 * sounds are shown by themselves, and whatever opens does so in a sandbox that may load nothing.
 */
export function attachmentRoutes(desk: Desk): Router {
  const router = Router()
  router.get(
    '/:id',
    route(desk, z.object({}), async (_body, request, response) => {
      const member = await whoMay(desk, request, 'desk')
      if ('refused' in member) return member
      const wanted = asked.safeParse(request.params)
      if (!wanted.success) return { refused: 'not_found' }
      const file = await readFile(desk, wanted.data.id)
      if (file === undefined) return { refused: 'not_found' }
      response.set('ETag', `"${wanted.data.id}"`)
      sendFile(request, response, file)
      return {}
    }),
  )
  return router
}

const linked = z.object({
  id: z.uuid().toLowerCase(),
  until: z.string().regex(/^[0-9a-z]{1,12}$/),
  signature: z.string().max(100),
})

/** Files for providers and shoppers, who have no session: by a signed address that soon holds no more. Whatever is wrong, there is none. */
export function fileLinkRoutes(desk: Desk): Router {
  const router = Router()
  router.get('/:id/:until/:signature', (request, response) => {
    const link = linked.safeParse(request.params)
    if (!link.success) return refuse(response, 'not_found')
    readLinkedFile(desk, link.data).then(
      (file) => {
        if (file === undefined) return refuse(response, 'not_found')
        // A shop's page draws it itself: its policy need not let our pictures in.
        response.set('Access-Control-Allow-Origin', '*')
        sendFile(request, response, file)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'files')),
    )
  })
  return router
}
