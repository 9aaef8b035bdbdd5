import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { readPublicSettings } from '../../desk/public-settings.ts'
import { rateByLink, readRating } from '../../desk/rate-by-link.ts'
import { ratingComment, score } from '../../protocol/satisfaction.ts'
import { ratingLanguage } from '../../tickets/rating-words.ts'
import tokens from '../../../widget/hub-tokens.css?raw'
import { createAllowances } from '../allowance.ts'
import { failed } from '../door.ts'
import { refuse } from '../http.ts'
import style from '../rating/page.css?raw'
import { gonePage, type Refusal, ratingPage } from '../rating/page.ts'

const asked = z.object({ ticket: z.uuid().toLowerCase(), signature: z.string().max(100) })
/** As forms send it: a line's end is two characters there, which nobody typed. */
const written = z.object({
  score: z.coerce.number().nullable().catch(null),
  comment: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n'))
    .catch(''),
})

/**
 * D-10: `/rate/<ticket>/<signature>` of a mail asks how it was. To look at it says nothing, however often a scanner of
 * mails follows the link; only the form does. There is no session that another page could misuse: who has the link may
 * say it.
 */
export function ratingRoutes(desk: Desk): Router {
  const router = Router()
  const allowances = createAllowances({ messages: 10, events: 60, counted: ['rate'] })
  // A thousand signs take nine times as many bytes in a form, and twelve in pairs.
  const form = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 10 })

  router.get('/page.css', (_request, response) => {
    readPublicSettings(desk).then(
      ({ shown: { accent } }) => {
        const own = `:root{${accent.light}}@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){${accent.dark}}}`
        response.set('Cache-Control', 'public, max-age=60').type('css').send(`${tokens}${own}${style}`)
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'GET /rate/page.css')),
    )
  })
  router.get('/:ticket/:signature', (request, response) =>
    answer(request, response, () => show(request, response, null)),
  )
  router.post('/:ticket/:signature', form, (request, response) =>
    answer(request, response, () => take(request, response)),
  )

  function answer(request: Request, response: Response, run: () => Promise<void>): void {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    run().catch((error: unknown) => refuse(response, failed(desk.log, error, `${request.method} /rate`)))
  }

  async function show(request: Request, response: Response, refusal: Refusal | null): Promise<void> {
    const link = asked.safeParse(request.params)
    const view = link.success ? await readRating(desk, link.data) : null
    if (view === null) return gone(response)
    response
      .status(refusal === null ? 200 : refusal.problem === 'tooFast' ? 429 : 400)
      .type('html')
      .send(ratingPage(view, refusal))
  }

  async function take(request: Request, response: Response): Promise<void> {
    const link = asked.safeParse(request.params)
    if (!link.success || (await readRating(desk, link.data)) === null) return gone(response)
    const given = written.parse(request.body ?? {})
    const again = (problem: Refusal['problem']) => show(request, response, { problem, ...given })
    if ((await allowances.forPerson(link.data.ticket).take('rate')) !== 'ok') return again('tooFast')
    const face = score.safeParse(given.score)
    if (!face.success) return again('pick')
    const comment = ratingComment.safeParse(given.comment)
    if (!comment.success) return again('tooLong')
    const taken = await rateByLink(desk, link.data, { score: face.data, comment: comment.data })
    if ('refused' in taken && taken.refused === 'not_found') return gone(response)
    // What is shown is what stands there now, and to load it again says nothing a second time.
    response.redirect(303, `/rate/${link.data.ticket}/${link.data.signature}`)
  }

  async function gone(response: Response): Promise<void> {
    const { shown } = await readPublicSettings(desk)
    response
      .status(404)
      .type('html')
      .send(gonePage(ratingLanguage(null, shown.language ?? 'page')))
  }
  return router
}
