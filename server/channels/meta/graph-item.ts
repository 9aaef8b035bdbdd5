import { z } from 'zod'
import type { ChannelEvent, Parsed } from '../channel.ts'
import { type Content, contentOf, url } from './graph-content.ts'
import { id, idOrNone, logWord, moment, nothing, words } from './shapes.ts'

type GraphChannel = 'messenger' | 'instagram'

const person = z.object({ id })
const item = z.looseObject({ sender: person, recipient: person, timestamp: moment })

const message = z.object({
  mid: id,
  text: words,
  attachments: z.array(z.unknown()).catch([]),
  reply_to: z
    .object({ story: z.object({ url }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  is_echo: z.boolean().catch(false),
  is_deleted: z.boolean().catch(false),
  is_unsupported: z.boolean().catch(false),
  metadata: z.string().max(1000).optional().catch(undefined),
})
const receipt = z.object({ mids: z.array(id).catch([]), mid: idOrNone, watermark: moment })
const postback = z.object({ mid: idOrNone, title: words })

/** The kinds of an item that mean something here; whatever else it may be is only named in the log. */
const kinds = z.object({
  message: z.unknown().optional(),
  delivery: z.unknown().optional(),
  read: z.unknown().optional(),
  postback: z.unknown().optional(),
})

/** Who and when, of any item. */
type Frame = { channel: GraphChannel; sender: string; to: string; at: number | undefined; receivedAt: number }

/** One item of Messenger or Instagram: a message, an echo, a tap on a button, or what became of ours. */
export function graphItem(channel: GraphChannel, field: string, raw: unknown, receivedAt: number): Parsed {
  const common = item.safeParse(raw)
  const kind = kinds.safeParse(raw)
  if (!common.success || !kind.success) return nothing(`${channel}: broken ${logWord(field)}`)
  const { sender, recipient, timestamp } = common.data
  const frame: Frame = { channel, sender: sender.id, to: recipient.id, at: timestamp, receivedAt }
  if (kind.data.message !== undefined) return messageIn(frame, kind.data.message)
  if (kind.data.delivery !== undefined) return receiptIn(frame, 'delivered', kind.data.delivery)
  if (kind.data.read !== undefined) return receiptIn(frame, 'read', kind.data.read)
  if (kind.data.postback !== undefined) return postbackIn(frame, kind.data.postback)
  const what = Object.keys(common.data).find((key) => !(key in item.shape))
  return nothing(`${channel}: ${logWord(what ?? field)}`)
}

function messageIn(frame: Frame, raw: unknown): Parsed {
  const { channel } = frame
  const said = message.safeParse(raw)
  if (!said.success) return nothing(`${channel}: broken message`)
  const { mid, is_echo, is_deleted, metadata } = said.data
  if (is_echo) return only({ kind: 'echo', channel, externalId: mid, metadata: metadata ?? null })
  if (is_deleted) return nothing(`${channel}: message deleted`)
  const content = contentOf(channel, said.data)
  const isEmpty = content.text === '' && content.attachments.length === 0 && content.story === null
  return isEmpty ? nothing(`${channel}: message without content`) : written(frame, mid, content)
}

function postbackIn(frame: Frame, raw: unknown): Parsed {
  const tapped = postback.safeParse(raw).data
  // Older versions of the Graph API give a tap no id; sender and moment are one.
  const own = frame.at === undefined ? undefined : `postback:${frame.to}:${frame.sender}:${frame.at}`
  const externalId = tapped?.mid || own
  if (!tapped?.title || externalId === undefined) return nothing(`${frame.channel}: postback without words`)
  return written(frame, externalId, { text: tapped.title, attachments: [], story: null })
}

function written({ channel, sender, to, at, receivedAt }: Frame, externalId: string, content: Content): Parsed {
  const from = { kind: channel, value: sender }
  const when = at ?? receivedAt
  return only({ kind: 'message', channel, externalId, from: [from], name: null, to, at: when, ...content, mail: null })
}

/** By id where ids are told, and by watermark: everything before it, whatever its id. */
function receiptIn(frame: Frame, state: 'delivered' | 'read', raw: unknown): Parsed {
  const told = receipt.safeParse(raw).data
  const mids = told?.mid ? [told.mid] : (told?.mids ?? [])
  const watermark = told?.watermark
  if (mids.length === 0 && watermark === undefined) return nothing(`${frame.channel}: ${state} of nothing`)
  const at = frame.at ?? watermark ?? frame.receivedAt
  const news = { kind: 'delivery', state, at, error: null } as const
  const person = { kind: frame.channel, value: frame.sender }
  const byId = mids.map((externalId) => ({ ...news, of: { externalId } }))
  return { events: watermark === undefined ? byId : [...byId, { ...news, of: { watermark, person } }], ignored: [] }
}

const only = (event: ChannelEvent): Parsed => ({ events: [event], ignored: [] })
