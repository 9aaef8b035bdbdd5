import { createHash } from 'node:crypto'
import PostalMime, { decodeWords, type Attachment as MimePart, type Email } from 'postal-mime'
import { storable } from '../../protocol/text.ts'
import type { Attachment, ChannelEvent, MailFacts } from '../channel.ts'
import { addressParts, mailAddress } from './address.ts'
import { isAutomatic } from './automatic.ts'
import { mended } from './charset.ts'
import { freshText } from './fresh.ts'
import { type Headers, headersOf, mailboxes, messageIds } from './headers.ts'
import { htmlText } from './html-text.ts'
import { mailLimits } from './limits.ts'
import { mailSignsOf } from './mail-signs.ts'
import { readReport } from './report.ts'
import { safeName } from './safe-name.ts'
import { isVerified, senderOf } from './sender.ts'

/** What the door and the settings know of a mail besides its bytes. */
export type MailContext = {
  /** Who handed it over, and for whom; `from` is null for the null sender `<>`. */
  envelope: { from: string | null; to: string[] }
  /** Epoch milliseconds. */
  receivedAt: number
  /** The brand's own addresses: support addresses and the mailboxes of this desk, in small letters. */
  own: string[]
  /** The relays before our door whose Authentication-Results we believe, by the name they give themselves there. */
  trustedRelays: string[]
}

/** Why a mail cannot be read. `no_sender`: nobody could be answered; `broken`: our fault, and logged. */
export type Unreadable =
  | 'too_large'
  | 'too_many_lines'
  | 'line_too_long'
  | 'headers_too_large'
  | 'too_deep'
  | 'too_many_parts'
  | 'too_slow'
  | 'too_much_memory'
  | 'no_sender'
  | 'broken'

export type ReadMail = { events: ChannelEvent[] } | { unreadable: Unreadable }

/**
 * What a raw mail tells: one message for each of our mailboxes it was sent to (its external id names the mailbox: the
 * same mail to two of them is two), or what became of a mail of ours, or nothing. Decides nothing, touches nothing.
 * It runs where it may take too long: in a thread (mail-threads.ts), never on the server's own.
 */
export async function parseMail(raw: Uint8Array, context: MailContext): Promise<ReadMail> {
  const excess = measure(raw)
  if (excess !== null) return { unreadable: excess }
  const email = await readMime(raw)
  if (typeof email === 'string') return { unreadable: email }
  if (email.attachments.length > mailLimits.attachments) return { unreadable: 'too_many_parts' }

  const headers = headersOf(email.headers)
  const { envelope, receivedAt } = context
  const text = bodyText(email)
  const reports = readReport({ headers, parts: email.attachments, text, envelope, receivedAt })
  if (reports !== null) return { events: reports }

  const own = new Set(context.own)
  const sender = senderOf(headers, { own, envelopeFrom: envelope.from })
  if (sender === null) return { unreadable: 'no_sender' }
  const subject = line(decodeWords(headers.first('subject') ?? ''), mailLimits.subjectChars)
  const attachments = email.attachments.map(attachment)
  const mail: MailFacts = {
    messageId: messageId(headers, raw),
    references: threadIds(headers),
    subject,
    html: email.html === undefined || email.html.length > mailLimits.htmlChars ? null : storable(email.html),
    fresh: freshText(text, subject),
    automatic: isAutomatic(headers, { from: sender.address, envelopeFrom: envelope.from, own }),
    to: addresses(headers, ['to', 'delivered-to', 'x-original-to'], envelope.to),
    cc: addresses(headers, ['cc'], []),
    verified: !sender.rewritten && isVerified(headers, sender.address, new Set(context.trustedRelays)),
    signs: mailSignsOf({
      headers,
      from: sender.address,
      text: email.text,
      html: email.html,
      files: attachments.map(({ name }) => name),
    }),
  }
  const name = line(sender.name, mailLimits.nameChars)
  const event = (to: string): ChannelEvent => ({
    kind: 'message',
    channel: 'email',
    externalId: `${to} ${mail.messageId}`,
    from: [{ kind: 'email', value: sender.address }],
    // A name with an address in it says another address than the mail's, or the same twice.
    name: name === '' || name.includes('@') ? null : name,
    to,
    text,
    at: sentAt(headers, receivedAt),
    attachments,
    story: null,
    mail,
  })
  return { events: ourMailboxes(envelope.to, mail.to).map(event) }
}

/** The cheap limits, in one pass over the bytes, before anything is parsed. */
function measure(raw: Uint8Array): Unreadable | null {
  if (raw.length > mailLimits.bytes) return 'too_large'
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  let lines = 0
  let parts = 0
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(10, start)
    const end = found === -1 ? bytes.length : found
    if (end - start > mailLimits.lineBytes) return 'line_too_long'
    if (++lines > mailLimits.lines) return 'too_many_lines'
    // C or c, then the rest; a quoted mail inside a text counts too, hence the generous limit.
    if (((bytes[start] ?? 0) | 32) === 99 && /^content-type:/i.test(bytes.toString('latin1', start, start + 13)))
      parts++
    if (parts > mailLimits.parts) return 'too_many_parts'
    start = end + 1
  }
  return null
}

const mimeLimits = {
  forceRfc822Attachments: true,
  maxNestingDepth: mailLimits.depth,
  maxHeadersSize: mailLimits.headerBytes,
}

async function readMime(raw: Uint8Array): Promise<Email | Unreadable> {
  try {
    const email = await PostalMime.parse(raw, mimeLimits)
    const better = mended(raw, email)
    return better === null ? email : await PostalMime.parse(better, mimeLimits)
  } catch (error) {
    // The parser says which of its two limits was passed in words only.
    const words = error instanceof Error ? error.message : ''
    if (words.includes('nesting depth')) return 'too_deep'
    if (words.includes('header size')) return 'headers_too_large'
    throw error
  }
}

function bodyText({ text, html }: Email): string {
  const own = storable(text ?? '').replace(/\r\n?/g, '\n')
  const words = own.trim() === '' && html !== undefined ? htmlText(storable(html)) : own
  return storable(words.slice(0, mailLimits.textChars)).trim()
}

function attachment(part: MimePart): Attachment {
  const { content } = part
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : content instanceof Uint8Array
        ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
        : Buffer.from(content)
  const type = /^[a-z0-9!#$&^_.+-]{1,80}\/[a-z0-9!#$&^_.+-]{1,80}$/.test(part.mimeType)
    ? part.mimeType
    : 'application/octet-stream'
  const contentId = part.contentId?.trim().replace(/^<|>$/g, '') ?? ''
  return { name: safeName(part.filename, type), type, bytes, contentId: contentId === '' ? null : contentId }
}

/** Its own id; without one, one made of its bytes, so that the same mail handed over again has the same. */
function messageId(headers: Headers, raw: Uint8Array): string {
  const written = headers.first('message-id')
  const [id] = messageIds(written)
  if (id !== undefined) return id
  const bare = written?.trim() ?? ''
  if (/^[^\s<>\p{C}]{3,250}$/u.test(bare)) return bare
  return `${createHash('sha256').update(raw).digest('hex')}@no-message-id.invalid`
}

function threadIds(headers: Headers): string[] {
  const ids = [...messageIds(headers.all('references').join(' ')), ...messageIds(headers.first('in-reply-to'))]
  const once = [...new Set(ids.toReversed())].toReversed()
  const most = mailLimits.references
  return once.length > most ? [...once.slice(0, 1), ...once.slice(1 - most)] : once
}

function addresses(headers: Headers, names: string[], others: string[]): string[] {
  const written = names.flatMap((name) => headers.all(name).flatMap(mailboxes)).map(({ address }) => address)
  const good = others.map(mailAddress).filter((address) => address !== null)
  return [...new Set([...good, ...written])].slice(0, mailLimits.recipients)
}

/** Which mailboxes of ours it was for, their tokens taken off; the headers are asked only where no envelope tells. */
function ourMailboxes(envelopeTo: string[], named: string[]): string[] {
  const good = envelopeTo.map(mailAddress).filter((address) => address !== null)
  const asked = good.length > 0 ? good : named.slice(0, 1)
  return [...new Set(asked.map((address) => addressParts(address).mailbox))]
}

/** By the sender's clock, but never later than it came. */
function sentAt(headers: Headers, receivedAt: number): number {
  const date = Date.parse((headers.first('date') ?? '').slice(0, 100).replace(/\(.{0,60}\)\s*$/, ''))
  return Number.isFinite(date) && date > 0 ? Math.min(date, receivedAt) : receivedAt
}

function line(text: string, most: number): string {
  return storable([...storable(text).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')].slice(0, most).join(''))
    .replace(/ {2,}/g, ' ')
    .trim()
}
