import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ErrorCode } from '../../../server/protocol/errors.ts'
import type { ThreadMessage } from '../../../server/protocol/thread.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { mail, only, startMail } from '../mails.ts'
import { graph, onlyRow, startMeta, standsAt, tell, whatsApp } from '../meta-messages.ts'
import { granted, openTicket, say, send } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7 a bill')
type File = { name: string; bytes: Buffer; type?: string }
const picture: File = { name: 'vase.png', bytes: png }
const bill: File = { name: 'Bill 7.pdf', bytes: pdf }

const answered = z.union([
  z.object({ ok: z.literal(true), n: z.int(), at: z.int() }),
  z.object({ ok: z.literal(false), code: z.string(), retry: z.boolean() }),
])

/** An agent answers with files. */
async function answerWith(
  hub: Installation,
  cookie: string,
  ticket: string,
  reply: { words?: string; files: File[]; id?: string; channel?: string },
) {
  const { words = '', files, id = randomUUID(), channel } = reply
  const form = new FormData()
  form.set('id', id)
  form.set('text', words)
  if (channel !== undefined) form.set('channel', channel)
  for (const { name, bytes, type = '' } of files) form.append('file', new File([new Uint8Array(bytes)], name, { type }))
  const headers = { cookie, origin: hub.url, 'x-hub': '1' }
  const answer = await fetch(`${hub.url}/api/tickets/${ticket}/replies`, { method: 'POST', headers, body: form })
  return { id, status: answer.status, said: answered.parse(await answer.json()) }
}

const refusedWith = (code: ErrorCode) => ({ ok: false, code, retry: false })

const ours = async (agent: AgentSocket, ticket: string): Promise<ThreadMessage[]> =>
  (await openTicket(agent, ticket)).events.filter((e): e is ThreadMessage => e.type === 'message' && e.from === 'agent')

const enclosedIn = async (raw: Buffer) =>
  (await PostalMime.parse(raw)).attachments.map(({ filename, mimeType }) => `${filename} ${mimeType}`)

const linked = z.object({ image: z.object({ link: z.url() }) })

describe('an answer with files', () => {
  it('R-8 by WhatsApp leaves as its words and then each file, by links that nobody guesses', async () => {
    const { hub, agent, member, sent } = await startMeta()
    await tell(hub, whatsApp(hub, { phone: '4915112345678' }, 'Hello'))
    const { id } = await onlyRow(agent)
    const { said, id: own } = await answerWith(hub, member.cookie, id, { words: 'Here', files: [picture, bill] })
    expect(said).toMatchObject({ ok: true })
    await eventually(() => expect(sent()).toHaveLength(3))
    expect(sent().map(({ body }) => body)).toMatchObject([
      { type: 'text', text: { body: 'Here' }, biz_opaque_callback_data: own },
      { type: 'image' },
      { type: 'document', document: { filename: 'Bill 7.pdf' } },
    ])
    expect(await ours(agent, id)).toMatchObject([
      { id: own, text: 'Here' },
      { text: '', files: [{ name: 'vase.png', type: 'image/png', kind: 'picture', state: 'here' }] },
      { text: '', files: [{ name: 'Bill 7.pdf', kind: 'file', size: pdf.length }] },
    ])
    const { link } = linked.parse(sent()[1]?.body).image
    const file = await fetch(link)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true)
    const [, , fileId, expires = '', signature = ''] = new URL(link).pathname.split('/')
    const later = (Number.parseInt(expires, 36) + 1).toString(36)
    const wrong = [
      `${fileId}/${later}/${signature}`,
      `${randomUUID()}/${expires}/${signature}`,
      `${fileId}/${expires}/x`,
    ]
    for (const path of [...wrong, `${fileId}`, 'a/b/c']) expect((await hub.get(`/files/${path}`)).status).toBe(404)
  })

  it('R-8, R-13 by Messenger is one message a file, each with its own delivery', async () => {
    const { hub, agent, member, sent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', '24400000000000001', 'Hello'))
    const { id } = await onlyRow(agent)
    const { id: own } = await answerWith(hub, member.cookie, id, { files: [picture] })
    await standsAt(agent, id, own, 'sent')
    expect(sent()).toMatchObject([{ body: { message: { attachment: { type: 'image' }, metadata: own } } }])
  })

  it('R-8 by SMS is one MMS', async () => {
    const { hub, sent } = await startSms()
    const { socket: agent, cookie } = await hub.agent()
    await text(hub, '+4915112345678', 'START')
    await text(hub, '+4915112345678', 'Hello')
    const { id } = await onlyRow(agent)
    expect((await answerWith(hub, cookie, id, { words: 'Look', files: [picture] })).said).toMatchObject({ ok: true })
    const mms = () => sent().find((one) => one['MediaUrl'] !== undefined)
    await eventually(() => expect(mms()).toMatchObject({ Body: 'Look' }))
    expect((await fetch(mms()?.['MediaUrl'] ?? '')).status).toBe(200)
    await hub.close()
  })

  it('R-8 by mail is one mail that carries them', async () => {
    const { hub, agent, sent } = await startMail()
    const { cookie } = await hub.member('support')
    await mail(hub, { from: 'ada@customer.example' })
    const { id } = await only(agent)
    await answerWith(hub, cookie, id, { words: 'Your bill', files: [picture, bill] })
    const taken = await sent()
    expect(taken.text).toBe('Your bill')
    expect(await enclosedIn(taken.raw)).toEqual(['vase.png image/png', 'Bill 7.pdf application/pdf'])
    expect(await ours(agent, id)).toMatchObject([{ text: 'Your bill', files: [{ kind: 'picture' }, { kind: 'file' }] }])
  })

  it('R-8 sent twice under one id is one answer', async () => {
    const { hub, agent, member, sent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', '24400000000000001', 'Hello'))
    const { id } = await onlyRow(agent)
    const reply = { id: randomUUID(), files: [picture] }
    const answers = await Promise.all([1, 2, 3].map(() => answerWith(hub, member.cookie, id, reply)))
    expect(new Set(answers.map(({ said }) => JSON.stringify(said))).size).toBe(1)
    await eventually(() => expect(sent()).toHaveLength(1))
    expect(await ours(agent, id)).toHaveLength(1)
  })

  it('R-8 that the channel does not carry is refused as a whole', async () => {
    const { hub, agent, member, sent } = await startMeta()
    await tell(hub, graph(hub, 'instagram', '900100200300401', 'Hello'))
    const { id } = await onlyRow(agent)
    const page: File = { name: 'page.html', bytes: Buffer.from('<script>'), type: 'image/png' }
    const huge: File = { name: 'huge.png', bytes: Buffer.concat([png, Buffer.alloc(8_000_001)]) }
    const refused = async (...files: File[]) =>
      (await answerWith(hub, member.cookie, id, { words: 'Look', files: [picture, ...files] })).said
    expect(await refused(page)).toEqual(refusedWith('file_not_possible'))
    expect(await refused(huge)).toEqual(refusedWith('file_too_large'))
    expect(await refused({ name: 'empty.png', bytes: Buffer.alloc(0) })).toEqual(refusedWith('bad_request'))
    expect(await refused({ name: 'film.mp4', bytes: Buffer.alloc(26_000_000) })).toEqual(refusedWith('bad_request'))
    expect(await ours(agent, id)).toEqual([])
    expect(sent()).toEqual([])
    expect(await hub.db.selectFrom('attachments').selectAll().execute()).toEqual([])
  })

  it('R-8 in a web chat goes by mail too, with words or without; the transcript names files without words', async () => {
    const { hub, agent, sent } = await startMail()
    const { cookie } = await hub.member('support')
    const shopper = await hub.shopper('ada')
    const { ticket } = await send(shopper, 'Hello')
    const answer = async (words: string, files: File[], channel?: 'email') =>
      (await answerWith(hub, cookie, ticket, { words, files, ...(channel && { channel }) })).said
    expect(await answer('', [bill])).toMatchObject({ ok: true })
    expect(await answer('Look', [picture], 'email')).toMatchObject({ ok: true })
    const first = await sent()
    expect(await enclosedIn(first.raw)).toEqual(['vase.png image/png'])
    expect(first.text).toContain('[Bill 7.pdf]')
    expect(await answer('', [picture], 'email')).toMatchObject({ ok: true })
    expect(await enclosedIn((await sent(2)).raw)).toEqual(['vase.png image/png'])
    granted(await agent.emitWithAck('reply.send', { ticket, ...say('Hi') }))
  })

  it('R-8, S16 is taken from members only, and only as a form', async () => {
    const { hub, agent, member } = await startMeta()
    await tell(hub, graph(hub, 'messenger', '24400000000000001', 'Hello'))
    const { id } = await onlyRow(agent)
    expect((await answerWith(hub, '', id, { files: [picture] })).status).toBe(401)
    expect((await answerWith(hub, member.cookie, randomUUID(), { files: [picture] })).said).toEqual(
      refusedWith('not_found'),
    )
    const post = (type: string, body: string, more: Record<string, string> = {}) =>
      fetch(`${hub.url}/api/tickets/${id}/replies`, {
        method: 'POST',
        headers: { cookie: member.cookie, origin: hub.url, 'x-hub': '1', 'content-type': type, ...more },
        body,
      })
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json', 'text/plain']) {
      expect([type, (await post(type, '{"id":"x"}')).status]).toEqual([type, 400])
    }
    expect((await post('multipart/form-data; boundary=x', '--x--', { origin: 'http://evil.example' })).status).toBe(403)
    expect(await ours(agent, id)).toEqual([])
  })
})
