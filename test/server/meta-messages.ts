import { createHmac } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Settings } from '../../server/protocol/settings.ts'
import { fixture } from './channels/fixtures.ts'
import { type Behaviour, type Received, startProvider } from './channels/provider.ts'
import { type AgentSocket, type Installation, startInstallation } from './installation.ts'
import { granted, openTicket, say } from './talk.ts'
import { keepSecrets } from './text-messages.ts'
import { eventually } from '../eventually.ts'

export const metaSecret = 'the app secret at Meta'
export const verifyToken = 'the verify token at Meta'

/** Of the fixtures: our two WhatsApp numbers, our Instagram account with its page, our Messenger page. */
export const ours = {
  whatsapp: '106540352242922',
  otherWhatsapp: '106540352242923',
  instagram: '17841400000000001',
  page: '100200300400500',
} as const

export const withMeta = (settings: Settings): Settings => ({
  ...settings,
  whatsapp: {
    ...settings.whatsapp,
    on: true,
    numbers: [ours.whatsapp, ours.otherWhatsapp].map((phoneNumberId) => ({ phoneNumberId, number: '', name: '' })),
  },
  instagram: {
    ...settings.instagram,
    on: true,
    accounts: [{ accountId: ours.instagram, pageId: ours.page, name: '' }],
  },
  messenger: { ...settings.messenger, on: true, pages: [{ pageId: ours.page, name: '' }] },
})

export type Sent = { from: string; token: string | undefined; body: unknown }

/** A desk with WhatsApp, Instagram and Messenger, and a Meta of a few lines that takes what is sent, or behaves as told. */
export async function startMeta(behave?: (received: Received) => Behaviour | null | Promise<null>, at?: number) {
  const meta = await startProvider(async (received) => (await behave?.(received)) ?? accepted(received))
  const providers = { twilioUrl: meta.url, metaUrl: meta.url, metaVersion: 'v25.0', relayUrl: null }
  const hub = await startInstallation(at, { providers })
  onTestFinished(() => hub.close())
  await hub.settings(withMeta)
  await keepSecrets(hub, {
    metaAppSecret: metaSecret,
    metaVerifyToken: verifyToken,
    whatsappToken: 'token of whatsapp',
    instagramToken: 'token of instagram',
    messengerToken: 'token of messenger',
  })
  const { socket: agent, ...member } = await hub.agent()
  const sent = (): Sent[] =>
    meta.received
      .filter(({ method }) => method === 'POST')
      .map(({ path, headers, body }) => ({
        from: path.split('/')[2] ?? '',
        token: headers.authorization,
        body: JSON.parse(body) as unknown,
      }))
  return { hub, agent, member, sent, meta }
}

/** As Meta answers: an id of its own for each message, made of ours so that a test can name it. */
function accepted({ method, body }: Received): Behaviour {
  if (method !== 'POST') return { status: 404, body: '{}' }
  const id = idAtMeta(ownIdIn(body))
  const isWhatsApp = body.includes('messaging_product')
  return { status: 200, body: JSON.stringify(isWhatsApp ? { messages: [{ id }] } : { message_id: id }) }
}

export const idAtMeta = (own: string) => `meta.${own}`
/** Our id in a message on its way out. */
export const ownIdIn = (body: string) => /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/.exec(body)?.[0] ?? ''

/** Posts to the door as Meta does, signed over these very bytes. */
export function postMeta(hub: Installation, body: object | Buffer, key = metaSecret): Promise<Response> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  const signature = `sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`
  return fetch(`${hub.url}/hooks/meta`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body: new Uint8Array(bytes),
  })
}

/** Posts what has to be taken. */
export async function tell(hub: Installation, body: object | Buffer): Promise<void> {
  const answer = await postMeta(hub, body)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
}

/** One of the recorded deliveries. */
export const tellFixture = (hub: Installation, name: string) => tell(hub, fixture('meta', name))

let ids = 0
export const newId = (kind: string) => `${kind}.in${++ids}`

type Person = { phone?: string; user?: string; name?: string }
type Parts = { id?: string; at?: number; to?: string; more?: object }

/** A WhatsApp message: somebody known by a number, a user id, or both. */
export function whatsApp(hub: Installation, who: Person, text: string, { id, at, to, more }: Parts = {}) {
  const { phone = '', user = '', name = '' } = who
  const content = more ?? { type: 'text', text: { body: text } }
  const timestamp = String(Math.floor((at ?? hub.clock.now()) / 1000))
  const message = { from: phone, from_user_id: user, id: id ?? newId('wamid'), timestamp, ...content }
  return whatsAppValue(to, {
    contacts: [{ wa_id: phone, user_id: user, profile: { name } }],
    messages: [message],
  })
}

export const whatsAppValue = (to: string = ours.whatsapp, value: object) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        { field: 'messages', value: { messaging_product: 'whatsapp', metadata: { phone_number_id: to }, ...value } },
      ],
    },
  ],
})

/** What became of one of ours; `own` is our id where WhatsApp tells it. */
export const whatsAppStatus = (id: string, status: string, own?: string) =>
  whatsAppValue(undefined, {
    statuses: [{ id, status, timestamp: '1763700000', ...(own !== undefined && { biz_opaque_callback_data: own }) }],
  })

type Graph = 'messenger' | 'instagram'
const graphOf = { messenger: ['page', ours.page], instagram: ['instagram', ours.instagram] } as const

/** An item of Messenger or Instagram, from somebody to us. */
export function graphItem(hub: Installation, channel: Graph, from: string, item: object, at?: number): object {
  const [object, to] = graphOf[channel]
  const messaging = [{ sender: { id: from }, recipient: { id: to }, timestamp: at ?? hub.clock.now(), ...item }]
  return { object, entry: [{ id: to, time: at ?? hub.clock.now(), messaging }] }
}

/** Somebody writes on Messenger or Instagram. */
export const graph = (hub: Installation, channel: Graph, from: string, text: string, { id, at, more }: Parts = {}) =>
  graphItem(hub, channel, from, { message: { mid: id ?? newId('mid'), text, ...more } }, at)

/** Our own message told to us again. */
export function graphEcho(channel: Graph, to: string, mid: string, metadata?: string): object {
  const [object, id] = graphOf[channel]
  const message = { mid, is_echo: true, text: 'Yes', ...(metadata !== undefined && { metadata }) }
  return {
    object,
    entry: [{ id, time: 1, messaging: [{ sender: { id }, recipient: { id: to }, timestamp: 1, message }] }],
  }
}

export const rowsOf = async (agent: AgentSocket) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows

/** The one ticket there is. */
export async function onlyRow(agent: AgentSocket) {
  const [row, ...others] = await rowsOf(agent)
  if (row === undefined || others.length > 0) throw new Error(`There are ${others.length + (row ? 1 : 0)} tickets.`)
  return row
}

/** An agent answers; what the desk said stands in `said`. */
export async function answer(agent: AgentSocket, ticket: string, words: string) {
  const message = say(words)
  return { ...message, said: await agent.emitWithAck('reply.send', { ticket, ...message }) }
}

/** What the thread says of each message that left the house, last word only. */
export async function statesIn(agent: AgentSocket, ticket: string) {
  const { events } = await openTicket(agent, ticket)
  return new Map(events.flatMap((e) => (e.type === 'delivery' ? [[e.message, e.state] as const] : [])))
}

/** Waits until the thread says that a message stands so. */
export const standsAt = (agent: AgentSocket, ticket: string, message: string, state: string) =>
  eventually(async () => {
    const now = (await statesIn(agent, ticket)).get(message)
    if (now !== state) throw new Error(`It is ${now}.`)
  })
