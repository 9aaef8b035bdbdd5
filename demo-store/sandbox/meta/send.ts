import type { Request, Response } from 'express'
import type { z } from 'zod'
import { brand } from '../brand.ts'
import type { Entry } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Parts } from '../parts.ts'
import { byMetaId, type Person } from '../people.ts'
import { lose } from '../twilio/routes.ts'
import { refuse } from './problem.ts'
import { graphAction, toGraph, toWhatsApp, whatsAppSeen } from './said.ts'

type MetaChannel = 'whatsapp' | 'instagram' | 'messenger'

export type Senders = Record<'instagram' | 'messenger', { echo(person: Person, entry: Entry): void }>

/** A message of the brand, read: to whom, what, and with what answer. */
type Sent = { to: string; text: string; link: string | null; ownId: string | null }

const mostText = { instagram: 1_000, messenger: 2_000 } as const

const channelOf = (from: string): MetaChannel | undefined => {
  if (from === brand.whatsapp.phoneNumberId) return 'whatsapp'
  if (from === brand.instagram.accountId || from === brand.instagram.pageId) return 'instagram'
  return from === brand.messenger.pageId ? 'messenger' : undefined
}

/** One call of the desk to send something from a number, a page or an account. */
export const send = async (
  parts: Parts,
  senders: Senders,
  from: string,
  request: Request,
  response: Response,
): Promise<void> => {
  const { memory, files, desk, panel, progress } = parts
  const channel = channelOf(from)
  if (channel === undefined)
    return refuse(response, 400, 100, `Object with ID '${from.slice(0, 60)}' does not exist`, 33)
  const json = jsonIn(String(request.body ?? ''))
  if (onlyMarked(parts, channel, json)) return void response.json(channel === 'whatsapp' ? { success: true } : {})

  const failure = panel.takeFailure(channel)
  if (failure?.how === 'refused')
    return refuse(response, failure.status, failure.code, failure.message, failure.subcode)
  const said = channel === 'whatsapp' ? whatsAppIn(json) : graphIn(channel, json)
  if (typeof said === 'string') return refuse(response, 400, 100, said)
  const person = byMetaId(channel, said.to)
  if (!person) {
    return channel === 'whatsapp'
      ? refuse(response, 400, 131026, 'Message undeliverable')
      : refuse(response, 400, 100, 'No matching user found', 2018001)
  }

  const file = said.link === null ? null : await desk.file(said.link)
  const isBroken = said.link !== null && file === null
  // The one fetches what it is to send while it is asked, the other afterwards.
  if (isBroken && channel !== 'whatsapp')
    return refuse(response, 400, 100, 'Failed to fetch the file from the url', 2018294)
  const entry = memory.add(person, {
    id: newId[channel](),
    channel,
    from: 'brand',
    text: said.text,
    files: file ? [files.keep(file).id] : [],
    story: null,
    state: 'taken',
    error: null,
    ownId: said.ownId,
  })
  if (channel !== 'whatsapp') senders[channel].echo(person, entry)
  const broken = { code: 131053, message: 'Media upload error' }
  progress.taken(entry, failure?.how === 'reported' ? failure : isBroken ? broken : null)
  if (panel.now.answers === 'lost') return lose(memory, request)
  response.json(
    channel === 'whatsapp'
      ? {
          messaging_product: 'whatsapp',
          contacts: [{ input: said.to, wa_id: person.waId }],
          messages: [{ id: entry.id }],
        }
      : { recipient_id: said.to, message_id: entry.id },
  )
}

/** Marks of reading and typing, which are no messages. */
const onlyMarked = ({ memory }: Parts, channel: MetaChannel, json: unknown): boolean => {
  const seen = whatsAppSeen.safeParse(json).data
  const action = graphAction.safeParse(json).data
  if (!seen && !action) return false
  const read = seen && memory.entry(seen.message_id)
  const person = action?.sender_action === 'mark_seen' && byMetaId(channel, action.recipient.id)
  const all = read ? [read] : person ? memory.thread(person, channel) : []
  for (const entry of all) if (entry.from === 'person' && entry.state === 'delivered') entry.state = 'read'
  memory.changed()
  return true
}

const whatsAppIn = (json: unknown): Sent | string => {
  const { data, error } = toWhatsApp.safeParse(json)
  if (!data) return complaint(error)
  const { to, recipient, text, image, video, audio, document, template } = data
  const file = image ?? video ?? audio ?? document
  const words = text?.body ?? file?.caption ?? (template ? `(template ${template.name})` : '')
  const whom = to ?? recipient
  if (whom === undefined) return 'The parameter to is required.'
  if (words === '' && !file) return `Parameter value is not valid: ${data.type.slice(0, 40)}`
  return { to: whom, text: words, link: file?.link ?? null, ownId: data.biz_opaque_callback_data ?? null }
}

const graphIn = (channel: 'instagram' | 'messenger', json: unknown): Sent | string => {
  const { data, error } = toGraph.safeParse(json)
  if (!data) return complaint(error)
  const { text = '', attachment, metadata } = data.message
  if (text.length > mostText[channel]) return 'Length of param message[text] must be less than or equal to the limit'
  return { to: data.recipient.id, text, link: attachment?.payload.url ?? null, ownId: metadata ?? null }
}

const complaint = (error: z.ZodError): string => {
  const [issue] = error.issues
  return `Invalid parameter: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`
}

const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
