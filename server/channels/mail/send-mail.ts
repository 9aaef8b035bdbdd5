import { createTransport } from 'nodemailer'
import type { Outbound, SendResult } from '../channel.ts'
import { mailAddress } from './address.ts'
import { safeName } from './safe-name.ts'

type Mail = NonNullable<Outbound['mail']>

const limits = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 60_000 }

/**
 * Hands one mail to the relay at `smtpRelayUrl` (`smtp://user:password@host:587`, `smtps://…`). A connection that
 * breaks is `retry`, even after the mail went over: it goes again under the same Message-ID, by which the other side
 * knows it. What the relay refuses for good is `refused` with its words, as is an address no mail can go to.
 */
export async function sendMail(
  outbound: Outbound,
  smtpRelayUrl: string,
  timeouts: Partial<typeof limits> = {},
): Promise<SendResult> {
  const { mail } = outbound
  if (mail === null) throw new Error('only mail leaves by mail')
  const to = mailAddress(outbound.to.value)
  if (to === null) return badAddress(outbound.to.value)
  const from = mailAddress(outbound.from)
  if (from === null) return badAddress(outbound.from)

  const transport = createTransport(relay(smtpRelayUrl, { ...limits, ...timeouts }))
  try {
    await transport.sendMail({
      from: { name: oneLine(mail.fromName ?? ''), address: from },
      to: { name: '', address: to },
      replyTo: { name: '', address: ours(mail.replyTo) },
      envelope: { from: isAutomaticReply(mail) ? '' : ours(mail.bounceTo), to: [to] },
      subject: oneLine(mail.subject),
      text: outbound.text,
      messageId: bracketed(mail.messageId),
      ...(mail.inReplyTo !== null && { inReplyTo: bracketed(mail.inReplyTo) }),
      references: mail.references.map(bracketed).join(' '),
      headers: automaticHeaders(mail),
      attachments: outbound.attachments.map(({ name, type, bytes }) => ({
        filename: safeName(name, type),
        contentType: oneLine(type),
        content: bytes,
      })),
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return { sent: true, externalId: unbracketed(mail.messageId) }
  } catch (error) {
    return outcome(error)
  } finally {
    transport.close()
  }
}

/** The relay as nodemailer wants it named. */
export function relay(address: string, { connectMs, greetingMs, silenceMs }: typeof limits) {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
  const user = decodeURIComponent(url.username)
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // A password leaves this machine only encrypted.
    requireTLS: user !== '' && !secure && !isHere,
    ignoreTLS: isHere && !secure,
    ...(user !== '' && { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: connectMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
  }
}

/** An answer that no person wrote has no one to bounce to (RFC 3834): so two machines cannot keep each other awake. */
function isAutomaticReply({ automatic, inReplyTo }: Mail): boolean {
  return automatic && inReplyTo !== null
}

function automaticHeaders(mail: Mail): Record<string, string> {
  if (!mail.automatic) return {}
  return {
    'Auto-Submitted': isAutomaticReply(mail) ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  }
}

/** Addresses that we make ourselves: a wrong one is a bug. */
function ours(address: string): string {
  const good = mailAddress(address)
  if (good === null) throw new Error('a mail address of our own is none')
  return good
}

function bracketed(id: string): string {
  const bare = unbracketed(id)
  if (!/^[^\s<>\p{C}]{1,900}$/u.test(bare)) throw new Error('a Message-ID is none')
  return `<${bare}>`
}

function unbracketed(id: string): string {
  return id.trim().replace(/^<|>$/g, '')
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 1_000)
}

function badAddress(address: string): SendResult {
  return { refused: true, code: 'bad_address', words: `No mail can be sent to or from ${JSON.stringify(address)}.` }
}

/** nodemailer tells the server's reply as responseCode, its own troubles as code. */
function outcome(error: unknown): SendResult {
  if (!(error instanceof Error)) throw error
  const responseCode = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const words = oneLine('response' in error && typeof error.response === 'string' ? error.response : error.message)
  if (responseCode !== null && responseCode >= 500) {
    const code = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(words)?.[1] ?? String(responseCode)
    return { refused: true, code, words }
  }
  const isNetwork =
    responseCode !== null ||
    ('code' in error && typeof error.code === 'string' && /^E(?!NVELOPE|MESSAGE)[A-Z]+$/.test(error.code))
  if (!isNetwork) throw error
  return { retry: true, reason: words, afterMs: null }
}
