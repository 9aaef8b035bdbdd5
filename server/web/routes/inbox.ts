import { join } from 'node:path'
import { Router } from 'express'
import { refuse } from '../http.ts'
import { builtFiles } from '../packed.ts'

/** The agents' page: one document for every address below /inbox, its parts under their hashed names. */
export function inboxRoutes(distDir: string): Router {
  const router = Router()
  const folder = join(distDir, 'inbox')
  router.use('/inbox/assets', builtFiles(join(folder, 'assets')), (_request, response) => refuse(response, 'not_found'))
  router.get(['/inbox', '/inbox/{*page}'], (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return router
}
