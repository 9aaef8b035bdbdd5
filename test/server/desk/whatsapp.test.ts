import { describe, expect, it } from 'vitest'
import {
  answer,
  idAtMeta,
  onlyRow,
  ours,
  rowsOf,
  standsAt,
  startMeta,
  statesIn,
  tell,
  tellFixture,
  whatsApp,
  whatsAppStatus,
  whatsAppValue,
} from '../meta-messages.ts'
import { fixture } from '../channels/fixtures.ts'
import { saying } from '../channels/saying.ts'
import { granted, openTicket, texts } from '../talk.ts'
import { text as textMessage, withSms, authToken, keepSecrets } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const day = 24 * 3_600_000
const ada = { phone: '15550100123', user: 'US.13491208655302741918', name: 'Ada L.' }
const threadOf = async (agent: Parameters<typeof openTicket>[0], ticket: string) =>
  texts((await openTicket(agent, ticket)).events)

describe('a WhatsApp message', () => {
  it('T-4, T-11 opens the person’s one ticket; the next joins it on whichever number, and reopens it', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Is my parcel on its way?'))
    const opened = await onlyRow(agent)
    expect(opened).toMatchObject({ channel: 'whatsapp', status: 'open', unread: true, customer: { name: 'Ada L.' } })
    granted(await agent.emitWithAck('ticket.close', { ticket: opened.id }))
    await tell(hub, whatsApp(hub, ada, 'Hello?', { to: ours.otherWhatsapp }))
    expect(await onlyRow(agent)).toMatchObject({ id: opened.id, number: opened.number, status: 'open', unread: true })
    const { customer, events } = await openTicket(agent, opened.id)
    expect(texts(events)).toEqual(['Is my parcel on its way?', 'Hello?'])
    expect(customer).toMatchObject({ name: 'Ada L.', phone: '+15550100123', tickets: 1 })
  })

  it('T-7 ends a snooze and makes unread', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id } = await onlyRow(agent)
    granted(await agent.emitWithAck('ticket.snooze', { ticket: id, until: hub.clock.now() + day }))
    granted(await agent.emitWithAck('ticket.read', { ticket: id, n: 1 }))
    await tell(hub, whatsApp(hub, ada, 'And now?'))
    expect(await onlyRow(agent)).toMatchObject({ status: 'open', snoozedUntil: null, unread: true })
  })

  it('P-4 told twice, or twenty times at once, is one message', async () => {
    const { hub, agent } = await startMeta()
    await Promise.all(Array.from({ length: 20 }, () => tellFixture(hub, 'whatsapp-text')))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toEqual(['Is my parcel on its way?'])
  })

  it('T-4 twenty different ones at once, by whatever name, make one person and one ticket', async () => {
    const { hub, agent } = await startMeta()
    const names = [ada, { phone: ada.phone }, { user: ada.user }]
    // Who is who is known from the first on: a number and a user id alone have nothing in common.
    const first = whatsApp(hub, ada, 'Message 0')
    const others = Array.from({ length: 19 }, (_, n) => whatsApp(hub, names[n % 3] ?? ada, `Message ${n + 1}`))
    await tell(hub, first)
    await Promise.all(others.map((one) => tell(hub, one)))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toHaveLength(20)
  })

  it('T-4 first messages at once, all with both names but in different order of knowledge, make one person', async () => {
    const { hub, agent } = await startMeta()
    const other = { phone: '15550100777', user: ada.user }
    await Promise.all([
      ...Array.from({ length: 6 }, (_, n) => tell(hub, whatsApp(hub, ada, `old number ${n}`))),
      ...Array.from({ length: 6 }, (_, n) => tell(hub, whatsApp(hub, other, `new number ${n}`))),
    ])
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toHaveLength(12)
  })

  it('T-4 is one person’s ticket whether they show their number or only their name', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, { user: ada.user, name: '' }, 'without a number'))
    await tell(hub, whatsApp(hub, ada, 'with both'))
    await tell(hub, whatsApp(hub, { phone: ada.phone }, 'with the number only'))
    const { id } = await onlyRow(agent)
    expect(await threadOf(agent, id)).toEqual(['without a number', 'with both', 'with the number only'])
    expect((await openTicket(agent, id)).customer).toMatchObject({ name: 'Ada L.', phone: '+15550100123' })
  })

  it('T-4 follows a person to a new number, and answers there', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, whatsApp(hub, { phone: ada.phone, name: 'Ada L.' }, 'from the old number'))
    await tellFixture(hub, 'whatsapp-changed-number')
    const { id } = await onlyRow(agent)
    granted((await answer(agent, id, 'Noted')).said)
    await eventually(() => expect(sent()).toMatchObject([{ body: { to: '15550100777' } }]))
    await tell(hub, whatsApp(hub, { phone: '15550100777', user: 'US.777' }, 'from the new number'))
    await tell(hub, whatsApp(hub, { user: 'US.777' }, 'by name'))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toEqual([
      'from the old number',
      'Noted',
      'from the new number',
      'by name',
    ])
  })

  it('T-4 follows a person whose user id alone is told to change', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, { user: ada.user }, 'one'))
    await tellFixture(hub, 'whatsapp-changed-user-id')
    await tell(hub, whatsApp(hub, { user: 'US.777' }, 'two'))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toEqual(['one', 'two'])
  })

  it('T-3, T-4, T-8 stands beside the same person’s SMS ticket', async () => {
    const { hub, agent } = await startMeta()
    await hub.settings((settings) => withSms(settings))
    await keepSecrets(hub, { twilioAuthToken: authToken })
    await textMessage(hub, '+15550100123', 'by SMS')
    await tell(hub, whatsApp(hub, ada, 'by WhatsApp'))
    const rows = await rowsOf(agent)
    expect(rows.map(({ channel }) => channel).toSorted()).toEqual(['sms', 'whatsapp'])
    expect(new Set(rows.map(({ customer }) => customer.id)).size).toBe(1)
    expect(rows[0]?.customer.name).toBe('Ada L.')
  })
})

describe('an answer by WhatsApp', () => {
  it('T-4 leaves from the number last written to, with that channel’s token and our id', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    await tell(hub, whatsApp(hub, ada, 'Or here?', { to: ours.otherWhatsapp }))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Here')
    await standsAt(agent, id, message.id, 'sent')
    expect(sent()).toEqual([
      {
        from: ours.otherWhatsapp,
        token: 'Bearer token of whatsapp',
        body: {
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: ada.phone,
          type: 'text',
          text: { body: 'Here', preview_url: false },
          biz_opaque_callback_data: message.id,
        },
      },
    ])
  })

  it('T-4 goes to the user id where the number is kept private', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, whatsApp(hub, { user: ada.user }, 'Hello'))
    granted((await answer(agent, (await onlyRow(agent)).id, 'Hi')).said)
    await eventually(() => expect(sent()).toMatchObject([{ body: { recipient: ada.user } }]))
  })

  it('R-4 may go for 24 hours to the millisecond, counted for the very number it leaves from', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id, reply } = await onlyRow(agent)
    const until = hub.clock.now() + day
    expect(reply.offered).toEqual([{ channel: 'whatsapp', until, refused: null }])
    await hub.advance(day)
    expect((await answer(agent, id, 'just in time')).said).toMatchObject({ ok: true })
    await hub.advance(1)
    expect((await onlyRow(agent)).reply.offered).toEqual([{ channel: 'whatsapp', until: null, refused: 'window_over' }])
    expect((await answer(agent, id, 'too late')).said).toMatchObject({ ok: false, code: 'window_over' })
    // A late delivery of an old message to our other number opens no window there.
    await tell(hub, whatsApp(hub, ada, 'old', { to: ours.otherWhatsapp, at: hub.clock.now() - 2 * day }))
    expect((await answer(agent, id, 'still too late')).said).toMatchObject({ ok: false, code: 'window_over' })
    await tell(hub, whatsApp(hub, ada, 'new', { to: ours.otherWhatsapp }))
    expect((await answer(agent, id, 'again')).said).toMatchObject({ ok: true })
  })

  it('R-4 is not allowed for longer because Meta’s clock runs ahead', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'from tomorrow', { at: hub.clock.now() + day }))
    expect((await onlyRow(agent)).reply.offered[0]?.until).toBe(hub.clock.now() + day)
  })

  it('R-13 is sent, delivered, read, in whatever order Meta tells, and never goes back', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'sent')
    for (const status of ['read', 'delivered', 'sent', 'failed']) {
      await tell(hub, whatsAppStatus(idAtMeta(message.id), status, message.id))
    }
    await standsAt(agent, id, message.id, 'read')
    expect((await openTicket(agent, id)).events.filter(({ type }) => type === 'delivery')).toHaveLength(2)
  })

  it('R-13 whose answer got lost is not sent again, and Meta’s first word on it clears it up', async () => {
    const { hub, agent, sent } = await startMeta(() => 'break off')
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'unknown')
    await hub.advance(day)
    expect(sent()).toHaveLength(1)
    // Of somebody else's message that Meta happens to number alike nothing is learned.
    await tell(hub, whatsAppStatus('wamid.other', 'delivered'))
    expect((await statesIn(agent, id)).get(message.id)).toBe('unknown')
    await tell(hub, whatsAppStatus('wamid.late', 'delivered', message.id))
    await standsAt(agent, id, message.id, 'delivered')
    await tell(hub, whatsAppStatus('wamid.late', 'read'))
    await standsAt(agent, id, message.id, 'read')
  })

  it('R-13 that Meta refuses later has failed, and says why', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'sent')
    const failed = Buffer.from(
      fixture('meta', 'whatsapp-status-failed-131047').toString().replaceAll('wamid.ours', idAtMeta(message.id)),
    )
    await tell(hub, failed)
    await standsAt(agent, id, message.id, 'failed')
    expect((await openTicket(agent, id)).events.at(-1)).toMatchObject({ words: saying('24 hours') })
  })

  it('R-5 is not given to somebody who is blocked, and what they write stirs nothing (S-9)', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'Hello'))
    const { id, customer } = await onlyRow(agent)
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await tell(hub, whatsApp(hub, { user: ada.user }, 'by my other name'))
    expect(await onlyRow(agent)).toMatchObject({ id, status: 'closed', unread: false, preview: { text: 'Hello' } })
    expect((await answer(agent, id, 'Hi')).said).toMatchObject({ ok: false, code: 'customer_blocked' })
  })
})

describe('a WhatsApp keyword', () => {
  it('M-1, M-3 is answered by us, opens nothing, and after STOP nobody is answered until START', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, whatsApp(hub, ada, 'stop'))
    expect(await rowsOf(agent)).toEqual([])
    await tell(hub, whatsApp(hub, ada, 'STOP'))
    await tell(hub, whatsApp(hub, ada, 'Why do you still write?'))
    const { id, reply } = await onlyRow(agent)
    expect(reply.offered[0]?.refused).toBe('opted_out')
    expect((await answer(agent, id, 'Sorry')).said).toMatchObject({ ok: false, code: 'opted_out' })
    await tell(hub, whatsApp(hub, ada, 'Start'))
    expect((await openTicket(agent, id)).events.at(-1)).toMatchObject({
      type: 'keyword',
      keyword: 'join',
      text: 'Start',
    })
    expect((await answer(agent, id, 'Hello again')).said).toMatchObject({ ok: true })
    const said = (part: string): unknown => ({ body: { to: ada.phone, text: { body: saying(part) } } })
    await eventually(() =>
      expect(sent()).toMatchObject([said('no more messages'), said('from now on'), said('Hello again')]),
    )
  })

  it('M-1 takes for a keyword only what the owner has named beside STOP, JOIN, START and HELP', async () => {
    const { hub, agent } = await startMeta()
    await hub.settings((settings) => ({
      ...settings,
      whatsapp: { ...settings.whatsapp, ownWords: { stop: ['Basta'], join: [], help: [] } },
    }))
    await tell(hub, whatsApp(hub, ada, 'basta'))
    expect(await rowsOf(agent)).toEqual([])
    await tell(hub, whatsApp(hub, ada, 'Cancel'))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toEqual(['Cancel'])
  })
})

it('T-4 two writers in one batch are two people', async () => {
  const { hub, agent } = await startMeta()
  await tellFixture(hub, 'whatsapp-two-writers')
  expect((await rowsOf(agent)).map(({ customer }) => customer.name).toSorted()).toEqual(['Ada L.', 'Zoe'])
  await tell(hub, whatsAppValue(undefined, {}))
})
