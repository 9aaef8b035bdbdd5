import express, { type Request, type Response, Router } from 'express'
import { brand } from '../brand.ts'
import type { Entry } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Parts } from '../parts.ts'
import { personOf } from '../people.ts'
import { sameText } from '../signatures.ts'
import { account, apiVersion } from './form.ts'
import type { Sms } from './sms.ts'

const mostChars = 1_600

/** What of Twilio's API the desk uses. Source: FACTS 1, twilio.com/docs/messaging/api/message-resource */
export const twilioRoutes = (parts: Parts, sms: Sms): Router => {
  const { memory, files, desk, panel, progress, secret } = parts
  const router = Router()
  const right = `Basic ${Buffer.from(`${brand.sms.accountSid}:${secret}`).toString('base64')}`

  router.use(`/${apiVersion}`, (request, response, next) => {
    response.once('finish', () => {
      const { method, originalUrl: path } = request
      memory.note({ to: 'sandbox', method, path, status: String(response.statusCode), what: 'to Twilio' })
    })
    if (sameText(request.headers.authorization ?? '', right)) next()
    else problem(response, 401, 20003, 'Authenticate')
  })

  router.post(
    `${account}/Messages.json`,
    express.text({ type: () => true, limit: '64kb' }),
    async (request, response) => {
      const form = new URLSearchParams(String(request.body ?? ''))
      const [to, from, text] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? '']
      const failure = panel.takeFailure('sms')
      if (failure?.how === 'refused') return problem(response, failure.status, failure.code, failure.message)
      if (!/^\+[1-9]\d{6,14}$/.test(to)) return problem(response, 400, 21211, `Invalid 'To' Phone Number: ${to}`)
      if (from === '' && form.get('MessagingServiceSid') === null)
        return problem(response, 400, 21603, "A 'From' phone number is required.")
      if (from !== '' && from !== sms.from)
        return problem(response, 400, 21606, `The 'From' phone number ${from} is not yours.`)
      const media = form.getAll('MediaUrl')
      if (text === '' && media.length === 0) return problem(response, 400, 21619, 'Message body is required.')
      if (text.length > mostChars)
        return problem(response, 400, 21617, `The message body exceeds the ${mostChars} character limit.`)
      if (sms.isStopped(to)) return problem(response, 400, 21610, 'Attempt to send to unsubscribed recipient')

      const sid = media.length > 0 ? newId.mms() : newId.sms()
      const callback = form.get('StatusCallback')
      if (callback !== null) sms.expect(sid, callback)
      const fetched = await Promise.all(media.map((url) => desk.file(url)))
      const pictures = fetched.flatMap((file) => (file ? [files.keep(file).id] : []))
      const entry = sms.arrive(sid, to, text, pictures, ownIdIn(callback))
      if (entry === null) sms.lose(sid, to)
      else {
        const isBroken = fetched.includes(null)
        const broken = { code: 21620, message: 'Invalid media URL(s)' }
        progress.taken(entry, failure?.how === 'reported' ? failure : isBroken ? broken : null)
      }
      if (panel.now.answers === 'lost') return lose(memory, request)
      response.status(201).json({ ...described(entry, { sid, to, text }), status: 'queued', date_sent: null })
    },
  )

  router.get(`${account}/Messages.json`, (request, response) => {
    const asked = new URL(request.originalUrl, 'http://sandbox').searchParams
    const [to, from] = [asked.get('To'), asked.get('From')]
    const size = Math.min(1_000, Math.max(1, Number(asked.get('PageSize') ?? 50) || 50))
    const messages = memory
      .everything()
      .filter(({ channel, from: who }) => channel === 'sms' && who !== 'carrier')
      .map((entry) => described(entry, { sid: entry.id, to: '', text: entry.text }))
      .filter((one) => (to === null || one.to === to) && (from === null || one.from === from))
      .reverse()
      .slice(0, size)
    response.json({ messages, page: 0, page_size: size, next_page_uri: null, uri: request.originalUrl })
  })

  router.get(`${account}.json`, (_request, response) => {
    response.json({
      sid: brand.sms.accountSid,
      friendly_name: `${brand.name} (sandbox)`,
      status: 'active',
      type: 'Full',
    })
  })
  router.get(`${account}/IncomingPhoneNumbers.json`, (request, response) => {
    const wanted = new URL(request.originalUrl, 'http://sandbox').searchParams.get('PhoneNumber')
    const mine = { sid: `PN${'0'.repeat(32)}`, phone_number: brand.sms.number, capabilities: { sms: true, mms: true } }
    response.json({ incoming_phone_numbers: wanted === null || wanted === mine.phone_number ? [mine] : [], page: 0 })
  })

  // The API hands out no bytes itself: it names the place where they lie, as the real one does.
  router.get(`${account}/Messages/:message/Media/:id`, (request, response) => {
    if (files.find(request.params.id)) response.redirect(307, `/cdn/${request.params.id}`)
    else problem(response, 404, 20404, 'The requested resource was not found')
  })
  router.use(`/${apiVersion}`, (_request, response) =>
    problem(response, 404, 20404, 'The requested resource was not found'),
  )
  return router
}

/** Leaves a request without its answer, for ever: until the asker hangs up. */
export const lose = (memory: Parts['memory'], { method, originalUrl: path }: Request): void =>
  memory.note({ to: 'sandbox', method, path, status: 'never answered', what: 'the answer is lost' })

const problem = (response: Response, status: number, code: number, message: string): void => {
  response.status(status).json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status })
}

/** The desk's own id, which it writes into the address where it wants to hear of a message. */
const ownIdIn = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).searchParams.get('message') : null

const statuses = {
  taken: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'undelivered',
} as const

const described = (entry: Entry | null, { sid, to, text }: { sid: string; to: string; text: string }) => {
  const isOwn = entry?.from !== 'person'
  const phone = entry ? personOf(entry.person).phone : to
  const at = new Date(entry?.at ?? Date.now()).toUTCString().replace('GMT', '+0000')
  return {
    sid,
    account_sid: brand.sms.accountSid,
    api_version: apiVersion,
    body: text,
    direction: isOwn ? 'outbound-api' : 'inbound',
    from: isOwn ? brand.sms.number : phone,
    to: isOwn ? phone : brand.sms.number,
    status: entry === null ? 'queued' : isOwn ? statuses[entry.state] : 'received',
    num_segments: '1',
    num_media: String(entry?.files.length ?? 0),
    date_created: at,
    date_updated: at,
    date_sent: entry?.state === 'taken' ? null : at,
    error_code: entry?.error === null || entry === null ? null : Number(entry.error),
    error_message: null,
    messaging_service_sid: null,
    price: null,
    price_unit: 'USD',
    uri: `${account}/Messages/${sid}.json`,
  }
}
