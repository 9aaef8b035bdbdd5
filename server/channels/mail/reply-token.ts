import { timingSafeEqual } from 'node:crypto'
import { addressParts, mailAddress } from './address.ts'

/**
 * A signature of 256 bits, base64url, that nobody else can make: `(value) => secrets.sign('mail', value)`. Ours are cut
 * to 80 bits, because 64 characters are all an address may have before its @; who guesses has to ask us each time.
 */
export type Sign = (value: string) => string

/** Reports on our mails come to `bounces+<token>@<domain>` (VERP). */
export const bounceMailbox = 'bounces'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
// Small letters and digits only: some mail servers write addresses in small letters.
const letters = 'abcdefghijklmnopqrstuvwxyz234567'
const idLetters = 26
const signatureBytes = 10

/** What a token is for: one purpose's token is worth nothing for another. */
type Purpose = 'reply' | 'bounce' | 'message'

/**
 * The Reply-To of a mail about `thread` (a UUID): `<mailbox>+<token>@<domain>`; whoever answers joins that thread
 * (T-2, S13). Throws for a mailbox whose name has no room for it (more than 21 characters) or a thread that is no UUID.
 */
export function replyAddress(to: { mailbox: string; thread: string }, sign: Sign): string {
  const at = to.mailbox.lastIndexOf('@')
  const address = `${to.mailbox.slice(0, at)}+${sealed('reply', to.thread, sign)}${to.mailbox.slice(at)}`
  if (at > 21 || mailAddress(address) !== address) throw new Error(`no reply address can be made of ${to.mailbox}`)
  return address
}

/** The thread that a mail to `address` belongs to; null unless we made that address. */
export function repliedThread(address: string, sign: Sign): string | null {
  return opened('reply', addressParts(mailAddress(address) ?? '').tag, sign)
}

/** The envelope sender of a mail, so that a report on it names the message (a UUID) even without its headers. */
export function bounceAddress(of: { message: string; domain: string }, sign: Sign): string {
  return `${bounceMailbox}+${sealed('bounce', of.message, sign)}@${of.domain}`
}

/** The message that a report's token (`of.bounce` of a delivery) speaks of; null unless we made that token. */
export function bouncedMessage(token: string, sign: Sign): string | null {
  return opened('bounce', token, sign)
}

/** A Message-ID for a message (a UUID), without its angle brackets; always the same, so that a repeated mail is one. */
export function outgoingMessageId(of: { message: string; domain: string }, sign: Sign): string {
  return `${sealed('message', of.message, sign)}@${of.domain}`
}

/** The message of ours that an In-Reply-To or References names; null unless we made that id. */
export function answeredMessage(messageId: string, sign: Sign): string | null {
  return opened('message', messageId.slice(0, Math.max(0, messageId.indexOf('@'))), sign)
}

function sealed(purpose: Purpose, id: string, sign: Sign): string {
  if (!uuid.test(id)) throw new Error('a mail token stands for a UUID')
  return inLetters(Buffer.from(id.replaceAll('-', ''), 'hex')) + inLetters(signature(purpose, id, sign))
}

function opened(purpose: Purpose, token: string | null, sign: Sign): string | null {
  const written = (token ?? '').toLowerCase()
  const bytes = inBytes(written.slice(0, idLetters), 16)
  const given = inBytes(written.slice(idLetters), signatureBytes)
  if (bytes === null || given === null) return null
  const id = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return timingSafeEqual(given, signature(purpose, id, sign)) ? id : null
}

function signature(purpose: Purpose, id: string, sign: Sign): Buffer {
  const bytes = Buffer.from(sign(`${purpose}:${id}`), 'base64url').subarray(0, signatureBytes)
  if (bytes.length < signatureBytes) throw new Error('the signature is too short')
  return bytes
}

function inLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('')
}

/** Null for what `inLetters` would not write: one value, one spelling. */
function inBytes(text: string, size: number): Buffer | null {
  if (text.length !== Math.ceil((size * 8) / 5) || !/^[a-z2-7]*$/.test(text)) return null
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from(Array.from({ length: size }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2)))
  return inLetters(bytes) === text ? bytes : null
}
