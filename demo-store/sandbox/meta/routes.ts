import express, { type Response, Router } from 'express'
import { brand } from '../brand.ts'
import type { Parts } from '../parts.ts'
import { byMetaId, people } from '../people.ts'
import { sameText } from '../signatures.ts'
import { problem, refuse } from './problem.ts'
import { type Senders, send } from './send.ts'

/** What of the Graph API the desk uses. */
export const metaRoutes = (parts: Parts, senders: Senders): Router => {
  const { memory, files, secret, selfUrl } = parts
  const router = Router()
  const version = `/${brand.graphVersion}`

  router.use((request, response, next) => {
    if (!/^\/(?:v\d+\.\d+|whatsapp_business)\//.test(request.path)) return next('router')
    response.once('finish', () => {
      const { method, originalUrl: path } = request
      memory.note({ to: 'sandbox', method, path, status: String(response.statusCode), what: 'to Meta' })
    })
    if (sameText(request.headers.authorization ?? '', `Bearer ${secret}`)) next()
    else refuse(response, 401, 190, 'Invalid OAuth access token.')
  })

  router.post(`${version}/:from/messages`, express.text({ type: () => true, limit: '64kb' }), (request, response) =>
    send(parts, senders, request.params.from, request, response),
  )

  // The bytes behind a WhatsApp id lie at an address of their own, which wants the token again.
  router.get('/whatsapp_business/attachments/', (request, response) => {
    const file = files.find(new URL(request.originalUrl, 'http://sandbox').searchParams.get('mid') ?? '')
    if (file) response.type(file.type).send(file.bytes)
    else refuse(response, 404, 100, 'Media not found')
  })

  router.get(`${version}/:id`, (request, response) => {
    const { id } = request.params
    const file = files.find(id)
    const about = file
      ? {
          messaging_product: 'whatsapp',
          url: `${selfUrl()}/whatsapp_business/attachments/?mid=${id}`,
          mime_type: file.type,
          file_size: file.bytes.length,
          id,
        }
      : (aboutUs(id) ?? aboutPerson(id))
    if (about) response.json(about)
    else unknown(response, id)
  })
  router.use((request, response) => unknown(response, request.originalUrl))
  return router
}

const unknown = (response: Response, id: string): void =>
  void response
    .status(400)
    .json(problem(100, `Unsupported request. Object with ID '${id.slice(0, 60)}' does not exist`, 33))

const aboutUs = (id: string): object | undefined => {
  const { whatsapp, instagram, messenger, name } = brand
  if (id === 'me') return { id: messenger.pageId, name }
  if (id === whatsapp.phoneNumberId)
    return { id, verified_name: name, display_phone_number: whatsapp.number, quality_rating: 'GREEN' }
  if (id === whatsapp.businessAccountId) return { id, name }
  if (id === instagram.accountId) return { id, name, username: instagram.username }
  return id === messenger.pageId || id === instagram.pageId ? { id, name } : undefined
}

/** The name of somebody who wrote: Messenger and Instagram tell it only when asked. */
const aboutPerson = (id: string): object | undefined => {
  const onInstagram = byMetaId('instagram', id)
  if (onInstagram) return { id, name: onInstagram.name, username: onInstagram.igName }
  const one = people.find(({ psid }) => psid === id)
  const [first = '', ...rest] = one?.name.split(' ') ?? []
  return one && { id, name: one.name, first_name: first, last_name: rest.join(' ') }
}
