import { afterEach, expect, it } from 'vitest'
import type { Outbound } from '../../../../server/channels/channel.ts'
import { parseMail } from '../../../../server/channels/mail/parse-mail.ts'
import { sendMail } from '../../../../server/channels/mail/send-mail.ts'
import { context, onlyMessage } from './fixture.ts'
import { openRelay, type Script } from './relay.ts'

const open: { close(): Promise<void> }[] = []
afterEach(() => Promise.all(open.splice(0).map((relay) => relay.close())))

async function relayThat(script: Script = {}) {
  const relay = await openRelay(script)
  open.push(relay)
  return relay
}

type Mail = NonNullable<Outbound['mail']>
const letter = (mail: Partial<Mail> = {}, rest: Partial<Outbound> = {}): Outbound => ({
  id: '0190c2f4-7a6b-4c3d-8e9f-a0b1c2d3e4f5',
  channel: 'email',
  to: { kind: 'email', value: 'ada@customer.example' },
  from: 'help@shop.example',
  text: 'Your parcel is on its way.\n.\n..\nGr\u00fc\u00dfe',
  attachments: [],
  statusUrl: null,
  ...rest,
  mail: {
    subject: 'Ihr Paket \u00e4',
    messageId: 'ours-3@desk.example',
    inReplyTo: 'first@customer.example',
    references: ['first@customer.example', 'ours-2@desk.example'],
    replyTo: 'support+token@desk.example',
    fromName: 'The "Shop", Inc.',
    bounceTo: 'bounces+token@desk.example',
    automatic: false,
    ...mail,
  },
})

it('sends a mail that says what it is about and where answers and bounces go', async () => {
  const relay = await relayThat()
  const pdf = {
    name: '../Re\u00e7u.pdf',
    type: 'application/pdf',
    url: 'https://desk.example/f',
    bytes: Buffer.from('%PDF-'),
  }
  expect(await sendMail(letter({}, { attachments: [pdf] }), relay.url)).toEqual({
    sent: true,
    externalId: 'ours-3@desk.example',
  })
  expect(relay.commands).toEqual(
    expect.arrayContaining(['MAIL FROM:<bounces+token@desk.example>', 'RCPT TO:<ada@customer.example>']),
  )
  const raw = relay.mails[0] ?? ''
  expect(raw).toMatch(/^Reply-To: support\+token@desk\.example\r$/m)
  expect(raw).not.toMatch(/^(?:Auto-Submitted|X-Auto-Response-Suppress|X-Mailer|Bcc):/im)
  const { mail, text, from, name, attachments } = onlyMessage(
    await parseMail(Buffer.from(raw.replace(/^\.\./gm, '.')), { ...context, own: [] }),
  )
  expect(mail).toMatchObject({
    subject: 'Ihr Paket \u00e4',
    messageId: 'ours-3@desk.example',
    references: ['ours-2@desk.example', 'first@customer.example'],
    to: ['support@desk.example', 'ada@customer.example'],
  })
  expect({ text, from, name }).toEqual({
    text: 'Your parcel is on its way.\n.\n..\nGr\u00fc\u00dfe',
    from: [{ kind: 'email', value: 'help@shop.example' }],
    name: 'The "Shop", Inc.',
  })
  expect(attachments).toMatchObject([{ name: 'Re\u00e7u.pdf', bytes: Buffer.from('%PDF-') }])
})

it('S14 marks automatic mails, and gives automatic answers nobody to bounce to', async () => {
  const relay = await relayThat()
  await sendMail(letter({ automatic: true }), relay.url)
  expect(relay.mails[0]).toMatch(/^Auto-Submitted: auto-replied\r$/m)
  expect(relay.mails[0]).toMatch(/^X-Auto-Response-Suppress: All\r$/m)
  expect(relay.commands).toContain('MAIL FROM:<>')
  await sendMail(letter({ automatic: true, inReplyTo: null, references: [] }), relay.url)
  expect(relay.mails[1]).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(relay.mails[1]).not.toMatch(/^(?:References|In-Reply-To):/m)
  expect(relay.commands).toContain('MAIL FROM:<bounces+token@desk.example>')
})

it.each<[string, Script]>([
  ['busy at once', { greeting: '421 4.3.2 busy' }],
  ['silent at once', { greeting: 'hang' }],
  ['gone at once', { greeting: 'die' }],
  ['no SMTP at all', { greeting: 'HTTP/1.1 400 Bad Request' }],
  ['grey', { RCPT: '450 4.2.0 greylisted, come back later' }],
  ['full', { MAIL: '452 4.3.1 no room' }],
  ['silent before the mail', { DATA: 'hang' }],
  ['gone before the mail', { DATA: 'die' }],
  ['troubled by the mail', { mail: '451 4.3.0 local error' }],
  ['silent after the mail', { mail: 'hang' }],
  ['gone after the mail', { mail: 'die' }],
])('F19 will try again when the relay is %s', async (_, script) => {
  const relay = await relayThat(script)
  const timeouts = { connectMs: 2_000, greetingMs: 300, silenceMs: 300 }
  expect(await sendMail(letter(), relay.url, timeouts)).toMatchObject({ retry: true, afterMs: null })
})

it('F19 sends again under the same Message-ID after the relay died with the mail in its hands', async () => {
  const relay = await relayThat({ mail: 'die' })
  for (let n = 0; n < 2; n++) await sendMail(letter(), relay.url)
  const ids = relay.mails.map((mail) => /^Message-ID: (.*)\r$/m.exec(mail)?.[1])
  expect(ids).toEqual(['<ours-3@desk.example>', '<ours-3@desk.example>'])
})

it('F19 will try again when there is no relay', async () => {
  const relay = await openRelay()
  await relay.close()
  expect(await sendMail(letter(), relay.url)).toMatchObject({ retry: true })
})

it.each<[string, Script, string]>([
  ['RCPT', { RCPT: '550 5.1.1 <ada@customer.example>: no such user' }, '5.1.1'],
  ['MAIL', { MAIL: '553 sender not allowed' }, '553'],
  ['mail', { mail: '554 5.7.1 looks like spam' }, '5.7.1'],
  ['DATA', { DATA: '503 no valid recipients' }, '503'],
])('hears that the %s is refused for good, and why', async (_, script, code) => {
  const relay = await relayThat(script)
  expect(await sendMail(letter(), relay.url)).toEqual({ refused: true, code, words: Object.values(script)[0] })
})

it.each([
  'ada@customer.example\r\nRCPT TO:<eve@evil.example>',
  'ada@customer.example\nBcc: eve@evil.example',
  'ada@customer.example, eve@evil.example',
  '"ada@evil.example" <x@customer.example>',
  'ada@customer.example>\r\nDATA',
  '',
  'ada',
])('S15 refuses to send to %j without asking any relay', async (value) => {
  const relay = await relayThat()
  expect(await sendMail(letter({}, { to: { kind: 'email', value } }), relay.url)).toMatchObject({ code: 'bad_address' })
  expect(await sendMail(letter({}, { from: value }), relay.url)).toMatchObject({ code: 'bad_address' })
  expect(relay.commands).toEqual([])
})

it('S15 lets no line end from a subject, a name or a file into the headers', async () => {
  const relay = await relayThat()
  const evil = 'x\r\nBcc: eve@evil.example\r\n\r\n<b>'
  const file = { name: evil, type: `text/plain\r\nX-Evil: 1`, url: '', bytes: Buffer.from('x') }
  await sendMail(letter({ subject: evil, fromName: evil }, { attachments: [file] }), relay.url)
  expect(relay.mails[0]).not.toMatch(/^(?:Bcc|X-Evil):/im)
  expect(relay.commands.filter((command) => command.startsWith('RCPT'))).toEqual(['RCPT TO:<ada@customer.example>'])
})

it('takes wrong ids and addresses of our own for the mistakes they are', async () => {
  const relay = await relayThat()
  const evil = 'a@b>\r\nBcc: eve@evil.example'
  for (const mail of [
    { messageId: evil },
    { inReplyTo: evil },
    { references: [evil] },
    { replyTo: evil },
    { bounceTo: evil },
  ])
    await expect(sendMail(letter(mail), relay.url)).rejects.toThrow(/none$/)
  expect(relay.commands).toEqual([])
})
