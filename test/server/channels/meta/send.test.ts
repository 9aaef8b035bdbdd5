import { expect, it } from 'vitest'
import type { Outbound } from '../../../../server/channels/channel.ts'
import { sendMeta } from '../../../../server/channels/meta/send.ts'
import { outbound, ownId, picture } from '../outbound.ts'
import { type Behaviour, type Received, startProvider } from '../provider.ts'
import { saying } from '../saying.ts'

const whatsApp = (some: Partial<Outbound> = {}) =>
  outbound({ channel: 'whatsapp', to: { kind: 'whatsapp', value: '15550100123' }, from: '106540352242922', ...some })
const messenger = (some: Partial<Outbound> = {}) =>
  outbound({ channel: 'messenger', to: { kind: 'messenger', value: '244' }, from: '100200300', ...some })
const instagram = (some: Partial<Outbound> = {}) =>
  outbound({ channel: 'instagram', to: { kind: 'instagram', value: '900' }, from: '178414', ...some })

const accepted: Behaviour = { status: 200, body: '{"message_id":"m_1","messages":[{"id":"m_1"}]}' }
const settings = (baseUrl: string) => ({ baseUrl, version: 'v24.0', accessToken: 'EAA' })

async function sent(message: Outbound, behave: Behaviour | ((received: Received) => Behaviour) = accepted) {
  const { url, received } = await startProvider(behave)
  const result = await sendMeta(message, settings(url))
  return { result, received, bodies: received.map(({ body }): unknown => JSON.parse(body)) }
}

it('writes to WhatsApp as the documentation asks', async () => {
  const { received, bodies } = await sent(whatsApp())
  expect(received[0]).toMatchObject({ method: 'POST', path: '/v24.0/106540352242922/messages' })
  expect(received[0]?.headers).toMatchObject({ authorization: 'Bearer EAA', 'content-type': 'application/json' })
  const text = { body: 'Your parcel is on its way', preview_url: false }
  const frame = { messaging_product: 'whatsapp', recipient_type: 'individual', biz_opaque_callback_data: ownId }
  expect(bodies).toEqual([{ ...frame, to: '15550100123', type: 'text', text }])
})

it('writes to a number as digits, and to a user id by its own field', async () => {
  const phone = await sent(whatsApp({ to: { kind: 'phone', value: '+15550100123' } }))
  expect(phone.bodies).toMatchObject([{ to: '15550100123' }])
  const user = await sent(whatsApp({ to: { kind: 'whatsapp_user', value: 'US.134' } }))
  expect(user.bodies).toMatchObject([{ recipient: 'US.134' }])
  expect(user.bodies[0]).not.toHaveProperty('to')
})

it('sends a file to WhatsApp with its words', async () => {
  const image = await sent(whatsApp({ text: 'Here', attachments: [picture()] }))
  const link = 'https://desk.example/files/1'
  expect(image.bodies).toMatchObject([{ type: 'image', image: { link, caption: 'Here' } }])
  const file = { ...picture(), name: 'label.pdf', type: 'application/pdf' }
  const document = await sent(whatsApp({ text: '', attachments: [file] }))
  expect(document.bodies).toMatchObject([{ type: 'document', document: { link, filename: 'label.pdf' } }])
})

it('writes to Messenger and Instagram as the documentation asks, with our id', async () => {
  const message = { text: 'Your parcel is on its way', metadata: ownId }
  const page = await sent(messenger())
  expect(page.received[0]?.path).toBe('/v24.0/100200300/messages')
  expect(page.bodies).toEqual([{ recipient: { id: '244' }, messaging_type: 'RESPONSE', message }])
  const gram = await sent(instagram())
  expect(gram.received[0]?.path).toBe('/v24.0/178414/messages')
  expect(gram.bodies).toEqual([{ recipient: { id: '900' }, messaging_type: 'RESPONSE', message }])
  const picked = await sent(messenger({ text: '', attachments: [picture()] }))
  const payload = { url: 'https://desk.example/files/1', is_reusable: false }
  expect(picked.bodies).toMatchObject([{ message: { attachment: { type: 'image', payload }, metadata: ownId } }])
})

it('leaves our id out for Instagram where it minds it, and only then', async () => {
  const minds = ({ body }: Received): Behaviour =>
    body.includes('metadata')
      ? { status: 400, body: '{"error":{"code":100,"message":"(#100) Invalid keys \\"metadata\\" were found"}}' }
      : accepted
  const gram = await sent(instagram(), minds)
  expect(gram.result).toEqual({ sent: true, externalId: 'm_1' })
  expect(gram.bodies[1]).toEqual({
    recipient: { id: '900' },
    messaging_type: 'RESPONSE',
    message: { text: 'Your parcel is on its way' },
  })
  expect((await sent(instagram(), { status: 500, body: '{}' })).received).toHaveLength(1)
  expect((await sent(instagram(), 'break off')).received).toHaveLength(1)
})

it('refuses what would be two messages, and sends neither', async () => {
  for (const message of [
    messenger({ attachments: [picture()] }),
    whatsApp({ attachments: [picture(), picture()] }),
    whatsApp({ attachments: [{ ...picture(), type: 'audio/ogg' }] }),
    messenger({ to: { kind: 'phone', value: '+15550100123' } }),
  ]) {
    const { result, received } = await sent(message)
    expect(result).toMatchObject({ refused: true })
    expect(received).toEqual([])
  }
})

it.each([
  [{ code: 131047 }, 400, { refused: true, code: '131047', words: saying('24 hours') }],
  [{ code: 10, error_subcode: 2018278 }, 400, { refused: true, code: '10', words: saying('24 hours') }],
  [{ code: 10 }, 403, { refused: true, code: '10', words: saying('permission') }],
  [{ code: 190 }, 401, { refused: true, code: '190', words: saying('renew') }],
  [{ code: 200 }, 403, { refused: true, code: '200', words: saying('permission') }],
  [{ code: 299 }, 403, { refused: true, code: '299', words: saying('permission') }],
  [{ code: 368 }, 400, { refused: true, code: '368', words: saying('policies') }],
  [{ code: 551 }, 400, { refused: true, code: '551', words: saying('reached') }],
  [{ code: 10903 }, 400, { refused: true, code: '10903', words: saying('answer') }],
  [{ code: 3 }, 500, { refused: true, code: '3', words: saying('permission') }],
  [{ code: 987654 }, 400, { refused: true, code: '987654', words: saying('987654') }],
  [{ code: 613 }, 400, { retry: true, reason: '613', afterMs: null }],
  [{ code: 130429 }, 429, { retry: true, reason: '130429', afterMs: null }],
  [{ code: 987654, is_transient: true }, 400, { retry: true, reason: '987654', afterMs: null }],
  [{ code: 1 }, 500, { retry: true, reason: '1', afterMs: null }],
  [{ code: 1, error_subcode: 1357046 }, 400, { unknown: true, reason: '1' }],
])('R-13 understands %o', async (error, status, result) => {
  expect((await sent(messenger(), { status, body: JSON.stringify({ error }) })).result).toEqual(result)
})
