import { join } from 'node:path'
import express, { Router } from 'express'

/** The agents' page: one document for every address below /inbox, its parts under their hashed names. */
export function inboxRoutes(distDir: string): Router {
  const router = Router()
  const folder = join(distDir, 'inbox')
  router.use(
    '/inbox/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: false }),
  )
  router.get(['/inbox', '/inbox/{*page}'], (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return router
}
