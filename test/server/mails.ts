import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished } from 'vitest'
import type { Settings } from '../../server/protocol/settings.ts'
import { type AgentSocket, type Installation, startInstallation } from './installation.ts'
import { granted, openTicket, texts } from './talk.ts'
import { eventually } from '../eventually.ts'

export const support = 'support@shop.example'
export const sales = 'sales@shop.example'
export const inbound = 'support@desk.example'
export const inboundSales = 'sales@desk.example'

/** The shop's settings with mail switched on, for two support addresses. */
export const withMail = (settings: Settings, own: Partial<Settings['email']> = {}): Settings => ({
  ...settings,
  email: {
    ...settings.email,
    on: true,
    mailboxes: [
      { address: support, forwardsTo: inbound },
      { address: sales, forwardsTo: inboundSales },
    ],
    ...own,
  },
})

/** A mail as a relay took it: who it says to bounce to, for whom, and its headers in small letters. */
export type Taken = {
  envelopeFrom: string
  to: string[]
  headers: Map<string, string>
  subject: string
  text: string
  raw: Buffer
}

export type RelaySays = { code: number; words: string } | null

/** An SMTP relay that takes every mail, or refuses it as told. */
export async function startRelay(says: (mail: Taken) => RelaySays = () => null) {
  const tried: Taken[] = []
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        void PostalMime.parse(raw).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope
          const one: Taken = {
            envelopeFrom: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            headers: new Map(mail.headers.map(({ key, value }) => [key, value])),
            subject: mail.subject ?? '',
            text: (mail.text ?? '').trimEnd(),
            raw,
          }
          tried.push(one)
          const said = says(one)
          if (said !== null) return done(Object.assign(new Error(said.words), { responseCode: said.code }))
          taken.push(one)
          done()
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => new Promise((closed) => server.close(closed)))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, tried, taken }
}

/** A desk with mail, and a relay of a few lines that takes what is sent, or behaves as told. */
export async function startMail(own: Partial<Settings['email']> = {}, says?: (mail: Taken) => RelaySays) {
  const relay = await startRelay(says)
  const hub = await startInstallation(undefined, {
    smtp: { host: '127.0.0.1', port: 0 },
    providers: {
      twilioUrl: 'http://127.0.0.1:9',
      metaUrl: 'http://127.0.0.1:9',
      metaVersion: 'v25.0',
      relayUrl: relay.url,
    },
  })
  onTestFinished(() => hub.close())
  await hub.settings((settings) => withMail(settings, own))
  const { socket } = await hub.agent()
  /** The nth mail that left, as soon as it has. */
  const sent = (n = 1) =>
    eventually(() => {
      const mail = relay.taken[n - 1]
      if (mail === undefined) throw new Error(`Only ${relay.taken.length} mails have left.`)
      return mail
    })
  return { hub, agent: socket, relay, sent }
}

export type Letter = {
  from: string
  name?: string
  /** In the header; the envelope's unless that is given. */
  to?: string
  cc?: string[]
  rcpt?: string[]
  /** Of the envelope; the writer's unless given. */
  envelopeFrom?: string
  subject?: string
  text?: string
  html?: string
  id?: string
  answers?: string
  references?: string[]
  headers?: Record<string, string>
  files?: { filename: string; content: string | Buffer; contentType: string; cid?: string }[]
  raw?: string | Buffer
}

/** Somebody's mail server hands over a mail; returns its Message-ID. Throws what the door refuses it with. */
export async function mail(hub: Installation, letter: Letter): Promise<string> {
  const { from, name = '', to = inbound, cc = [], subject = 'My parcel', text = 'Hello', answers } = letter
  const id = letter.id ?? `<${randomUUID()}@customer.example>`
  const transport = createTransport({ host: '127.0.0.1', port: hub.smtpPort ?? 0, ignoreTLS: true })
  const envelope = { from: letter.envelopeFrom ?? from, to: letter.rcpt ?? [to] }
  try {
    await transport.sendMail(
      letter.raw === undefined
        ? {
            envelope,
            from: { name, address: from },
            to,
            cc,
            subject,
            text,
            ...(letter.html !== undefined && { html: letter.html }),
            messageId: id,
            ...(answers !== undefined && { inReplyTo: answers }),
            references: (letter.references ?? (answers === undefined ? [] : [answers])).join(' '),
            headers: letter.headers ?? {},
            attachments: letter.files ?? [],
          }
        : { envelope, raw: letter.raw },
    )
  } finally {
    transport.close()
  }
  return id
}

/** The customer presses Reply on a mail of ours. */
export const answerTo = (mailOfOurs: Taken) => ({
  to: mailOfOurs.headers.get('reply-to') ?? '',
  answers: mailOfOurs.headers.get('message-id') ?? '',
  subject: mailOfOurs.subject.startsWith('Re:') ? mailOfOurs.subject : `Re: ${mailOfOurs.subject}`,
})

export const rows = async (agent: AgentSocket) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows

/** The one ticket there is. */
export async function only(agent: AgentSocket) {
  const [row, ...others] = await rows(agent)
  if (row === undefined || others.length > 0) throw new Error(`There are ${others.length + (row ? 1 : 0)} tickets.`)
  return row
}

export const said = async (agent: AgentSocket, ticket: string) => texts((await openTicket(agent, ticket)).events)

/** What the thread says of what left the house, in order. */
export const states = async (agent: AgentSocket, ticket: string) =>
  (await openTicket(agent, ticket)).events.flatMap((e) => (e.type === 'delivery' ? [e.state] : []))

/** Waits until the desk has noticed that all shoppers' pages went. */
export const noticed = (hub: Installation) =>
  eventually(async () => {
    const pages = await hub.db
      .selectFrom('pages')
      .select('id')
      .where('kind', '=', 'customer')
      .where('disconnected_at', 'is', null)
      .execute()
    expect(pages).toEqual([])
  })
