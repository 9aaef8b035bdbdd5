import { type Response, Router } from 'express'
import type { Store } from '../store.ts'

const keep = (response: Response): Response => response.set('Cache-Control', 'public, max-age=31536000, immutable')

/** Our own style sheet, script and pictures, under addresses that change with their content. */
export const fileRoutes = ({ assets }: Store): Router => {
  const router = Router()
  router.get('/shop.css', (_request, response) => void keep(response).type('css').send(assets.css))
  router.get('/shop.js', (request, response) => {
    // a page may also name it without a stamp
    if (request.query.v === undefined) response.set('Cache-Control', 'no-cache')
    else keep(response)
    response.type('js').send(assets.script)
  })
  router.get('/pictures/:name', (request, response, next) => {
    const picture = assets.pictures.get(request.params.name)
    if (!picture) return next()
    // drawings carry a style element; opened by themselves they may use that and nothing else
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
    // the orders in the hub name them by our own address, also on a page that was opened as localhost
    response.set('Cross-Origin-Resource-Policy', 'cross-origin')
    keep(response).type('svg').send(picture.svg)
  })
  return router
}
