import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../../demo-store/sandbox/app.ts'
import { brand } from '../../../demo-store/sandbox/brand.ts'
import type { ChannelEvent, Outbound, Parsed, RawRequest, SendResult } from '../../../server/channels/channel.ts'
import { fetchMetaMedia } from '../../../server/channels/meta/media.ts'
import { parseMeta } from '../../../server/channels/meta/parse.ts'
import { sendMeta } from '../../../server/channels/meta/send.ts'
import { answerHandshake, verifyMeta } from '../../../server/channels/meta/verify.ts'
import { parseMail } from '../../../server/channels/mail/parse-mail.ts'
import { type Envelope, openSmtpDoor, type Receipt } from '../../../server/channels/mail/smtp-door.ts'
import { sendMail } from '../../../server/channels/mail/send-mail.ts'
import { fetchTwilioMedia } from '../../../server/channels/twilio/media.ts'
import { parseTwilio } from '../../../server/channels/twilio/parse.ts'
import { sendTwilio } from '../../../server/channels/twilio/send.ts'
import { verifyTwilio } from '../../../server/channels/twilio/verify.ts'
import { createLog } from '../../../server/log.ts'

export const secret = 'the one secret of desk and sandbox 0123456789'
/** What providers believe the desk's address to be. */
export const hooksUrl = 'https://desk.demo.example'

type Message = Extract<ChannelEvent, { kind: 'message' }>
type Delivery = Extract<ChannelEvent, { kind: 'delivery' }>

/**
 * A desk of doors and porches only: it takes what a sandbox brings, verified and parsed as the real one does, and sends
 * as the real one does. Both end with the test.
 */
export const openBoth = async (options: Partial<SandboxOptions> = {}) => {
  const events: ChannelEvent[] = []
  const posts: RawRequest[] = []
  const ignored: string[] = []
  const mails: { raw: Buffer; envelope: Envelope }[] = []
  const files = new Map<string, Buffer>()
  const says = { status: 200, mail: 'accepted' satisfies Receipt as Receipt }

  const hear = ({ events: heard, ignored: unheard }: Parsed): void => {
    events.push(...heard)
    ignored.push(...unheard)
  }
  const door = (request: RawRequest): { status: number; body: string } => {
    const { pathname } = new URL(request.url)
    const file = files.get(pathname)
    if (request.method === 'GET' && file) return { status: 200, body: file.toString('latin1') }
    if (request.method === 'GET') {
      const challenge = answerHandshake(request, secret)
      return challenge === null ? { status: 403, body: '' } : { status: 200, body: challenge }
    }
    posts.push(request)
    const isTwilio = pathname === '/hooks/twilio'
    if (!(isTwilio ? verifyTwilio : verifyMeta)(request, secret)) return { status: 403, body: '' }
    if (says.status === 200) hear((isTwilio ? parseTwilio : parseMeta)(request, Date.now()))
    return { status: says.status, body: '' }
  }
  const server = createServer((incoming, response) => {
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => parts.push(part))
    incoming.on('end', () => {
      const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
      const { method = '', url = '' } = incoming
      const { status, body } = door({ method, url: hooksUrl + url, headers, body: Buffer.concat(parts) })
      response.writeHead(status, { 'content-type': 'image/png' }).end(Buffer.from(body, 'latin1'))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  const own = [brand.email.supportAddress, brand.email.mailbox]
  const smtp = await openSmtpDoor({
    host: '127.0.0.1',
    port: 0,
    maxBytes: 5_000_000,
    log: createLog('silent'),
    async receive(raw, envelope) {
      if (says.mail !== 'accepted') return says.mail
      if (!envelope.to.every((to) => to.endsWith('@desk.demo.example'))) return 'unknown_mailbox'
      mails.push({ raw, envelope })
      const read = await parseMail(raw, { envelope, receivedAt: Date.now(), own, trustedRelays: [brand.email.relay] })
      if ('events' in read) events.push(...read.events)
      return 'accepted'
    },
  })

  const sandbox = await createSandbox({
    deskUrl: url,
    hooksUrl,
    smtpPort: smtp.port,
    secret,
    port: 0,
    smtpListenPort: 0,
    ...options,
  })
  onTestFinished(async () => {
    await sandbox.close()
    await smtp.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })

  const twilio = {
    baseUrl: sandbox.url,
    accountSid: brand.sms.accountSid,
    authToken: secret,
    messagingServiceSid: null,
    timeoutMs: 2_000,
  }
  const meta = { baseUrl: sandbox.url, version: brand.graphVersion, accessToken: secret, timeoutMs: 2_000 }
  const limits = { maxBytes: 5_000_000, timeoutMs: 2_000 }

  return {
    sandbox,
    twilio,
    meta,
    desk: {
      url,
      smtpPort: smtp.port,
      events,
      posts,
      ignored,
      mails,
      /** What it answers from now on. */
      says,
      /** A file it serves to providers; answers with its address. */
      serve(name: string, bytes: Buffer): string {
        files.set(`/files/${name}`, bytes)
        return `${hooksUrl}/files/${name}`
      },
      messages: (): Message[] => events.filter((event) => event.kind === 'message'),
      deliveries: (): Delivery[] => events.filter((event) => event.kind === 'delivery'),
      states: (): string[] => events.flatMap((event) => (event.kind === 'delivery' ? [event.state] : [])),
      send(outbound: Outbound): Promise<SendResult> {
        if (outbound.channel === 'email') return sendMail(outbound, sandbox.smtpUrl, { silenceMs: 2_000 })
        return outbound.channel === 'sms' ? sendTwilio(outbound, twilio) : sendMeta(outbound, meta)
      },
      fetch(file: { url: string } | { mediaId: string }, from: 'twilio' | 'meta') {
        if (from === 'meta') return fetchMetaMedia(file, meta, limits)
        return fetchTwilioMedia('url' in file ? file.url : '', twilio, limits)
      },
    },
  }
}

const ownId = '0190a0b0-0000-7000-8000-000000000001'
const statusUrl = `${hooksUrl}/hooks/twilio`

/** A message of the desk to somebody's phone. */
export const answerTo = (
  to: Outbound['to'],
  channel: Outbound['channel'],
  from: string,
  some: Partial<Outbound> = {},
): Outbound => ({
  id: ownId,
  channel,
  to,
  from,
  text: 'It left us yesterday.',
  attachments: [],
  mail: null,
  statusUrl,
  ...some,
})

/** A mail of the desk to somebody. */
export const mailTo = (to: string, mail: Partial<NonNullable<Outbound['mail']>> = {}): Outbound =>
  answerTo({ kind: 'email', value: to }, 'email', brand.email.supportAddress, {
    mail: {
      subject: 'Your parcel',
      messageId: 'ours-1@desk.demo.example',
      inReplyTo: null,
      references: [],
      replyTo: 'support+c_token@desk.demo.example',
      fromName: brand.name,
      bounceTo: 'bounces+b_token@desk.demo.example',
      automatic: false,
      ...mail,
    },
  })
