import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorCodes } from '../../../server/protocol/errors.ts'
import type { ThreadMessage } from '../../../server/protocol/thread.ts'
import { type AgentSocket, type Installation, startInstallation, storefront } from '../installation.ts'
import { entries, granted, load, openTicket, send, turnedAway } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let cookie: string
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  ;({ socket: agent, cookie } = await hub.agent())
})
afterAll(() => hub.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
type Given = { name: string; bytes: Buffer; type?: string }
const picture: Given = { name: 'vase.png', bytes: png }
const paper: Given = { name: 'Receipt.pdf', bytes: Buffer.from('%PDF-1.7 paid') }

const answered = z.union([
  z.object({ ok: z.literal(true), ticket: z.uuid(), hold: z.string(), n: z.int(), at: z.int() }),
  z.object({ ok: z.literal(false), code: z.enum(errorCodes), retry: z.boolean() }),
])

/** A shopper's page sends a message with files. */
async function sendFiles(
  sub: string,
  files: Given[],
  given: { id?: string; text?: string; headers?: Record<string, string>; body?: BodyInit } = {},
) {
  const { id = randomUUID(), text = '' } = given
  const form = new FormData()
  form.set('id', id)
  form.set('text', text)
  for (const { name, bytes, type = '' } of files) form.append('file', new File([new Uint8Array(bytes)], name, { type }))
  const headers = { authorization: `Bearer ${await hub.token(sub)}`, origin: storefront, ...given.headers }
  const answer = await fetch(`${hub.url}/api/hub/messages`, { method: 'POST', headers, body: given.body ?? form })
  return { id, status: answer.status, headers: answer.headers, said: answered.parse(await answer.json()) }
}

/** An agent answers in a web chat with files. */
async function answerWith(ticket: string, files: Given[], text = ''): Promise<unknown> {
  const form = new FormData()
  form.set('id', randomUUID())
  form.set('text', text)
  for (const { name, bytes } of files) form.append('file', new File([new Uint8Array(bytes)], name))
  const headers = { cookie, origin: hub.url, 'x-hub': '1' }
  const answer = await fetch(`${hub.url}/api/tickets/${ticket}/replies`, { method: 'POST', headers, body: form })
  const said: unknown = await answer.json()
  return said
}

const refused = (code: string) => ({ ok: false, code, retry: false })
const messages = (events: { type: string }[]): ThreadMessage[] =>
  events.filter((event): event is ThreadMessage => event.type === 'message')
const keptFiles = () => hub.db.selectFrom('attachments').selectAll().execute()

describe('files of a shopper', () => {
  it('W-13b stand in the thread on both sides, and open for both', async () => {
    const { said } = await sendFiles('ada', [picture, paper], { text: 'It came like this' })
    const { ticket } = granted(said)
    const shopper = await hub.shopper('ada')
    const shown = {
      text: 'It came like this',
      files: [
        { name: 'vase.png', type: 'image/png', kind: 'picture', state: 'here', size: png.length },
        { name: 'Receipt.pdf', type: 'application/pdf', kind: 'file', state: 'here' },
      ],
    }
    expect(messages((await load(shopper)).events)).toMatchObject([shown])
    const [message] = messages((await openTicket(agent, ticket)).events)
    expect(message).toMatchObject(shown)
    const own = await hub.get(`/api/attachments/${message?.files?.[0]?.id ?? ''}`, { cookie })
    expect(Buffer.from(await own.arrayBuffer()).equals(png)).toBe(true)
    const { links } = granted(await shopper.emitWithAck('file.links', { ticket, message: message?.id ?? '' }))
    expect(links.map(({ file }) => file)).toEqual(message?.files?.map(({ id }) => id))
    const answer = await hub.get(`/${links[0]?.path ?? ''}`, { origin: storefront })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await answer.arrayBuffer()).equals(png)).toBe(true)
  })

  it('W-13b, T-1 join the running conversation, without words too, and the row says what they are', async () => {
    const shopper = await hub.shopper('mei')
    const { ticket } = await send(shopper, 'Hello')
    expect((await sendFiles('mei', [picture])).said).toMatchObject({ ok: true, ticket, n: 2 })
    expect((await openTicket(agent, ticket)).row.preview).toMatchObject({ text: '', kind: 'picture' })
  })

  it('I1 sent several times at once under one id are one message', async () => {
    const id = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => sendFiles('tom', [picture], { id, text: 'Look' })))
    expect(new Set(answers.map(({ said }) => JSON.stringify(said))).size).toBe(1)
    const events = messages((await load(await hub.shopper('tom'))).events)
    expect(events).toMatchObject([{ id, files: [{ name: 'vase.png' }] }])
    expect((await sendFiles('eve', [picture], { id })).said).toEqual(refused('id_taken'))
  })

  it('S16 are what their bytes say; what is too large, too much or of another kind is refused as a whole', async () => {
    const before = await keptFiles()
    const cases: [Given[], string][] = [
      [
        [picture, { name: 'vase.png', bytes: Buffer.from('<svg onload=alert(1)>'), type: 'image/png' }],
        'file_not_possible',
      ],
      [[{ name: 'page.html', bytes: Buffer.from('<script>'), type: 'text/html' }], 'file_not_possible'],
      [[{ name: 'tool.exe', bytes: Buffer.from('MZ'), type: 'application/x-msdownload' }], 'file_not_possible'],
      [[{ name: 'huge.png', bytes: Buffer.concat([png, Buffer.alloc(10_000_000)]) }], 'file_too_large'],
      [Array<Given>(6).fill(picture), 'too_many_files'],
      [[{ name: 'empty.png', bytes: Buffer.alloc(0) }], 'bad_request'],
      [[], 'bad_request'],
      [[{ name: 'film.mp4', bytes: Buffer.alloc(21_000_000) }], 'bad_request'],
    ]
    for (const [files, code] of cases)
      expect((await sendFiles('zoe', files, { text: 'x' })).said).toEqual(refused(code))
    expect((await load(await hub.shopper('zoe'))).conversation).toBeNull()
    expect(await keptFiles()).toEqual(before)
  })

  it('S16 W-13b programs, drawings and pages are refused whatever they are called, and eleven files at once', async () => {
    const disguised = [
      Buffer.from('MZ\0\x03 a program'),
      Buffer.from('\x7fELF\x02'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('<!doctype html>'),
    ]
    for (const bytes of disguised) {
      const { said } = await sendFiles('liv', [{ name: 'vase.png', bytes, type: 'image/png' }], { text: 'x' })
      expect(said).toEqual(refused('file_not_possible'))
    }
    for (const bytes of disguised.slice(0, 2)) {
      const { said } = await sendFiles('liv', [{ name: 'bill.txt', bytes, type: 'text/plain' }])
      expect(said).toEqual(refused('file_not_possible'))
    }
    expect((await sendFiles('liv', Array<Given>(11).fill(picture))).said).toEqual(refused('bad_request'))
    expect((await load(await hub.shopper('liv'))).conversation).toBeNull()
  })

  it('S16 have names of one line, of ordinary signs, without a folder, and not too long', async () => {
    const names = ['evil\u202egnp.exe.png', 'two\nlines.png', '../../etc/passwd.png', `${'n'.repeat(300)}.png`]
    const files = names.map((name) => ({ ...picture, name }))
    const { ticket } = granted((await sendFiles('uma', files)).said)
    const [message] = messages((await openTicket(agent, ticket)).events)
    expect(message?.files?.map(({ name }) => name)).toEqual([
      'evilgnp.exe.png',
      expect.not.stringMatching(/[\r\n]/),
      'passwd.png',
      `${'n'.repeat(116)}.png`,
    ])
  })

  it('W-13b one whose line is cut half-way leaves nothing, and the next try is the message', async () => {
    const before = await keptFiles()
    const id = randomUUID()
    const token = await hub.token('kim')
    await new Promise<void>((cut) => {
      const headers = {
        authorization: `Bearer ${token}`,
        origin: storefront,
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': '5000',
      }
      const half = request(`${hub.url}/api/hub/messages`, { method: 'POST', headers })
      half.on('error', () => cut())
      half.write(`--b\r\nContent-Disposition: form-data; name="id"\r\n\r\n${id}\r\n--b\r\n`, () => half.destroy())
    })
    expect((await sendFiles('kim', [picture], { id, text: 'Look' })).said).toMatchObject({ ok: true })
    expect(await keptFiles()).toHaveLength(before.length + 1)
    expect(messages((await load(await hub.shopper('kim'))).events)).toMatchObject([{ id, text: 'Look' }])
  })

  it('S1, S4 are taken with the shop’s token only, from its pages only, while shoppers may chat', async () => {
    const tries: [Record<string, string>, number][] = [
      [{ authorization: '' }, 401],
      [{ authorization: 'Bearer x.y.z' }, 401],
      [{ origin: 'https://evil.example' }, 403],
    ]
    for (const [headers, status] of tries) {
      const { said, status: got } = await sendFiles('ida', [picture], { headers })
      expect([headers, got, said.ok]).toEqual([headers, status, false])
    }
    const asked = await fetch(`${hub.url}/api/hub/messages`, { method: 'OPTIONS', headers: { origin: storefront } })
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST'])
    const text = { headers: { 'content-type': 'text/plain' }, body: 'x' }
    expect((await sendFiles('ida', [], text)).said).toEqual(refused('bad_request'))
    await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, visibility: 'nobody' } }))
    expect((await sendFiles('ida', [picture])).said).toEqual(refused('chat_off'))
    await hub.settings()
    expect(await turnedAway(hub.shopper('ida'))).toBe('let in')
  })

  it('S16 of one who sends too many are refused for a while, before they are read', async () => {
    const answers = []
    for (let n = 0; n < 12; n++)
      answers.push(await sendFiles('flo', [], { headers: { 'content-type': 'x/y' }, body: '' }))
    expect(answers.at(-1)?.said).toEqual({ ok: false, code: 'too_fast', retry: true })
  })
})

describe('files of an agent in web chat', () => {
  it('R-8a reach the shopper at once, with words or without', async () => {
    const shopper = await hub.shopper('noor')
    const heard = entries(shopper)
    const { ticket, hold } = await send(shopper, 'Hello')
    expect(await answerWith(ticket, [picture], 'Like this?')).toMatchObject({ ok: true })
    expect(await answerWith(ticket, [paper])).toMatchObject({ ok: true })
    const theirs = messages((await load(shopper)).events).slice(1)
    expect(theirs).toMatchObject([
      { from: 'agent', text: 'Like this?', files: [{ name: 'vase.png', kind: 'picture' }] },
      { from: 'agent', text: '', files: [{ name: 'Receipt.pdf', kind: 'file' }] },
    ])
    expect(messages(heard).slice(1)).toEqual(theirs)
    // W-6: a page that holds the conversation may still open them after the end; another one may not.
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    const message = theirs[0]?.id ?? ''
    expect(granted(await shopper.emitWithAck('file.links', { ticket, message, hold })).links).toHaveLength(1)
    expect(await shopper.emitWithAck('file.links', { ticket, message })).toEqual(refused('not_found'))
  })

  it('P-1e no link leads to a file of another shopper, of a note, or for longer than a while', async () => {
    const [one, two] = [await hub.shopper('one'), await hub.shopper('two')]
    const mine = await send(one, 'Mine')
    const theirs = await send(two, 'Theirs')
    await answerWith(theirs.ticket, [picture])
    const message = messages((await load(two)).events).at(-1)?.id ?? ''
    for (const ask of [
      { ticket: theirs.ticket, message },
      { ticket: theirs.ticket, message, hold: theirs.hold },
    ]) {
      expect(await one.emitWithAck('file.links', ask)).toEqual(refused('not_found'))
    }
    // A message of theirs, asked for through a conversation of one's own.
    expect(granted(await one.emitWithAck('file.links', { ticket: mine.ticket, message })).links).toEqual([])
    const { links, until } = granted(await two.emitWithAck('file.links', { ticket: theirs.ticket, message }))
    const [, id, at = '', signature] = (links[0]?.path ?? '').split('/')
    expect(Number.parseInt(at, 36)).toBeLessThanOrEqual(until)
    expect(until - Date.now()).toBeLessThanOrEqual(600_000)
    const later = (Number.parseInt(at, 36) + 1).toString(36)
    for (const path of [`${id}/${later}/${signature}`, `${randomUUID()}/${at}/${signature}`, `${id}/${at}/x`]) {
      expect((await hub.get(`/files/${path}`)).status).toBe(404)
    }
  })
})
