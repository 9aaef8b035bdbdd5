import { createHash } from 'node:crypto'
import { type RequestHandler, Router } from 'express'
import { readArticles } from '../../desk/articles.ts'
import type { Desk } from '../../desk/desk.ts'
import { readHubTexts } from '../../desk/public-settings.ts'
import { type HubLanguage, hubLanguages } from '../../protocol/hub-languages.ts'
import { failed } from '../door.ts'
import { refuse } from '../http.ts'
import { pack, type Packed, sendPacked } from '../packed.ts'

/** What the hub reads when it is opened, the same for everybody: help articles (W-14), and the merchant's own wording. */
export function hubContentRoutes(desk: Desk): Router {
  const router = Router()
  router.get(
    '/articles/:language',
    forAll(desk, async (language) => ({ articles: await readArticles(desk, language) })),
  )
  router.get(
    '/texts/:language',
    forAll(desk, async (language) => ({ texts: await readHubTexts(desk, language) })),
  )
  return router
}

/** Packed once, until it says something else; a minute old at most where it is kept. */
function forAll(desk: Desk, read: (language: HubLanguage) => Promise<object>): RequestHandler {
  const made = new Map<HubLanguage, { body: string; etag: string; packed: Packed }>()
  const now = async (language: HubLanguage) => {
    const body = JSON.stringify({ ...(await read(language)), ok: true })
    const known = made.get(language)
    if (known?.body === body) return known
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const fresh = { body, etag, packed: await pack(Buffer.from(body)) }
    made.set(language, fresh)
    return fresh
  }
  return (request, response) => {
    const language = hubLanguages.find((one) => one === request.params['language'])
    if (language === undefined) return refuse(response, 'not_found')
    now(language).then(
      ({ etag, packed }) => {
        response.set({ 'Cache-Control': 'public, max-age=60', ETag: etag }).type('json')
        if (request.fresh) return response.status(304).end()
        sendPacked(request, response, packed)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, `GET ${request.path}`)),
    )
  }
}
