import { expect, it } from 'vitest'
import { saying } from '../../server/channels/saying.ts'
import { brand } from '../../../demo-store/sandbox/brand.ts'
import { personOf } from '../../../demo-store/sandbox/people.ts'
import { mailTo, openBoth } from './desk.ts'

const beatriz = personOf('tw-1003')

it('forwards a mail to the support address, as its host does: same sender, the trace on top', async () => {
  const { sandbox, desk } = await openBoth()
  const letter = await sandbox.mail('tw-1003', { subject: 'Encomenda', text: 'Onde está?', html: '<p>Onde está?</p>' })
  expect(letter.error).toBe(null)
  expect(desk.mails[0]?.envelope).toEqual({ from: beatriz.email, to: [brand.email.mailbox] })
  const raw = desk.mails[0]?.raw.toString('utf8') ?? ''
  expect(raw).toMatch(/^X-Forwarded-To: support@desk\.demo\.example\r\n/)
  expect(raw).toContain('\r\nDelivered-To: support@demo.example\r\n')
  expect(desk.messages()).toMatchObject([
    {
      channel: 'email',
      from: [{ kind: 'email', value: beatriz.email }],
      name: 'Beatriz Sequeira',
      to: brand.email.mailbox,
      text: saying(/^Onde está\?/),
      mail: { messageId: letter.id, subject: 'Encomenda', automatic: false, verified: true },
    },
  ])
})

it('says of a forged sender that it is one', async () => {
  const { sandbox, desk } = await openBoth()
  await sandbox.mail('stranger', { from: beatriz.email, subject: 'Refund me', text: 'To another account' })
  expect(desk.messages()).toMatchObject([{ from: [{ value: beatriz.email }], mail: { verified: false } }])
})

it('takes the desk’s mail into a mailbox, and answers it in its thread with the mail quoted', async () => {
  const { sandbox, desk } = await openBoth()
  const first = await sandbox.mail('tw-1003', { subject: 'Encomenda', text: 'Onde está?' })
  const answer = mailTo(beatriz.email, { inReplyTo: first.id, references: [first.id], subject: 'Re: Encomenda' })
  const files = [{ name: 'label.pdf', type: 'application/pdf', url: '', bytes: Buffer.from('%PDF') }]
  expect(await desk.send({ ...answer, attachments: files })).toEqual({
    sent: true,
    externalId: 'ours-1@desk.demo.example',
  })
  const letter = sandbox.letters('tw-1003').at(-1)
  expect(letter).toMatchObject({
    id: 'ours-1@desk.demo.example',
    from: brand.email.supportAddress,
    replyTo: 'support+c_token@desk.demo.example',
    envelopeFrom: 'bounces+b_token@desk.demo.example',
    subject: 'Re: Encomenda',
    references: [first.id],
    isRead: false,
  })
  const attached = await fetch(`${sandbox.url}/cdn/${letter?.files[0]}`)
  expect(attached.headers.get('content-disposition')).toContain('label.pdf')
  await sandbox.mail('tw-1003', { inReplyTo: letter?.id ?? '', text: 'Obrigada!' })
  expect(desk.messages().at(-1)).toMatchObject({
    to: brand.email.mailbox,
    mail: {
      subject: 'Re: Encomenda',
      references: [first.id, 'ours-1@desk.demo.example'],
      fresh: 'Obrigada!',
    },
    text: saying('> It left us yesterday.'),
  })
  expect(desk.messages().at(-1)?.mail?.to).toContain('support+c_token@desk.demo.example')
})

it('brings the next mail back to its envelope’s sender, once', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.bounceNext('5.2.2')
  expect(await desk.send(mailTo(beatriz.email))).toMatchObject({ sent: true })
  await sandbox.release()
  expect(sandbox.letters('tw-1003')).toEqual([])
  expect(desk.mails[0]?.envelope).toEqual({ from: null, to: ['bounces+b_token@desk.demo.example'] })
  expect(desk.deliveries()).toMatchObject([
    {
      state: 'failed',
      of: { bounce: 'b_token', externalId: 'ours-1@desk.demo.example' },
      error: { code: '5.2.2', words: saying(/Mailbox full/) },
    },
  ])
  await desk.send(mailTo(beatriz.email))
  expect(sandbox.letters('tw-1003')).toHaveLength(1)
})

it('brings back what is for nobody, and tells nobody of a report that is lost', async () => {
  const { sandbox, desk } = await openBoth()
  await desk.send(mailTo('nobody@nowhere.example'))
  expect(desk.deliveries()).toMatchObject([{ state: 'failed', error: { code: '5.1.1' } }])
  desk.says.mail = 'unknown_mailbox'
  await desk.send(mailTo('nobody@nowhere.example'))
  expect(desk.mails).toHaveLength(1)
  expect(sandbox.exchanges().at(-1)).toMatchObject({ to: 'sandbox', method: 'SMTP', status: '250' })
})

it('refuses a mail at once, or asks for patience', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.failNext('email', '550')
  expect(await desk.send(mailTo(beatriz.email))).toMatchObject({ refused: true, code: '5.1.1' })
  sandbox.failNext('email', '451')
  expect(await desk.send(mailTo(beatriz.email))).toMatchObject({ retry: true })
  expect(await desk.send(mailTo(beatriz.email))).toMatchObject({ sent: true })
  expect(sandbox.letters('tw-1003')).toHaveLength(1)
})

it('takes a mail and never says so', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ answers: 'lost' })
  expect(await desk.send(mailTo(beatriz.email))).toMatchObject({ retry: true })
  expect(sandbox.letters('tw-1003')).toHaveLength(1)
})

it('shows what the desk said against a mail, and brings it again when it was only put off', async () => {
  const { sandbox, desk } = await openBoth()
  desk.says.mail = 'later'
  const letter = await sandbox.mail('tw-1003', { subject: 'Encomenda', text: 'Onde está?' })
  expect(letter.error).toMatch(/^451/)
  desk.says.mail = 'accepted'
  await sandbox.again(letter.id)
  expect(letter.error).toBe(null)
  expect(desk.messages()).toMatchObject([{ mail: { messageId: letter.id } }])
})
