import { expect, it } from 'vitest'
import { parseMail } from '../../../../server/channels/mail/parse-mail.ts'
import { context, fixture, onlyMessage, receivedAt } from './fixture.ts'

const ours = { externalId: 'ours-2@desk.example' }
const read = (name: string, to = 'support@desk.example') =>
  parseMail(fixture(name), { ...context, envelope: { from: null, to: [to] } })

it('turns a bounce into a failed delivery of that very mail, with its reason', async () => {
  expect(await read('bounce')).toEqual({
    events: [
      {
        kind: 'delivery',
        of: ours,
        state: 'failed',
        at: receivedAt,
        error: { code: '5.1.1', words: '550 5.1.1 <ada@customer.example>: no such user here' },
      },
    ],
  })
})

it('names the token of the envelope where there is one, yet to be verified', async () => {
  expect(await read('bounce', 'bounces+token@desk.example')).toMatchObject({
    events: [{ of: { bounce: 'token', externalId: 'ours-2@desk.example' }, state: 'failed' }],
  })
  expect(await read('bounce-without-original', 'bounces+token@desk.example')).toMatchObject({
    events: [
      {
        of: { bounce: 'token', externalId: null },
        state: 'failed',
        error: { code: '4.2.2', words: 'This is the mail system. The mailbox is full.' },
      },
    ],
  })
})

it('is silent about reports that name no mail of ours or change nothing', async () => {
  expect(await read('bounce-without-original')).toEqual({ events: [] })
  expect(await read('delayed')).toEqual({ events: [] })
})

it('hears that a mail was delivered, and that it was read', async () => {
  const told = { kind: 'delivery', of: ours, at: receivedAt, error: null }
  expect(await read('delivered')).toEqual({ events: [{ ...told, state: 'delivered' }] })
  expect(await read('read-receipt')).toEqual({ events: [{ ...told, state: 'read' }] })
})

it('understands a mail server that reports in prose', async () => {
  expect(await read('bounce-in-prose')).toMatchObject({
    events: [{ of: ours, state: 'failed', error: { code: '5.1.1' } }],
  })
})

it('takes a vacation notice for a message, though it came where bounces come', async () => {
  const { mail } = onlyMessage(await read('vacation', 'bounces+sometoken@desk.example'))
  expect(mail).toMatchObject({ automatic: true, references: ['ours-2@desk.example'] })
})
