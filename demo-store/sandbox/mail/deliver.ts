import { createTransport } from 'nodemailer'
import { brand } from '../brand.ts'
import type { Memory } from '../memory.ts'

/** Hands a raw mail to the desk's mail door. Resolves with what the door said against it; null: taken. */
export const deliver = async (
  memory: Memory,
  port: number,
  raw: Buffer,
  { from, to, what }: { from: string | null; to: string; what: string },
): Promise<string | null> => {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    name: brand.email.relay,
    ignoreTLS: true,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 30_000,
  })
  const note = (status: string) => memory.note({ to: 'desk', method: 'SMTP', path: `<${to}>`, status, what })
  try {
    const { response } = await transport.sendMail({ envelope: { from: from ?? '', to: [to] }, raw })
    note(response.slice(0, 3))
    return null
  } catch (error) {
    const words =
      error instanceof Error && 'response' in error ? String(error.response) : 'the mail door did not answer'
    note(/^\d{3}/.exec(words)?.[0] ?? 'no answer')
    return words
  } finally {
    transport.close()
  }
}

/**
 * What the host of the support address puts on top of a mail before it sends it on to the desk: its trace, the finding
 * whether the sender is real, and for whom it was first.
 */
export const forwarded = (
  raw: Buffer,
  { from, isReal, now }: { from: string; isReal: boolean; now: number },
): Buffer => {
  const { relay, supportAddress, mailbox } = brand.email
  const [domain, verdict] = [from.slice(from.indexOf('@') + 1), isReal ? 'pass' : 'fail']
  const lines = [
    `X-Forwarded-To: ${mailbox}`,
    `X-Forwarded-For: ${supportAddress} ${mailbox}`,
    `Delivered-To: ${supportAddress}`,
    `Received: by ${relay} with SMTP; ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
    `Authentication-Results: ${relay};`,
    ` dkim=${verdict} header.d=${domain};`,
    ` spf=${verdict} smtp.mailfrom=${from};`,
    ` dmarc=${verdict} header.from=${domain}`,
    '',
  ]
  return Buffer.concat([Buffer.from(lines.join('\r\n')), raw])
}
