import { z } from 'zod'
import type { ChannelEvent, Identity, Parsed } from '../channel.ts'
import { metaWords } from './error-words.ts'
import { id, idOrNone, logWord, moment, nothing, words } from './shapes.ts'
import { whatsAppContent } from './whatsapp-content.ts'

const contact = z.object({
  wa_id: idOrNone,
  user_id: idOrNone,
  parent_user_id: idOrNone,
  profile: z.object({ name: words, username: words }).catch({ name: undefined, username: undefined }),
})
type Contact = z.infer<typeof contact>

const list = z.array(z.unknown()).catch([])
const value = z.object({
  metadata: z.object({ phone_number_id: id }),
  contacts: list.transform((all) => all.flatMap((one) => contact.safeParse(one).data ?? [])),
  messages: list,
  statuses: list,
  errors: list,
})

const message = z.object({
  id,
  type: z.string(),
  timestamp: moment,
  from: idOrNone,
  from_user_id: idOrNone,
  from_parent_user_id: idOrNone,
  group_id: idOrNone,
})

const system = z.object({
  system: z.object({
    type: z.string().catch(''),
    body: z.string().catch(''),
    wa_id: idOrNone,
    new_wa_id: idOrNone,
    user_id: idOrNone,
    new_user_id: idOrNone,
    previous_user_id: idOrNone,
  }),
})

const status = z.object({
  id,
  status: z.string(),
  timestamp: moment,
  biz_opaque_callback_data: z.string().max(512).optional().catch(undefined),
  errors: list,
})
const error = z.object({
  code: z.number().int(),
  title: words,
  message: words,
  error_data: z.object({ details: words }).optional().catch(undefined),
})

const states = { sent: 'sent', delivered: 'delivered', read: 'read', played: 'read', failed: 'failed' } as const

/** One change WhatsApp tells: messages of customers, and what became of ours. */
export function whatsAppChange(field: string, raw: unknown, receivedAt: number): Parsed[] {
  if (field !== 'messages') return [nothing(`whatsapp: ${logWord(field)}`)]
  const told = value.safeParse(raw)
  if (!told.success) return [nothing('whatsapp: broken change')]
  const { metadata, contacts, messages, statuses, errors } = told.data
  const isAlone = contacts.length === 1 && messages.length === 1
  return [
    ...messages.map((one) => inbound(one, { contacts, isAlone, to: metadata.phone_number_id, receivedAt })),
    ...statuses.map((one) => outcome(one, receivedAt)),
    ...errors.map((one) => nothing(`whatsapp: error ${error.safeParse(one).data?.code ?? 'unnamed'}`)),
  ]
}

type Around = { contacts: Contact[]; isAlone: boolean; to: string; receivedAt: number }

function inbound(raw: unknown, { contacts, isAlone, to, receivedAt }: Around): Parsed {
  const said = message.safeParse(raw)
  if (!said.success) return nothing('whatsapp: broken message')
  const { id: externalId, type, from, from_user_id } = said.data
  const at = said.data.timestamp ?? receivedAt
  if (said.data.group_id) return nothing('whatsapp: message of a group')
  if (type === 'system') return renamed(raw, externalId, from, at)
  const isWriter = (one: Contact) => same(one.wa_id, from) || same(one.user_id, from_user_id)
  // A number and the id made of it can differ, so an only contact of an only message is its writer all the same.
  const who = contacts.find(isWriter) ?? (isAlone ? contacts[0] : undefined)
  const [answerTo, ...others] = namesOf(
    [from, who?.wa_id],
    [from_user_id, who?.user_id, said.data.from_parent_user_id, who?.parent_user_id],
  )
  if (answerTo === undefined) return nothing('whatsapp: message of nobody')
  const content = whatsAppContent(type, raw)
  if (content === undefined) return nothing(`whatsapp: ${logWord(type)}`)
  const { name, username } = who?.profile ?? {}
  return {
    events: [
      {
        kind: 'message',
        channel: 'whatsapp',
        externalId,
        from: [answerTo, ...others],
        name: name || (username ? `@${username.replace(/^@/, '')}` : null),
        to,
        at,
        ...content,
        story: null,
        mail: null,
      },
    ],
    ignored: [],
  }
}

const same = (one: string | undefined, other: string | undefined) => !!one && one === other

/** Every name WhatsApp knows a person by. The number comes first: to it Meta wants answers sent while it is known. */
function namesOf(numbers: (string | undefined)[], userIds: (string | undefined)[]): Identity[] {
  const told = (values: (string | undefined)[]) => [...new Set(values.flatMap((value) => value || []))]
  const [phone] = told(numbers)
  return [
    ...told(numbers).map((value) => ({ kind: 'whatsapp', value }) as const),
    ...(phone && /^\d{7,15}$/.test(phone) ? [{ kind: 'phone', value: `+${phone}` } as const] : []),
    ...told(userIds).map((value) => ({ kind: 'whatsapp_user', value }) as const),
  ]
}

/** A new number, and with it a new user id. Who it was stands in a field, or only at the end of Meta's sentence. */
function renamed(raw: unknown, externalId: string, from: string | undefined, at: number): Parsed {
  const told = system.safeParse(raw).data?.system
  if (!told?.type.startsWith('user_changed') && !told?.new_user_id) {
    return nothing(`whatsapp: system ${logWord(told?.type ?? '')}`)
  }
  const newWaId = told.new_wa_id || told.wa_id
  const newUserId = told.new_user_id || told.user_id
  const [, before, after] = / changed from (\S+) to (\S+)$/.exec(told.body) ?? []
  // The sentence holds the person's own name for themselves, so it counts only where it ends as the fields say.
  const fromSentence = same(after, newUserId) ? before : undefined
  const oldUserId = told.previous_user_id || (told.new_user_id ? told.user_id : fromSentence)
  const [was, ...wasToo] = namesOf([from], [oldUserId])
  const [now, ...nowToo] = namesOf([newWaId], [newUserId])
  if (!was || !now) return nothing('whatsapp: somebody was renamed, but who?')
  return { events: [{ kind: 'identity', externalId, was: [was, ...wasToo], now: [now, ...nowToo], at }], ignored: [] }
}

function outcome(raw: unknown, receivedAt: number): Parsed {
  const told = status.safeParse(raw)
  if (!told.success) return nothing('whatsapp: broken status')
  const { id: externalId, biz_opaque_callback_data: own } = told.data
  if (!isState(told.data.status)) return nothing(`whatsapp: status ${logWord(told.data.status)}`)
  const state = states[told.data.status]
  const events: ChannelEvent[] = own ? [{ kind: 'echo', channel: 'whatsapp', externalId, metadata: own }] : []
  const at = told.data.timestamp ?? receivedAt
  const why = state === 'failed' ? reasonOf(told.data.errors) : null
  return { events: [...events, { kind: 'delivery', of: { externalId }, state, at, error: why }], ignored: [] }
}

const isState = (name: string): name is keyof typeof states => Object.hasOwn(states, name)

function reasonOf(errors: unknown[]): { code: string; words: string } {
  const why = error.safeParse(errors[0]).data
  if (!why) return { code: 'failed', words: 'WhatsApp did not deliver this message and did not say why.' }
  return {
    code: String(why.code),
    words: metaWords(why.code, why.error_data?.details ?? why.title ?? why.message ?? ''),
  }
}
