import { z } from 'zod'
import type { Outbound, SendResult } from '../channel.ts'
import { type Answer, ask, below, jsonOf, type Trouble } from '../provider-request.ts'
import { resultOf } from '../send-result.ts'
import { metaMeaning } from './error-words.ts'

/** What is needed to speak with Meta. The base address is `https://graph.facebook.com`, or the sandbox. */
export type MetaSettings = {
  baseUrl: string
  /** Of the Graph API, such as `v24.0`. */
  version: string
  accessToken: string
  timeoutMs?: number
}

export const metaTimeoutMs = 20_000

const accepted = z.union([
  z.object({ messages: z.tuple([z.object({ id: z.string().min(1) })]) }).transform(({ messages }) => messages[0].id),
  z.object({ message_id: z.string().min(1) }).transform(({ message_id }) => message_id),
])
const problem = z.object({
  error: z.object({
    code: z.number().int(),
    error_subcode: z.number().int().optional().catch(undefined),
    message: z.string().catch(''),
    is_transient: z.boolean().catch(false),
  }),
})

/**
 * Hands one message to WhatsApp, Instagram or Messenger, once, from the number, page or account `outbound.from`. It
 * carries our id: Meta names it again in echoes and states, which tells of a message whose answer got lost. One text or
 * one file a message (WhatsApp: a file with its words); more is refused, cutting is not decided here.
 */
export async function sendMeta(outbound: Outbound, settings: MetaSettings): Promise<SendResult> {
  const body = bodyOf(outbound)
  if ('words' in body) return { refused: true, ...body }
  const answer = await post(outbound.from, body.json, settings)
  // Instagram documents no metadata. Where it minds, the message was not taken, so it is safe to leave it out.
  if (outbound.channel === 'instagram' && mindsMetadata(answer)) {
    return classified(await post(outbound.from, { ...body.json, message: body.bare }, settings))
  }
  return classified(answer)
}

function post(from: string, json: unknown, settings: MetaSettings): Promise<Answer | Trouble> {
  return ask({
    url: below(settings.baseUrl, `${encodeURIComponent(settings.version)}/${encodeURIComponent(from)}/messages`),
    method: 'POST',
    headers: { authorization: `Bearer ${settings.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(json),
    timeoutMs: settings.timeoutMs ?? metaTimeoutMs,
    maxBytes: 256 * 1024,
  })
}

function classified(answer: Answer | Trouble): SendResult {
  const sid = 'trouble' in answer ? undefined : accepted.safeParse(jsonOf(answer)).data
  const said = problemIn(answer)
  const known = metaMeaning(said?.code, said?.error_subcode)
  const meaning = known ?? (said?.is_transient ? 'later' : undefined)
  return resultOf(answer, { sid, code: said && String(said.code), meaning })
}

const problemIn = (answer: Answer | Trouble) =>
  'trouble' in answer ? undefined : problem.safeParse(jsonOf(answer)).data?.error

function mindsMetadata(answer: Answer | Trouble): boolean {
  const said = problemIn(answer)
  return said?.code === 100 && said.message.includes('metadata')
}

type Body = { json: object; bare: object }
type Refused = { code: string; words: string }

function bodyOf(outbound: Outbound): Body | Refused {
  const { channel, to, attachments, text } = outbound
  const whom =
    channel === 'whatsapp'
      ? whatsAppAddress(outbound)
      : to.kind === channel
        ? { recipient: { id: to.value } }
        : undefined
  if (whom === undefined) return { code: 'no_address', words: 'We do not know where to reach this customer here.' }
  const [file] = attachments
  const hasBoth = file !== undefined && text !== ''
  if (attachments.length > 1 || (hasBoth && channel !== 'whatsapp')) return tooMuch
  if (channel === 'whatsapp') {
    const kind = file && sortOf(file.type)
    if (kind === 'audio' && hasBoth) return tooMuch
    const content =
      file && kind ? mediaOf(file, kind, text) : { type: 'text', text: { body: text, preview_url: false } }
    const own = { biz_opaque_callback_data: outbound.id }
    return {
      json: { messaging_product: 'whatsapp', recipient_type: 'individual', ...whom, ...content, ...own },
      bare: {},
    }
  }
  const payload = file && { url: file.url, is_reusable: false }
  const bare = file ? { attachment: { type: sortOf(file.type), payload } } : { text }
  return { json: { ...whom, messaging_type: 'RESPONSE', message: { ...bare, metadata: outbound.id } }, bare }
}

const tooMuch: Refused = { code: 'too_much', words: 'This channel takes one text or one file a message.' }

/** A number where it is known, for so Meta goes on telling it; a user id otherwise. */
function whatsAppAddress({ to }: Outbound): object | undefined {
  if (to.kind === 'whatsapp' || to.kind === 'phone') return { to: to.value.replace(/^\+/, '') }
  return to.kind === 'whatsapp_user' ? { recipient: to.value } : undefined
}

const sortOf = (type: string) => /^(image|audio|video)\//.exec(type)?.[1] ?? 'file'

function mediaOf(file: { name: string; url: string }, sort: string, caption: string): object {
  const type = sort === 'file' ? 'document' : sort
  const name = type === 'document' ? { filename: file.name } : {}
  return { type, [type]: { link: file.url, ...name, ...(caption !== '' && { caption }) } }
}
