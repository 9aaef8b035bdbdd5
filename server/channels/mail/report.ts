import type { Attachment as MimePart } from 'postal-mime'
import type { ChannelEvent } from '../channel.ts'
import { addressParts, mailAddress } from './address.ts'
import { type Headers, messageIds } from './headers.ts'
import { bounceMailbox } from './reply-token.ts'

type Delivery = Extract<ChannelEvent, { kind: 'delivery' }>
type Post = {
  headers: Headers
  parts: readonly MimePart[]
  text: string
  envelope: { from: string | null; to: string[] }
  receivedAt: number
}

/**
 * What a mail says about a mail of ours: null when it is no report but a letter, an empty list when it is a report
 * that changes nothing (delayed, handed on) or names no mail.
 */
export function readReport(post: Post): Delivery[] | null {
  const { headers, parts, text, envelope } = post
  const type = (headers.first('content-type') ?? '').toLowerCase()
  const token = envelope.to.map((to) => bounceToken(to)).find((found) => found !== null) ?? null
  const status = partText(parts, 'message/delivery-status') ?? partText(parts, 'message/global-delivery-status')
  if (status !== null)
    return delivery(post, token, originalId(parts) ?? messageIds(headers.first('in-reply-to'))[0], status)
  const notice = partText(parts, 'message/disposition-notification')
  if (notice !== null && type.startsWith('multipart/report')) {
    const id = messageIds(fields(notice).get('original-message-id') ?? null)[0]
    const shown = /displayed/i.test(fields(notice).get('disposition') ?? '')
    return id === undefined || !shown
      ? []
      : [{ kind: 'delivery', of: { externalId: id }, state: 'read', at: post.receivedAt, error: null }]
  }
  // Older mail servers report in prose, to the address that only reports are sent to, or as the machine they are.
  const nobody = envelope.from === null || /^\s*<>\s*$/.test(headers.first('return-path') ?? '')
  if (!nobody || /^\s*auto-replied/i.test(headers.first('auto-submitted') ?? '')) return null
  const machine = /(?:mailer-daemon|postmaster)@/i.test(headers.first('from') ?? '')
  const id = originalId(parts) ?? idInProse(text)
  if (token === null && !(machine && id !== undefined)) return null
  const words = firstWords(text) || (headers.first('subject') ?? '').trim()
  return [failure(post, token, id, { code: statusIn(words) ?? 'bounced', words })]
}

function delivery(post: Post, token: string | null, id: string | undefined, status: string): Delivery[] {
  if (token === null && id === undefined) return []
  const blocks = status.split(/\n[ \t]*\n/).map(fields)
  const actions = blocks.map((block) => (block.get('action') ?? '').toLowerCase())
  const failed = actions.indexOf('failed')
  if (failed !== -1) {
    const block = blocks[failed]
    const code = /\d\.\d{1,3}\.\d{1,3}/.exec(block?.get('status') ?? '')?.[0] ?? 'bounced'
    const said = (block?.get('diagnostic-code') ?? '').replace(/^[a-z0-9-]{1,20};\s*/i, '')
    return [failure(post, token, id, { code, words: said === '' ? firstWords(post.text) : said.slice(0, 500) })]
  }
  if (!actions.includes('delivered')) return []
  return [{ kind: 'delivery', of: whichMail(token, id), state: 'delivered', at: post.receivedAt, error: null }]
}

function failure(post: Post, token: string | null, id: string | undefined, error: Delivery['error']): Delivery {
  return { kind: 'delivery', of: whichMail(token, id), state: 'failed', at: post.receivedAt, error }
}

function whichMail(token: string | null, id: string | undefined): Delivery['of'] {
  return token === null ? { externalId: id ?? '' } : { bounce: token, externalId: id ?? null }
}

function bounceToken(to: string): string | null {
  const { mailbox, tag } = addressParts(mailAddress(to) ?? '')
  return mailbox.startsWith(`${bounceMailbox}@`) ? tag : null
}

/** The Message-ID of the mail that a report brings back, whole or its headers only. */
function originalId(parts: readonly MimePart[]): string | undefined {
  for (const type of ['text/rfc822-headers', 'message/rfc822', 'message/global-headers', 'message/global']) {
    const content = partText(parts, type)
    if (content === null) continue
    const [id] = messageIds(fields(content.split(/\n[ \t]*\n/, 1)[0] ?? '').get('message-id') ?? null)
    if (id !== undefined) return id
  }
  return undefined
}

function idInProse(text: string): string | undefined {
  const line = /^[> \t]{0,4}message-id:[ \t]{0,4}(<[^<>\s]{1,900}>)/im.exec(text.slice(0, 100_000))?.[1]
  return messageIds(line ?? null)[0]
}

function partText(parts: readonly MimePart[], type: string): string | null {
  const part = parts.find(({ mimeType }) => mimeType === type)
  if (part === undefined) return null
  if (typeof part.content === 'string') return part.content.replaceAll('\r', '')
  const bytes = part.content instanceof Uint8Array ? part.content : new Uint8Array(part.content)
  return new TextDecoder().decode(bytes.subarray(0, 128 * 1024)).replaceAll('\r', '')
}

/** The fields of one block of headers, unfolded, names in small letters, the first of a name. */
function fields(block: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name !== '' && !found.has(name)) found.set(name, line.slice(colon + 1).trim())
  }
  return found
}

function statusIn(words: string): string | null {
  return /(?:^|[\s(#])([45]\.\d{1,3}\.\d{1,3})(?:$|[\s)])/.exec(words)?.[1] ?? null
}

function firstWords(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 300)
}
