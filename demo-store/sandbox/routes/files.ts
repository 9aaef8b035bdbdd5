import { Router } from 'express'
import type { Files } from '../files.ts'

const shown = /^(?:image\/(?:png|jpeg|gif|webp)|video\/mp4|audio\/mpeg)$/

/** The content networks of the providers: bytes by an id that nobody guesses. What is no picture is only handed out. */
export const fileRoutes = (files: Files): Router => {
  const router = Router()
  router.get('/cdn/:id', (request, response) => {
    const file = files.find(request.params.id)
    if (!file) return void response.status(404).type('text/plain').send('There is no such file.')
    response
      .set('Cache-Control', 'private, max-age=3600')
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .set('X-Content-Type-Options', 'nosniff')
      .set('Content-Type', file.type)
    if (!shown.test(file.type)) response.attachment(file.name)
    response.send(file.bytes)
  })
  return router
}
