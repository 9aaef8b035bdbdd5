import { Router } from 'express'
import { z } from 'zod'
import { listArticles, removeArticle, saveArticle, sortArticles } from '../../desk/articles.ts'
import type { Desk } from '../../desk/desk.ts'
import { articleDraft, articlesOrder } from '../../protocol/articles.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const withId = z.object({ id: z.uuid().toLowerCase() })

/** Help articles (W-14): who may change the settings writes them (D-7). */
export function articleRoutes(desk: Desk): Router {
  const router = Router()
  router.get(
    '/',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'settings')
      return 'refused' in by ? by : { articles: await listArticles(desk) }
    }),
  )
  router.post(
    '/order',
    route(desk, articlesOrder, async ({ ids }, request) => {
      const by = await whoMay(desk, request, 'settings')
      return 'refused' in by ? by : sortArticles(desk, by, ids)
    }),
  )
  router.put(
    '/:id',
    route(desk, articleDraft, async (draft, request) => {
      const by = await whoMay(desk, request, 'settings')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? saveArticle(desk, by, asked.data.id, draft) : { refused: 'not_found' }
    }),
  )
  router.delete(
    '/:id',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'settings')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? removeArticle(desk, by, asked.data.id) : { refused: 'not_found' }
    }),
  )
  return router
}
