import { Router } from 'express'
import helmet from 'helmet'
import type { Acts } from '../acts.ts'
import type { Assets } from '../assets.ts'
import { channels } from '../brand.ts'
import type { Memory } from '../memory.ts'
import { layout } from '../pages/layout.ts'
import { people } from '../people.ts'
import { pictureBytes, samplePictures, storyPicture } from '../pictures.ts'
import type { Reports } from '../reports.ts'
import type { Panel } from '../switches.ts'

/** What the page may load: its own files, nothing else, nothing inline. */
export const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  // Forms are sent back to where they came from.
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
  // The content networks of this same origin send no such header, and browsers want one answer for all.
  originAgentCluster: false,
})

/** A mail's own markup: in a frame that may do nothing and load nothing. */
const mailSecurity = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

type Given = { acts: Acts; assets: Assets; memory: Memory; panel: Panel; reports: Reports; deskUrl: () => string }

export const pageRoutes = ({ acts, assets, memory, panel, reports, deskUrl }: Given): Router => {
  const router = Router()
  const files = { '/sandbox.css': ['css', assets.css], '/sandbox.js': ['js', assets.script] } as const
  for (const [path, [type, text]] of Object.entries(files)) {
    router.get(path, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type(type).send(text)
    })
  }
  router.get('/pictures/:name', (request, response, next) => {
    const picture = [...samplePictures, storyPicture].find(({ id }) => `${id}.png` === request.params.name)
    if (!picture) return next()
    response.set('Cache-Control', 'public, max-age=3600').type('png').send(pictureBytes(picture))
  })

  router.get('/', (_request, response) => response.redirect(303, `/people/${people[0]?.id}/sms`))

  router.get('/people/:person/:channel{/:letter}', (request, response, next) => {
    const { person: id, channel: name, letter: wanted } = request.params
    const person = people.find((one) => one.id === id)
    const channel = channels.find((one) => one === name)
    if (!person || !channel || (wanted !== undefined && channel !== 'email')) return next()
    const found = acts.letters(person.id).findLast((one) => one.id === wanted)
    if (wanted !== undefined && wanted !== 'new' && !found) return response.redirect(303, `/people/${id}/email`)
    if (found) acts.readLetter(found)
    const letter = wanted === 'new' ? 'new' : (found ?? null)
    const page = layout({ acts, panel, person, channel, letter, waiting: reports.waiting }, assets, {
      deskUrl: deskUrl(),
    })
    response.set('Cache-Control', 'no-store').type('html').send(page)
  })

  router.get('/people/:person/email/:letter/:part', (request, response, next) => {
    const { person, letter, part } = request.params
    const found = acts.letters(person).findLast((one) => one.id === letter)
    if (found?.html && part === 'html') {
      response.set('Content-Security-Policy', mailSecurity).removeHeader('X-Frame-Options')
      return void response.type('html').send(found.html)
    }
    if (found && part === 'source') return void response.type('text/plain').send(found.raw)
    next()
  })

  router.get('/events', (request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).flushHeaders()
    let timer: NodeJS.Timeout | undefined
    // Much happens at once: the page is told once.
    const unwatch = memory.watch(() => {
      timer ??= setTimeout(() => {
        timer = undefined
        response.write('data: changed\n\n')
      }, 40)
    })
    request.once('close', () => {
      unwatch()
      clearTimeout(timer)
    })
    response.write('retry: 1000\n\n')
  })
  return router
}
