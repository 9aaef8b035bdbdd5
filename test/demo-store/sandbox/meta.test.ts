import { expect, it } from 'vitest'
import { brand } from '../../../demo-store/sandbox/brand.ts'
import { personOf } from '../../../demo-store/sandbox/people.ts'
import { answerTo, hooksUrl, openBoth } from './desk.ts'

const mireille = personOf('tw-1001')
const whatsapp = (some = {}) =>
  answerTo({ kind: 'whatsapp', value: mireille.waId }, 'whatsapp', brand.whatsapp.phoneNumberId, some)
const instagram = (some = {}) =>
  answerTo({ kind: 'instagram', value: mireille.igsid }, 'instagram', brand.instagram.accountId, some)
const messenger = (some = {}) =>
  answerTo({ kind: 'messenger', value: mireille.psid }, 'messenger', brand.messenger.pageId, some)

it('brings a WhatsApp message with every name its writer is known by', async () => {
  const { sandbox, desk } = await openBoth()
  const entry = await sandbox.text('tw-1001', 'whatsapp', 'Où est mon colis ?')
  expect(desk.messages()).toMatchObject([
    {
      channel: 'whatsapp',
      externalId: entry.id,
      name: 'Mireille Fontaine',
      from: [
        { kind: 'whatsapp', value: mireille.waId },
        { kind: 'phone', value: mireille.phone },
        { kind: 'whatsapp_user', value: mireille.waUserId },
      ],
      to: brand.whatsapp.phoneNumberId,
      text: 'Où est mon colis ?',
    },
  ])
})

it('brings a WhatsApp picture by its id, and hands it out for the token only', async () => {
  const { sandbox, desk, meta } = await openBoth()
  await sandbox.picture('tw-1001', 'whatsapp', { text: 'Fendue' })
  const [message] = desk.messages()
  const [file] = message?.attachments ?? []
  if (!file || !('mediaId' in file)) throw new Error('no picture came')
  expect(message?.text).toBe('Fendue')
  const fetched = await desk.fetch(file, 'meta')
  expect('bytes' in fetched && fetched.bytes.subarray(1, 4).toString()).toBe('PNG')
  for (const path of [`/${meta.version}/${file.mediaId}`, `/whatsapp_business/attachments/?mid=${file.mediaId}`]) {
    expect((await fetch(sandbox.url + path)).status).toBe(401)
  }
})

it('brings pictures, story replies and mentions of Instagram at addresses the desk can fetch', async () => {
  const { sandbox, desk } = await openBoth()
  await sandbox.picture('tw-1001', 'instagram')
  await sandbox.storyReply('tw-1001', 'Trop beau !')
  await sandbox.storyMention('tw-1001')
  const [picture, reply, mention] = desk.messages()
  expect(picture).toMatchObject({ from: [{ kind: 'instagram', value: mireille.igsid }], to: brand.instagram.accountId })
  expect(reply).toMatchObject({ text: 'Trop beau !', story: { kind: 'reply' } })
  expect(mention).toMatchObject({ text: '', story: { kind: 'mention' } })
  const [file] = picture?.attachments ?? []
  for (const url of [file && 'url' in file ? file.url : '', reply?.story?.url ?? '', mention?.story?.url ?? '']) {
    expect(await desk.fetch({ url }, 'meta')).toMatchObject({ type: 'image/png' })
  }
})

it('reports on a WhatsApp message by its id and ours: sent, delivered, read when it is opened', async () => {
  const { sandbox, desk } = await openBoth()
  const result = await desk.send(whatsapp())
  const [entry] = sandbox.thread('tw-1001', 'whatsapp')
  expect(result).toEqual({ sent: true, externalId: entry?.id })
  expect(entry).toMatchObject({ text: 'It left us yesterday.', ownId: whatsapp().id })
  sandbox.open('tw-1001', 'whatsapp')
  await sandbox.release()
  expect(desk.states()).toEqual(['sent', 'delivered', 'read'])
  const of = { externalId: entry?.id }
  expect(desk.deliveries()).toMatchObject([{ of }, { of }, { of }])
  expect(desk.events).toContainEqual({
    kind: 'echo',
    channel: 'whatsapp',
    externalId: entry?.id,
    metadata: whatsapp().id,
  })
})

it('echoes a Messenger message with our id, and reports its arrival and reading up to a moment', async () => {
  const { sandbox, desk } = await openBoth()
  await desk.send(messenger())
  sandbox.open('tw-1001', 'messenger')
  await sandbox.release()
  const [entry] = sandbox.thread('tw-1001', 'messenger')
  const person = { kind: 'messenger', value: mireille.psid }
  expect(desk.events).toMatchObject([
    { kind: 'echo', channel: 'messenger', externalId: entry?.id, metadata: messenger().id },
    { kind: 'delivery', state: 'delivered', of: { externalId: entry?.id } },
    { kind: 'delivery', state: 'delivered', of: { watermark: entry?.at, person } },
    { kind: 'delivery', state: 'read', of: { watermark: entry?.at, person } },
  ])
})

it('echoes an Instagram message without our id, and reports nothing but that it was seen', async () => {
  const { sandbox, desk } = await openBoth()
  await desk.send(instagram())
  await desk.send(instagram({ from: brand.instagram.pageId, text: 'And now it is there.' }))
  sandbox.open('tw-1001', 'instagram')
  await sandbox.release()
  const ids = sandbox.thread('tw-1001', 'instagram').map(({ id }) => id)
  expect(desk.events).toMatchObject([
    ...ids.map((externalId) => ({ kind: 'echo', externalId, metadata: null })),
    ...ids.map((externalId) => ({ kind: 'delivery', state: 'read', of: { externalId } })),
  ])
})

it('shows the files of the brand, and refuses or reports what it cannot fetch', async () => {
  const { sandbox, desk } = await openBoth()
  const picture = (name: string) => ({
    name,
    type: 'image/png',
    url: `${hooksUrl}/files/${name}`,
    bytes: Buffer.from(''),
  })
  desk.serve('a.png', Buffer.from('a picture'))
  for (const outbound of [whatsapp(), messenger({ text: '' }), instagram({ text: '' })]) {
    expect(await desk.send({ ...outbound, attachments: [picture('a.png')] })).toMatchObject({ sent: true })
    const [file] =
      sandbox.thread('tw-1001', outbound.channel === 'whatsapp' ? 'whatsapp' : 'messenger').at(-1)?.files ?? []
    expect(await (await fetch(`${sandbox.url}/cdn/${file}`)).text()).toBe('a picture')
  }
  expect(await desk.send(messenger({ text: '', attachments: [picture('gone.png')] }))).toMatchObject({ refused: true })
  expect(await desk.send(whatsapp({ attachments: [picture('gone.png')] }))).toMatchObject({ sent: true })
  await sandbox.release()
  expect(desk.deliveries().at(-1)).toMatchObject({ state: 'failed', error: { code: '131053' } })
})

it('refuses as Meta refuses', async () => {
  const { sandbox, desk, meta } = await openBoth()
  const nobody = { refused: true, code: '100' }
  expect(await desk.send(messenger({ to: { kind: 'messenger', value: '1' } }))).toMatchObject(nobody)
  expect(await desk.send(messenger({ from: '999' }))).toMatchObject(nobody)
  expect(await desk.send(messenger({ text: 'x'.repeat(2_001) }))).toMatchObject(nobody)
  expect(await desk.send(instagram({ text: 'x'.repeat(1_001) }))).toMatchObject(nobody)
  expect(await desk.send(whatsapp({ text: 'x'.repeat(4_097) }))).toMatchObject(nobody)
  expect(await desk.send(whatsapp({ to: { kind: 'whatsapp', value: '1' } }))).toMatchObject({ code: '131026' })
  const post = (body: string, token: string) =>
    fetch(`${sandbox.url}/${meta.version}/${brand.messenger.pageId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body,
    })
  expect((await post('{}', 'wrong')).status).toBe(401)
  expect((await post('{', meta.accessToken)).status).toBe(400)
  expect(sandbox.thread('tw-1001', 'messenger')).toEqual([])
})

it('tells who and what its ids are', async () => {
  const { sandbox, meta } = await openBoth()
  const about = async (id: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${meta.accessToken}` }
    return (await fetch(`${sandbox.url}/${meta.version}/${id}?fields=name`, { headers })).json()
  }
  expect(await about(mireille.psid)).toMatchObject({ first_name: 'Mireille', last_name: 'Fontaine' })
  expect(await about(mireille.igsid)).toMatchObject({ name: 'Mireille Fontaine', username: 'mireille_fontaine' })
  expect(await about(brand.whatsapp.phoneNumberId)).toMatchObject({ display_phone_number: brand.whatsapp.number })
  expect(await about('1')).toMatchObject({ error: { code: 100 } })
})

it('marks a person’s messages as read where the desk says so', async () => {
  const { sandbox, meta } = await openBoth()
  const mark = (from: string, body: object) =>
    fetch(`${sandbox.url}/${meta.version}/${from}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${meta.accessToken}` },
      body: JSON.stringify(body),
    })
  const { id } = await sandbox.text('tw-1001', 'whatsapp', 'Bonjour')
  await sandbox.text('tw-1001', 'messenger', 'Bonjour')
  await mark(brand.whatsapp.phoneNumberId, { messaging_product: 'whatsapp', status: 'read', message_id: id })
  await mark(brand.messenger.pageId, { recipient: { id: mireille.psid }, sender_action: 'mark_seen' })
  for (const channel of ['whatsapp', 'messenger'] as const) {
    expect(sandbox.thread('tw-1001', channel)).toMatchObject([{ state: 'read' }])
  }
})

it('asks for the handshake', async () => {
  const { sandbox } = await openBoth()
  expect(await sandbox.handshake()).toBe(true)
  sandbox.meet({ deskUrl: 'http://127.0.0.1:9', hooksUrl, smtpPort: 9 })
  expect(await sandbox.handshake()).toBe(false)
})
