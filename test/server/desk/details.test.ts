import { expect, it, onTestFinished } from 'vitest'
import { mail, only as onlyMail, rows, startMail } from '../mails.ts'
import { granted, openTicket } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'

const hannes = '+4930231251001'

it('M-3a tells a customer’s numbers and consents, with the word that led to each', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'Where is my parcel?')
  const [row] = await rows(agent)
  const details = async () => granted(await agent.emitWithAck('ticket.details', { ticket: row?.id ?? '' }))
  expect(await details()).toEqual({
    ok: true,
    names: [{ kind: 'phone', value: hannes }],
    consents: [{ channel: 'sms', consent: 'never', history: [] }],
    linked: [],
  })
  const joined = hub.clock.now()
  await text(hub, hannes, 'Join')
  await text(hub, hannes, 'HELP')
  await hub.advance(60_000)
  await text(hub, hannes, 'stop')
  expect((await details()).consents).toEqual([
    {
      channel: 'sms',
      consent: 'stopped',
      history: [
        { at: joined + 60_000, consent: 'stopped', by: 'customer', said: 'stop' },
        { at: joined, consent: 'marketing', by: 'customer', said: 'Join' },
      ],
    },
  ])
})

it('T-2 tells of a linked ticket on both sides', async () => {
  const { hub, agent } = await startMail()
  const first = await mail(hub, { from: 'ada@customer.example', name: 'Ada', text: 'One' })
  const ours = await onlyMail(agent)
  await mail(hub, { from: 'eve@evil.example', text: 'It is me, Ada.', answers: first })
  const theirs = (await rows(agent)).find(({ id }) => id !== ours.id)
  const linked = async (ticket: string) => granted(await agent.emitWithAck('ticket.details', { ticket })).linked
  const common = { channel: 'email', status: 'open' }
  expect(await linked(theirs?.id ?? '')).toEqual([
    { ...common, id: ours.id, number: ours.number, customer: 'Ada', how: 'before', takes: true },
  ])
  expect(await linked(ours.id)).toEqual([
    { ...common, id: theirs?.id, number: theirs?.number, customer: 'eve@evil.example', how: 'after', takes: false },
  ])
})

it('T-2 tells of a ticket that is not there that it is not there', async () => {
  const { agent } = await startMail()
  const ticket = '00000000-0000-4000-8000-000000000000'
  expect(await agent.emitWithAck('ticket.details', { ticket })).toMatchObject({ ok: false, code: 'not_found' })
})

it('R-11a knows the hour of a customer by the country of their number', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'Hello')
  const [row] = await rows(agent)
  expect((await openTicket(agent, row?.id ?? '')).customer.timeZone).toBe('Europe/Berlin')
})
