import { expect, it } from 'vitest'
import { parseMeta } from '../../../../server/channels/meta/parse.ts'
import { fixture, receivedAt } from '../fixtures.ts'

const heard = (name: string) =>
  parseMeta({ method: 'POST', url: '', headers: {}, body: fixture('meta', `whatsapp-${name}`) }, receivedAt)
const events = (name: string) => heard(name).events

const at = 1_763_700_000_000
const number = [
  { kind: 'whatsapp', value: '15550100123' },
  { kind: 'phone', value: '+15550100123' },
]
const userId = { kind: 'whatsapp_user', value: 'US.13491208655302741918' }
const bare = {
  kind: 'message',
  channel: 'whatsapp',
  from: [...number, userId],
  name: 'Ada L.',
  to: '106540352242922',
  at,
  text: '',
  attachments: [],
  story: null,
  mail: null,
}

it('hears words, with every name the writer is known by', () => {
  const text = 'Is my parcel on its way?'
  expect(heard('text')).toEqual({ events: [{ ...bare, externalId: 'wamid.text1', text }], ignored: [] })
  expect(events('text-old-shape')).toEqual([{ ...bare, externalId: 'wamid.text2', text: 'Hello', from: number }])
})

it('hears somebody who keeps their number private', () => {
  const from = [
    { kind: 'whatsapp_user', value: 'US.99000000000000000001' },
    { kind: 'whatsapp_user', value: 'US.ENT.11815799212886844830' },
  ]
  const text = 'Does it come in another color?'
  expect(events('username-user')).toEqual([{ ...bare, externalId: 'wamid.user1', from, name: '@realsheena', text }])
})

it('gives each of two writers their own name', () => {
  expect(events('two-writers')).toMatchObject([
    { text: 'from Ada', name: 'Ada L.', from: [{ value: '15550100123' }, {}, userId] },
    { text: 'from Zoe', name: 'Zoe', from: [{ value: '15550100555' }, { value: '+15550100555' }] },
  ])
})

it('knows the writer where the number is unlike the id, but takes nobody for somebody else', () => {
  const from = [
    { kind: 'whatsapp', value: '5511987654321' },
    { kind: 'whatsapp', value: '551187654321' },
    { kind: 'phone', value: '+5511987654321' },
  ]
  expect(events('number-unlike-id')).toEqual([{ ...bare, externalId: 'wamid.unlike1', text: 'Oi', name: 'Lu', from }])
  const [, stranger] = events('writer-without-contact')
  expect(stranger).toMatchObject({ name: null, from: [{ value: '15550100555' }, { value: '+15550100555' }] })
})

it.each([
  ['image', 'Broken, see?', { name: 'image.jpeg', type: 'image/jpeg', mediaId: '1003383421387256' }],
  ['document', '', { name: 'Rechnung 7.pdf', type: 'application/pdf', mediaId: '1003383421387257' }],
  ['voice', '', { name: 'audio.ogg', type: 'audio/ogg; codecs=opus', mediaId: '1003383421387258' }],
  ['sticker', '', { name: 'sticker.webp', type: 'image/webp', mediaId: '1003383421387259' }],
])('hears files by their id: %s', (name, text, file) => {
  expect(events(name)).toMatchObject([{ text, attachments: [file] }])
})

it.each([
  ['location', 'Praça\nLisboa\nhttps://www.google.com/maps?q=38.7223,-9.1393'],
  ['contacts', 'Bob B.\n+1 555 0100 199'],
  ['button-reply', 'Yes, please'],
  ['list-reply', 'Standard\n3 to 5 days'],
  ['template-button', 'Stop promotions'],
  ['order', 'Please\n2 × SKU-7'],
  ['unsupported', '(WhatsApp does not hand on messages of this kind.)'],
])('hears %s as lines of text', (name, text) => {
  expect(events(name)).toMatchObject([{ text, attachments: [] }])
})

it('hears who goes by another number or user id now', () => {
  const now = [
    { kind: 'whatsapp', value: '15550100777' },
    { kind: 'phone', value: '+15550100777' },
  ]
  const renamed = { kind: 'identity', at }
  expect(events('changed-number')).toEqual([{ ...renamed, externalId: 'wamid.sys1', was: number, now }])
  const newId = { kind: 'whatsapp_user', value: 'US.777' }
  expect(events('changed-user-id')).toEqual([{ ...renamed, externalId: 'wamid.sys2', was: [userId], now: [newId] }])
  expect(events('changed-user-id-fields')).toEqual([
    { ...renamed, externalId: 'wamid.sys3', was: [userId], now: [newId] },
  ])
  expect(heard('changed-nobody')).toEqual({ events: [], ignored: ['whatsapp: somebody was renamed, but who?'] })
})

const news = { kind: 'delivery', of: { externalId: 'wamid.ours' }, at, error: null }

it('R-13 hears what became of our messages, and which they were', () => {
  const echo = {
    kind: 'echo',
    channel: 'whatsapp',
    externalId: 'wamid.ours',
    metadata: '0190a0b0-0000-7000-8000-000000000002',
  }
  expect(events('status-sent')).toEqual([echo, { ...news, state: 'sent' }])
  expect(events('status-delivered')).toEqual([{ ...news, state: 'delivered' }])
  expect(events('status-read')).toEqual([{ ...news, state: 'read' }])
  expect(events('status-late-sent')).toEqual([{ ...news, state: 'sent', at: at - 60_000 }])
})

it('R-13 hears why one failed', () => {
  const words = 'More than 24 hours have passed since the customer last wrote, so they cannot be answered now.'
  const failed = { ...news, state: 'failed' }
  expect(events('status-failed-131047')).toEqual([{ ...failed, error: { code: '131047', words } }])
  const unheard = { code: '199999', words: 'Nobody knows yet.' }
  expect(events('status-failed-new-code')).toEqual([{ ...failed, error: unheard }])
})

it('makes no message of what is none', () => {
  const ignored = (name: string) => heard(name).ignored
  expect(ignored('reaction')).toEqual(['whatsapp: reaction'])
  expect(ignored('kind-of-the-future')).toEqual(['whatsapp: hologram'])
  expect(ignored('group-message')).toEqual(['whatsapp: message of a group'])
  expect(ignored('account-error')).toEqual(['whatsapp: error 130429'])
  expect(ignored('template-status')).toEqual(['whatsapp: message_template_status_update'])
  expect(ignored('status-of-the-future')).toEqual(['whatsapp: status warped'])
})

it('F8 hears the neighbours of what is broken', () => {
  const { events: found, ignored } = heard('batch-with-one-broken')
  expect(found).toMatchObject([
    { text: 'first', name: 'Ada L.' },
    { text: 'second' },
    { kind: 'delivery', state: 'read' },
    { text: 'third' },
  ])
  expect(ignored).toEqual([
    'whatsapp: broken message',
    'whatsapp: text',
    'whatsapp: broken status',
    'whatsapp: broken change',
    'whatsapp: unnamed',
  ])
})
