import { describe, expect, it, onTestFinished } from 'vitest'
import type { ThreadFile } from '../../../server/protocol/files.ts'
import { type Behaviour, type Received, startProvider } from '../channels/provider.ts'
import { type AgentSocket, startInstallation } from '../installation.ts'
import { mail, only, startMail } from '../mails.ts'
import { newId, onlyRow, startMeta, tell, whatsApp } from '../meta-messages.ts'
import { hear, openTicket, told } from '../talk.ts'
import { authToken, keepSecrets, ourNumber, postTwilio, withSms } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const page = Buffer.from('<script>alert(1)</script>')
const picture: Behaviour = { status: 200, body: png, headers: { 'content-type': 'image/png' } }

/** A desk with SMS whose carrier keeps a picture, or behaves as told. */
async function startMms(behave: (received: Received) => Behaviour = () => picture) {
  let taken = 0
  const carrier = await startProvider((received) =>
    received.method === 'GET' ? behave(received) : { status: 201, body: JSON.stringify({ sid: `SM${++taken}` }) },
  )
  const asked = () => carrier.received.filter(({ method }) => method === 'GET')
  const hub = await startInstallation(undefined, {
    providers: { twilioUrl: carrier.url, metaUrl: carrier.url, metaVersion: 'v25.0', relayUrl: null },
  })
  onTestFinished(() => hub.close())
  await hub.settings(withSms)
  await keepSecrets(hub, { twilioAuthToken: authToken })
  const { socket: agent, cookie } = await hub.agent()
  const mms = async (urls: string[], body = '', type = 'image/jpeg') => {
    const media: Record<string, string> = { NumMedia: String(urls.length) }
    for (const [at, url] of urls.entries()) {
      media[`MediaUrl${at}`] = url
      media[`MediaContentType${at}`] = type
    }
    const fields = { MessageSid: newId('MM'), From: '+4915112345678', To: ourNumber, Body: body }
    const answer = await postTwilio(hub, { ...fields, ...media })
    expect(answer.status).toBe(200)
    return (await onlyRow(agent)).id
  }
  return { hub, agent, cookie, mms, asked, at: (path: string) => carrier.url + path }
}

/** The files of a thread, as it tells them now. */
const filesIn = async (agent: AgentSocket, ticket: string): Promise<ThreadFile[]> =>
  (await openTicket(agent, ticket)).events.flatMap((event) => (event.type === 'message' ? (event.files ?? []) : []))

const settled = (agent: AgentSocket, ticket: string) =>
  eventually(async () => {
    const files = await filesIn(agent, ticket)
    expect(files.map(({ state }) => state)).not.toContain('waiting')
    return files
  })

describe('a picture that comes by MMS', () => {
  it('M-5 is fetched with the credentials, typed by its bytes, and shown in the open thread when it is there', async () => {
    const { agent, mms, asked, at } = await startMms()
    const id = await mms([], 'I have a picture')
    await openTicket(agent, id)
    const heard = hear(agent)
    await mms([at('/2010-04-01/Media/ME1')])
    await told(heard, 'thread.event', { event: { type: 'file', file: { state: 'here', type: 'image/png' } } })
    expect(await filesIn(agent, id)).toMatchObject([
      { type: 'image/png', kind: 'picture', state: 'here', size: png.length },
    ])
    const [request, ...others] = asked()
    expect([request?.path, request?.headers.authorization?.split(' ')[0], others]).toEqual([
      '/2010-04-01/Media/ME1',
      'Basic',
      [],
    ])
    expect(await onlyRow(agent)).toMatchObject({ preview: { text: '', kind: 'picture' } })
  })

  it('M-5 several of them keep their order, and words stand beside them', async () => {
    const { agent, mms, at } = await startMms(({ path }) => ({ ...picture, body: path === '/b' ? page : png }))
    const files = await settled(agent, await mms([at('/a'), at('/b'), at('/c')], 'Look'))
    expect(files.map(({ kind }) => kind)).toEqual(['picture', 'file', 'picture'])
    expect(await onlyRow(agent)).toMatchObject({ preview: { text: 'Look' } })
  })

  it('S11, M-5 lies nowhere but where the provider keeps such, or it is not asked for', async () => {
    const elsewhere = await startProvider(picture)
    const { agent, mms } = await startMms()
    const spellings = [
      elsewhere.url,
      'http://127.0.0.1/x',
      'https://[::1]/x',
      'https://169.254.169.254/latest',
      'file:///etc/passwd',
    ]
    const files = await settled(agent, await mms(spellings.map((url) => `${url}/x`)))
    expect(files.map(({ state, why }) => `${state} ${why}`)).toEqual(files.map(() => 'lost not_allowed'))
    expect(elsewhere.received).toEqual([])
  })

  it('M-5 that is gone or too large says so', async () => {
    const { agent, mms, at } = await startMms(({ path }) =>
      path === '/gone' ? { status: 404, body: '' } : { ...picture, body: Buffer.alloc(25_000_001) },
    )
    const files = await settled(agent, await mms([at('/gone'), at('/huge')]))
    expect(files.map(({ why }) => why)).toEqual(['gone', 'too_large'])
  })

  it('M-5 that cannot be had now is tried again, later each time, and at last given up', async () => {
    let tries = 0
    const { hub, agent, mms, at } = await startMms(() => (++tries === 3 ? picture : { status: 503, body: '' }))
    const id = await mms([at('/late')])
    await tried(hub, 1, 5_000)
    await hub.advance(5_000)
    await tried(hub, 2, 30_000)
    expect(tries).toBe(2)
    await hub.advance(30_000)
    expect(await settled(agent, id)).toMatchObject([{ state: 'here' }])

    await mms([at('/never')])
    const waits = [5_000, 30_000, 120_000, 600_000, 3_600_000, 21_600_000]
    for (const [at, wait] of waits.entries()) {
      await tried(hub, at + 1, wait)
      await hub.advance(wait)
    }
    expect((await settled(agent, id)).at(-1)).toMatchObject({ state: 'lost', why: 'unreachable' })
    expect(tries).toBe(3 + 7)
  })

  it('S-9 of somebody who is blocked stirs nothing', async () => {
    const { agent, mms, at } = await startMms()
    const id = await mms([at('/a')])
    await settled(agent, id)
    const { row } = await openTicket(agent, id)
    await agent.emitWithAck('customer.block', { customer: row.customer.id })
    await mms([at('/b')])
    expect((await settled(agent, id)).length).toBe(2)
    expect(await onlyRow(agent)).toMatchObject({ id, status: 'closed', unread: false })
  })
})

/** The one file that waits has been asked for that often, and is to be again after `wait`. */
const tried = (hub: Awaited<ReturnType<typeof startInstallation>>, attempts: number, wait: number) =>
  eventually(async () => {
    const rows = await hub.db
      .selectFrom('attachments')
      .select(['attempts', 'next_try_at'])
      .where('state', '=', 'waiting')
      .execute()
    expect(rows).toEqual([{ attempts, next_try_at: hub.clock.now() + wait }])
  })

it('M-5 a WhatsApp file is fetched by its id, in two steps, with the token', async () => {
  const { hub, agent, meta } = await startMeta(({ path, method }) => {
    if (method !== 'GET') return null
    if (path === '/v25.0/media1') {
      return { status: 200, body: JSON.stringify({ url: `${meta.url}/door`, mime_type: 'application/pdf' }) }
    }
    return { status: 200, body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } }
  })
  const more = { type: 'document', document: { id: 'media1', mime_type: 'application/pdf', filename: 'Bill.pdf' } }
  await tell(hub, whatsApp(hub, { phone: '4915112345678' }, '', { more }))
  const files = await settled(agent, (await onlyRow(agent)).id)
  expect(files).toMatchObject([{ name: 'Bill.pdf', type: 'application/pdf', kind: 'file', state: 'here', size: 8 }])
  expect(meta.received.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/v25.0/media1', 'Bearer token of whatsapp'],
    ['/door', 'Bearer token of whatsapp'],
  ])
})

it('M-5 the files of a mail stand in the thread at once, typed by their bytes', async () => {
  const { hub, agent } = await startMail()
  const files = [
    { filename: 'vase.png', content: png, contentType: 'application/octet-stream' },
    { filename: 'vase.jpg', content: page, contentType: 'image/jpeg' },
  ]
  await mail(hub, { from: 'ada@customer.example', text: 'See', files })
  expect(await filesIn(agent, (await only(agent)).id)).toMatchObject([
    { name: 'vase.png', kind: 'picture', state: 'here' },
    { type: 'application/octet-stream', kind: 'file', state: 'here' },
  ])
})

describe('the page of a file', () => {
  const get = async (answer: Behaviour, headers: Record<string, string> = {}) => {
    const { hub, agent, cookie, mms, at } = await startMms(() => answer)
    const [file] = await settled(agent, await mms([at('/a')]))
    return {
      hub,
      cookie,
      path: `/api/attachments/${file?.id}`,
      said: await hub.get(`/api/attachments/${file?.id}`, { cookie, ...headers }),
    }
  }

  it('M-5, S16 shows a picture by itself, in a sandbox that may load nothing', async () => {
    const { said } = await get(picture)
    expect(said.status).toBe(200)
    expect(said.headers.get('content-type')).toBe('image/png')
    expect(said.headers.get('content-disposition')).toMatch(/^inline; /)
    expect(said.headers.get('x-content-type-options')).toBe('nosniff')
    expect(said.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(said.headers.get('cache-control')).toContain('private')
    expect(Buffer.from(await said.arrayBuffer()).equals(png)).toBe(true)
  })

  it('S16 hands out a page that says it is a picture as plain bytes to save', async () => {
    const { said } = await get({ status: 200, body: page, headers: { 'content-type': 'image/svg+xml' } })
    expect(said.headers.get('content-type')).toBe('application/octet-stream')
    expect(said.headers.get('content-disposition')).toMatch(/^attachment; /)
  })

  it('M-5 gives parts of a film to who plays it', async () => {
    const { said } = await get(picture, { range: 'bytes=1-3' })
    expect(said.status).toBe(206)
    expect(said.headers.get('content-range')).toBe(`bytes 1-3/${png.length}`)
    expect(await said.text()).toBe('PNG')
  })

  it('S2 is for members only, whoever knows its address', async () => {
    const { hub, path } = await get(picture)
    expect((await hub.get(path)).status).toBe(401)
    const token = await hub.token('ada')
    expect((await hub.get(path, { authorization: `Bearer ${token}` })).status).toBe(401)
    const { cookie } = await hub.member('support')
    for (const wrong of ['x', '..%2f', '00000000-0000-4000-8000-000000000000']) {
      expect((await hub.get(`/api/attachments/${wrong}`, { cookie })).status).toBe(404)
    }
  })
})
