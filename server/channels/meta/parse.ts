import { z } from 'zod'
import type { Parsed, RawRequest } from '../channel.ts'
import { graphItem } from './graph-item.ts'
import { logWord, nothing } from './shapes.ts'
import { whatsAppChange } from './whatsapp-change.ts'

const envelope = z.object({ object: z.string(), entry: z.array(z.unknown()) })
const list = z.array(z.unknown()).optional().catch(undefined)
const entry = z.object({ messaging: list, standby: list, changes: list })
const change = z.object({ field: z.string().catch(''), value: z.unknown() })

const channels = { page: 'messenger', instagram: 'instagram' } as const

/**
 * A batch of Meta's in our words, for WhatsApp, Instagram and Messenger alike. Every item stands for itself: one that
 * is broken or of no use to us is named in `ignored`, and its neighbours come through. `receivedAt` stands in where an
 * item tells no time. Nothing throws.
 */
export function parseMeta(request: RawRequest, receivedAt: number): Parsed {
  const batch = envelope.safeParse(jsonIn(request.body))
  if (!batch.success) return { events: [], ignored: ['meta: not a batch'] }
  const { object } = batch.data
  const items = batch.data.entry.flatMap((raw): Parsed[] => {
    const one = entry.safeParse(raw)
    if (!one.success) return [nothing(`meta: broken entry of ${logWord(object)}`)]
    const changes = (one.data.changes ?? []).map((given) => change.safeParse(given).data ?? { field: '', value: null })
    if (object === 'whatsapp_business_account') {
      return changes.flatMap(({ field, value }) => whatsAppChange(field, value, receivedAt))
    }
    if (object !== 'page' && object !== 'instagram') return [nothing(`meta: object ${logWord(object)}`)]
    const direct = [...(one.data.messaging ?? []), ...(one.data.standby ?? [])]
    return [
      ...direct.map((item) => graphItem(channels[object], 'messaging', item, receivedAt)),
      ...changes.map(({ field, value }) => graphItem(channels[object], field, value, receivedAt)),
    ]
  })
  return { events: items.flatMap(({ events }) => events), ignored: items.flatMap(({ ignored }) => ignored) }
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
