import { z } from 'zod'
import { storable } from '../../protocol/text.ts'
import type { Attachment } from '../channel.ts'
import { safeName } from '../mail/safe-name.ts'
import { id, lines, words } from './shapes.ts'

type Content = { text: string; attachments: Attachment[] }

const text = z.object({ text: z.object({ body: words }) })
const file = z.object({
  id,
  mime_type: z.string().max(200).transform(storable).catch(''),
  caption: words,
  filename: words,
})
const place = z.object({
  location: z.object({ latitude: z.number(), longitude: z.number(), name: words, address: words }),
})
const card = z.object({
  name: z.object({ formatted_name: words }).catch({ formatted_name: undefined }),
  phones: z.array(z.object({ phone: words })).catch([]),
  emails: z.array(z.object({ email: words })).catch([]),
})
const cards = z.object({ contacts: z.array(z.unknown()) })
const choice = z.object({ title: words, description: words, body: words }).optional()
const interactive = z.object({
  interactive: z.object({ button_reply: choice, list_reply: choice, nfm_reply: choice }),
})
const button = z.object({ button: z.object({ text: words }) })
const order = z.object({
  order: z.object({
    text: words,
    product_items: z.array(z.object({ product_retailer_id: words, quantity: z.coerce.number().catch(1) })).catch([]),
  }),
})

/** What a WhatsApp message holds, or undefined where its kind says nothing to an agent. */
export function whatsAppContent(type: string, raw: unknown): Content | undefined {
  switch (type) {
    case 'text':
      return said(text.safeParse(raw).data?.text.body)
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return attached(type, raw)
    case 'location': {
      const at = place.safeParse(raw).data?.location
      return at && said(lines(at.name, at.address, `https://www.google.com/maps?q=${at.latitude},${at.longitude}`))
    }
    case 'contacts':
      return said(lines(...(cards.safeParse(raw).data?.contacts ?? []).map(cardText)))
    case 'interactive': {
      const chosen = interactive.safeParse(raw).data?.interactive
      const one = chosen?.button_reply ?? chosen?.list_reply ?? chosen?.nfm_reply
      return said(lines(one?.title, one?.description, one?.body))
    }
    case 'button':
      return said(button.safeParse(raw).data?.button.text)
    case 'order': {
      const ordered = order.safeParse(raw).data?.order
      const items = ordered?.product_items.map((item) => `${item.quantity} × ${item.product_retailer_id ?? '?'}`)
      return said(lines(ordered?.text, ...(items ?? [])))
    }
    case 'unsupported':
      return said('(WhatsApp does not hand on messages of this kind.)')
    default:
      return undefined
  }
}

const said = (words: string | undefined): Content | undefined =>
  words?.trim() ? { text: words, attachments: [] } : undefined

function attached(type: string, raw: unknown): Content | undefined {
  const one = z.object({ [type]: file }).safeParse(raw).data?.[type]
  if (!one) return undefined
  const name = one.filename
    ? safeName(one.filename, one.mime_type)
    : `${type}.${/\/([a-z0-9]+)/i.exec(one.mime_type)?.[1] ?? 'bin'}`
  const mime = one.mime_type || 'application/octet-stream'
  return { text: one.caption ?? '', attachments: [{ name, type: mime, mediaId: one.id }] }
}

function cardText(raw: unknown): string {
  const one = card.safeParse(raw).data
  return lines(
    one?.name.formatted_name,
    ...(one?.phones ?? []).map(({ phone }) => phone),
    ...(one?.emails ?? []).map(({ email }) => email),
  )
}
