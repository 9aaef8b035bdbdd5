import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { parseMail } from '../../../../server/channels/mail/parse-mail.ts'
import { context, fixture, onlyMessage, receivedAt } from './fixture.ts'

const written = Date.UTC(2026, 10, 5, 9, 12)
const message = async (name: string, given = context) => onlyMessage(await parseMail(fixture(name), given))

it('reads a plain mail', async () => {
  expect(await message('plain')).toEqual({
    kind: 'message',
    channel: 'email',
    externalId: 'support@desk.example first@customer.example',
    from: [{ kind: 'email', value: 'ada@customer.example' }],
    name: 'Ada Muster',
    to: 'support@desk.example',
    text: 'Where is my parcel? It should have come on März 3.',
    at: written,
    attachments: [],
    story: null,
    mail: {
      messageId: 'first@customer.example',
      references: [],
      subject: 'Grüße and a question',
      html: null,
      fresh: 'Where is my parcel? It should have come on März 3.',
      automatic: false,
      to: ['support@desk.example', 'help@shop.example'],
      cc: ['bob@customer.example'],
      verified: false,
      signs: [],
    },
  })
})

it('reads an answer: its thread, its token, and what of it is new', async () => {
  const envelope = { from: 'ada@customer.example', to: ['support+tokentokentoken@desk.example'] }
  const { to, text, mail } = await message('reply-german', { ...context, envelope })
  expect(to).toBe('support@desk.example')
  expect(mail.to).toEqual(['support+tokentokentoken@desk.example'])
  expect(mail.references).toEqual(['first@customer.example', 'ours-1@desk.example', 'ours-2@desk.example'])
  expect(mail.fresh).toBe('Danke schön, es ist da!')
  expect(text).toContain('> Ihr Paket ist unterwegs.')
})

it('reads text, HTML and what came with them', async () => {
  const { text, mail, attachments } = await message('picture-inside')
  expect(text).toBe('The cup is broken.')
  expect(mail.html).toContain('<img src="cid:cup@1">')
  expect(attachments).toMatchObject([
    { name: 'cup.png', type: 'image/png', contentId: 'cup@1', bytes: Buffer.from('iVBORw0KGgo=', 'base64') },
    { name: 'Reçu 2026.pdf', type: 'application/pdf', contentId: null },
  ])
})

it('makes text of a mail that has only HTML', async () => {
  const { text, mail } = await message('html-only')
  expect(text).toBe('Blue & in size M, please.\n\nOn Nov 5, 2026, Shop <help@shop.example> wrote:\n> Which colour?')
  expect(mail.fresh).toBe('Blue & in size M, please.')
})

it('gives a mail without an id one of its bytes, and without a date the moment it came', async () => {
  const { mail, at } = await message('no-message-id')
  const hash = createHash('sha256').update(fixture('no-message-id')).digest('hex')
  expect(mail.messageId).toBe(`${hash}@no-message-id.invalid`)
  expect(at).toBe(receivedAt)
})

it('never believes a mail to come from the future', async () => {
  expect(await message('plain', { ...context, receivedAt: written - 1 })).toMatchObject({ at: written - 1 })
})

it('is two messages for two mailboxes, and one for one named twice', async () => {
  const to = ['support@desk.example', 'Sales@desk.example', 'support+abc@desk.example']
  const read = await parseMail(fixture('plain'), { ...context, envelope: { from: null, to } })
  expect(read).toMatchObject({
    events: [
      { to: 'support@desk.example', externalId: 'support@desk.example first@customer.example' },
      { to: 'sales@desk.example', externalId: 'sales@desk.example first@customer.example' },
    ],
  })
})

it.each([
  ['forwarded-by-rule', 'ada@customer.example', 'Ada Muster'],
  ['forwarded-by-group', 'ada@customer.example', 'Ada Muster'],
  ['contact-form', 'ada@customer.example', 'Ada Muster'],
  // Not forwarded by the brand: what a stranger says of other people is not believed (S13).
  ['original-from-stranger', 'mallory@elsewhere.example', 'Mallory'],
])('takes the original sender for the customer: %s', async (name, address, person) => {
  expect(await message(name)).toMatchObject({ from: [{ kind: 'email', value: address }], name: person })
})

it.each([
  ['verified', true],
  ['plain', false],
  ['forged-results', false],
  ['forwarded-by-group', false],
  ['original-from-stranger', false],
])('S13 knows whether the sender is vouched for: %s', async (name, verified) => {
  expect((await message(name)).mail.verified).toBe(verified)
})

it('S13 believes no relay that was not named', async () => {
  expect((await message('verified', { ...context, trustedRelays: [] })).mail.verified).toBe(false)
})

it.each([
  ['undeclared-latin1', 'Müller', 'Schöne Grüße', 'Für Sie'],
  ['raw-big5', null, '中文', '中文'],
  ['split-character', 'Domaže', 'omrežje', '日本語'],
])('reads letters as they were meant: %s', async (name, person, subject, text) => {
  expect(await message(name)).toMatchObject({ name: person, text, mail: { subject } })
})

it('S16 gives attachments names that are only names', async () => {
  const { attachments, text } = await message('hostile-names')
  expect(text).toBe('See the files.')
  expect(attachments.map(({ name }) => name)).toEqual([
    'passwd',
    'htaccess',
    'invoicefdp.exe',
    'attachment.ics',
    'attachment.eml',
  ])
})

it.each([
  ['plain', false],
  ['contact-form', false],
  ['forwarded-by-rule', false],
  ['forwarded-by-group', true],
  ['vacation', true],
  ['newsletter', true],
])('S14 knows what no machine may answer: %s', async (name, automatic) => {
  expect((await message(name)).mail.automatic).toBe(automatic)
})

it.each([
  ['Auto-Submitted: no', false],
  ['Auto-Submitted: auto-generated (rejected); owner=x', true],
  ['Precedence: first-class', false],
  ['Precedence: Junk', true],
  ['X-Precedence: auto_reply', true],
  ['List-Id: <a.example>', true],
  ['X-Autoreply: yes', true],
  ['X-Autorespond: x', true],
  ['X-Autoresponder: x', true],
  ['X-Auto-Response-Suppress: OOF, AutoReply', true],
  ['X-Auto-Response-Suppress: None', false],
  ['Return-Path: <>', true],
  ['Return-Path: <ada@customer.example>', false],
  ['Delivered-To: autoresponder', true],
])('S14 reads %s', async (header, automatic) => {
  const raw = Buffer.concat([Buffer.from(`${header}\r\n`), fixture('plain')])
  expect(onlyMessage(await parseMail(raw, context)).mail.automatic).toBe(automatic)
})

it('S14 takes the null sender, machines and our own addresses for machines', async () => {
  const from = (address: string) => Buffer.from(`From: ${address}\nTo: x@y.example\n\nHi`)
  const automatic = async (raw: Buffer, given = context) => onlyMessage(await parseMail(raw, given)).mail.automatic
  expect(await automatic(from('a@b.example'))).toBe(false)
  expect(await automatic(from('a@b.example'), { ...context, envelope: { ...context.envelope, from: null } })).toBe(true)
  for (const machine of [
    'noreply@b.example',
    'shop-no-reply@b.example',
    'MAILER-DAEMON@b.example',
    'donotreply@b.example',
  ])
    expect([machine, await automatic(from(machine))]).toEqual([machine, true])
  expect(await automatic(from('help@shop.example'))).toBe(true)
})

it('cannot answer a mail from nobody', async () => {
  const raw = Buffer.from('Subject: hi\n\nhi')
  const envelope = { from: null, to: ['support@desk.example'] }
  expect(await parseMail(raw, { ...context, envelope })).toEqual({ unreadable: 'no_sender' })
})
