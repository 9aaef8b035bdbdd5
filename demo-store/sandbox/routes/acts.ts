import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { refuseForeignPosts } from '../../own-origin.ts'
import type { Acts } from '../acts.ts'
import { channels, isPhoneChannel } from '../brand.ts'
import { escape } from '../../html.ts'
import { people } from '../people.ts'
import { pictureBytes, samplePictures } from '../pictures.ts'
import { switchShape } from '../switches.ts'

const text = z.string().max(100_000)
const words = text.default('')
const say = z.object({ text: words, picture: words })
const story = z.object({ text: words, kind: z.enum(['reply', 'mention']).default('reply') })
const mail = z.object({
  to: z.email().optional(),
  subject: text.optional(),
  text: words,
  inReplyTo: z.string().optional(),
  picture: words,
  quote: z.literal('yes').optional(),
  html: z.literal('yes').optional(),
})
const next = z.object({ channel: z.enum(channels), code: z.string() })
const power = z.object({ power: z.enum(['on', 'off']) })
const again = z.object({ id: z.string() })

/** What the page's forms do. Every one of them leads back to where it was sent from. */
export const actRoutes = (acts: Acts): Router => {
  const router = Router()
  router.use(refuseForeignPosts, express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 40 }))

  /** A form in its shape; what does not fit, or concerns nobody, is refused. */
  const on = <Shape extends z.ZodType>(
    path: string,
    shape: Shape,
    act: (form: z.output<Shape>, params: { person: string; channel: string }) => unknown,
  ): void => {
    router.post(path, async (request, response) => {
      const form = shape.safeParse(request.body ?? {})
      const { person = '', channel = '' } = request.params
      const isKnown = person === '' || people.some(({ id }) => id === person)
      if (!form.success || !isKnown) return void response.status(400).type('text/plain').send('This form does not fit.')
      await act(form.data, { person: String(person), channel: String(channel) })
      back(request, response)
    })
  }

  on('/people/:person/email/send', mail, ({ to, subject, text, inReplyTo, picture, quote, html }, { person }) => {
    const sample = samplePictures.find(({ id }) => id === picture)
    return acts.mail(person, {
      text,
      ...(to !== undefined && { to }),
      ...(subject !== undefined && { subject }),
      ...(inReplyTo !== undefined && { inReplyTo, quote: quote === 'yes' }),
      ...(html === 'yes' && { html: `<p>${escape(text).replaceAll('\n', '<br>')}</p>` }),
      ...(sample && { attachments: [{ name: sample.name, type: 'image/png', bytes: pictureBytes(sample) }] }),
    })
  })
  on('/people/:person/instagram/story', story, ({ text, kind }, { person }) =>
    kind === 'mention' ? acts.storyMention(person) : text.trim() === '' ? undefined : acts.storyReply(person, text),
  )
  on('/people/:person/:channel/say', say, ({ text, picture }, { person, channel }) => {
    if (!isPhoneChannel(channel)) return undefined
    if (picture !== '') return acts.picture(person, channel, { sample: picture, text })
    return text.trim() === '' ? undefined : acts.text(person, channel, text)
  })
  on('/people/:person/:channel/open', z.unknown(), (_form, { person, channel }) => {
    if (isPhoneChannel(channel)) acts.open(person, channel)
  })
  on('/people/:person/power', power, (form, { person }) => acts.offline(person, form.power === 'off'))
  on('/again', again, ({ id }) => acts.again(id).catch(() => undefined))
  on('/switches', switchShape, (form) => acts.set(form))
  on('/next', next, ({ channel, code }) => acts.failNext(channel, code === '' ? null : code))
  on('/release', z.unknown(), () => acts.release())
  on('/reset', z.unknown(), () => acts.reset())
  on('/handshake', z.unknown(), () => acts.handshake())
  return router
}

/** To the page that the form stood on; from a new mail to all mail. */
const back = (request: Request, response: Response): void => {
  const from = request.headers.referer ?? ''
  const path = URL.canParse(from) ? new URL(from).pathname : '/'
  response.redirect(303, path.startsWith('/people/') ? path.replace(/\/email\/new$/, '/email') : '/')
}
