import { expect, it } from 'vitest'
import { parseTwilio } from '../../../../server/channels/twilio/parse.ts'
import { fixture, receivedAt } from '../fixtures.ts'

const url = 'https://desk.example/hooks/twilio'
const heard = (name: string, at = url) =>
  parseTwilio({ method: 'POST', url: at, headers: {}, body: fixture('twilio', name) }, receivedAt)
const id = (prefix: string, hex: string) => prefix + hex.padStart(32, '0')

const customer = [{ kind: 'phone', value: '+15550100123' }]
const bare = { kind: 'message', channel: 'sms', from: customer, name: null, to: '+15550100001', at: receivedAt }
const text = { ...bare, attachments: [], story: null, mail: null }

it('hears an SMS', () => {
  const said = { ...text, externalId: id('SM', '1'), text: 'Where is my order? 🚚 + 100% sure & waiting' }
  expect(heard('text')).toEqual({ events: [said], ignored: [] })
})

it('F8 hears the same message in a repeated delivery', () => {
  expect(heard('text-duplicate')).toEqual(heard('text'))
})

it('hears what came through a Messaging Service, and an empty message', () => {
  expect(heard('text-by-pool').events).toMatchObject([{ text: 'Hello', to: '+15550100001' }])
  expect(heard('text-empty').events).toEqual([{ ...text, externalId: id('SM', '3'), text: '' }])
})

it('hears the pictures of an MMS, where Twilio keeps them', () => {
  const media = `https://api.twilio.com/2010-04-01/Accounts/AC${'0f'.repeat(16)}/Messages/${id('MM', '4')}/Media/ME`
  const attachments = [
    { name: 'media-1.jpeg', type: 'image/jpeg', url: media + '2b'.repeat(16) },
    { name: 'media-2.3gpp', type: 'video/3gpp', url: media + '3c'.repeat(16) },
  ]
  expect(heard('mms').events).toEqual([{ ...text, externalId: id('MM', '4'), text: 'Look, it is broken', attachments }])
  expect(heard('mms-without-words').events).toMatchObject([{ text: '', attachments: [{ type: 'image/png' }] }])
})

it('says what Twilio took for a keyword, in any language', () => {
  expect(heard('stop-advanced-opt-out').events).toMatchObject([{ text: 'ARRET', keyword: 'stop' }])
  expect(heard('text').events[0]).not.toHaveProperty('keyword')
})

it('hears short codes, and passes over senders that are no phone', () => {
  expect(heard('from-short-code').events).toMatchObject([{ from: [{ kind: 'phone', value: '24273' }] }])
  for (const name of ['from-whatsapp', 'from-a-brand', 'without-sender']) {
    expect(heard(name)).toEqual({ events: [], ignored: ['twilio: sender without a phone number'] })
  }
  expect(heard('without-id')).toEqual({ events: [], ignored: ['twilio: no message id'] })
})

const of = { externalId: id('SM', '64') }
const news = { kind: 'delivery', of, at: receivedAt, error: null }

it.each(['sent', 'delivered', 'read'])('R-13 hears that a message was %s', (state) => {
  expect(heard(`status-${state}`)).toEqual({ events: [{ ...news, state }], ignored: [] })
})

it('R-13 hears a late state as what it is; the rank is not decided here', () => {
  expect(heard('status-late-sent').events).toEqual([{ ...news, state: 'sent' }])
})

it.each([
  [
    'status-failed-21610',
    '21610',
    'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.',
  ],
  [
    'status-undelivered-30006',
    '30006',
    'This number cannot receive text messages (a landline, or a carrier that takes none).',
  ],
  ['status-failed-new-code', '39999', 'Something quite new'],
  ['status-failed-unnamed', 'failed', 'The carrier did not deliver this message.'],
  ['status-canceled', 'canceled', 'The carrier did not deliver this message.'],
])('R-13 hears why a message failed: %s', (name, code, words) => {
  expect(heard(name).events).toEqual([{ ...news, state: 'failed', error: { code, words } }])
})

it('R-13 finds our own message by its id in the address, even where the answer to the send was lost', () => {
  const echo = { kind: 'echo', channel: 'sms', externalId: of.externalId, metadata: 'our-id' }
  expect(heard('status-sent', `${url}?message=our-id`).events).toEqual([echo, { ...news, state: 'sent' }])
  expect(heard('text', `${url}?message=our-id`)).toEqual(heard('text'))
})
