import { describe, expect, it } from 'vitest'
import { apiToken, type Installation } from '../installation.ts'
import { answerTo, inbound, inboundSales, mail, only, rows, said, startMail, support } from '../mails.ts'
import { entries, granted, openTicket, reply, say } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const ada = 'ada@customer.example'
const eve = 'eve@evil.example'
const bob = 'bob@friend.example'
const year = 365 * 24 * 3_600_000

describe('a mail', () => {
  it('T-2, T-11 of an unknown writer opens a ticket with its subject and makes a customer of them', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, name: 'Ada Byron', subject: 'Where is my parcel?', text: 'It was due on Monday.' })
    const row = await only(agent)
    expect(row).toMatchObject({
      channel: 'email',
      status: 'open',
      unread: true,
      subject: 'Where is my parcel?',
      customer: { name: 'Ada Byron' },
    })
    const { events, customer } = await openTicket(agent, row.id)
    expect(customer).toMatchObject({ email: ada })
    expect(events).toMatchObject([
      { type: 'message', from: 'customer', channel: 'email', text: 'It was due on Monday.', mail: { html: false } },
    ])
  })

  it('T-11 of a known shopper joins their customer', async () => {
    const { hub, agent } = await startMail()
    const shopper = await hub.shopper('ada', { token: await hub.token('ada', { email: ada, name: 'Ada' }) })
    granted(await shopper.emitWithAck('message.send', say('Hello')))
    await mail(hub, { from: ada, name: 'Somebody else' })
    const [first, second] = await rows(agent)
    expect(first?.customer.id).toBe(second?.customer.id)
    expect(first?.customer.name).toBe('Ada')
  })

  it('T-2 shows the fresh part, folds what it quotes, and keeps all of it', async () => {
    const { hub, agent } = await startMail()
    const text = 'Thank you!\n\nOn Mon, 2 Nov 2026 at 10:00, Shop <support@shop.example> wrote:\n> It is on its way.\n'
    await mail(hub, { from: ada, text })
    expect(await said(agent, (await only(agent)).id)).toEqual(['Thank you!'])
    const kept = await hub.db.selectFrom('mails').select(['whole', 'from']).executeTakeFirstOrThrow()
    expect(kept).toEqual({ whole: text.trim(), from: ada })
  })

  it('T-2 without words says its subject', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, subject: 'Please call me', text: '' })
    expect(await said(agent, (await only(agent)).id)).toEqual(['Please call me'])
  })

  it('T-2 keeps its files, and shows them in the thread as it comes', async () => {
    const { hub, agent } = await startMail()
    const heard = entries(agent)
    const content = Buffer.from('%PDF-1.7')
    const bill = { filename: 'bill.pdf', content, contentType: 'application/pdf' }
    const answers = await mail(hub, { from: ada, files: [bill] })
    const files = await hub.db.selectFrom('attachments').select(['name', 'type', 'bytes', 'state']).execute()
    expect(files).toEqual([{ name: 'bill.pdf', type: 'application/pdf', bytes: content, state: 'here' }])
    const shown = [{ name: 'bill.pdf', type: 'application/pdf', state: 'here', size: content.length }]
    expect((await openTicket(agent, (await only(agent)).id)).events).toMatchObject([{ files: shown }])
    await mail(hub, { from: ada, answers, files: [bill] })
    await eventually(() => expect(heard).toMatchObject([{ n: 2, files: shown }]))
  })

  it('T-2 joins by References or In-Reply-To, and reopens however much time has passed', async () => {
    const { hub, agent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One' })
    const second = await mail(hub, { from: ada, text: 'Two', answers: first, subject: 'Something else' })
    const row = await only(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: row.id }))
    await hub.advance(3 * year)
    await mail(hub, { from: ada, text: 'Three', references: [first, second, '<unknown@elsewhere.example>'] })
    expect(await only(agent)).toMatchObject({ id: row.id, number: row.number, status: 'open', unread: true })
    expect(await said(agent, row.id)).toEqual(['One', 'Two', 'Three'])
  })

  it('T-2 is never joined by a subject', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, subject: 'Parcel' })
    const { number } = await only(agent)
    await mail(hub, { from: ada, subject: 'Re: Parcel' })
    await mail(hub, { from: ada, subject: `Re: [#${number}] Parcel` })
    expect(await rows(agent)).toHaveLength(3)
  })

  it('T-2 an answer that overtakes the mail it answers is met by it', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, text: 'And one more thing', answers: '<first@customer.example>' })
    await mail(hub, { from: ada, text: 'Hello', id: '<first@customer.example>' })
    expect(await said(agent, (await only(agent)).id)).toEqual(['And one more thing', 'Hello'])
  })

  it('P-4 handed over twice, or ten times at once, is one message', async () => {
    const { hub, agent } = await startMail()
    const once = () => mail(hub, { from: ada, text: 'Once', id: '<once@customer.example>' })
    await Promise.all(Array.from({ length: 10 }, once))
    await once()
    expect(await said(agent, (await only(agent)).id)).toEqual(['Once'])
  })

  it('P-4 without a Message-ID is one message all the same', async () => {
    const { hub, agent } = await startMail()
    const raw = `From: ${ada}\r\nTo: ${inbound}\r\nSubject: Hello\r\n\r\nNo id\r\n`
    await mail(hub, { from: ada, raw })
    await mail(hub, { from: ada, raw })
    expect(await said(agent, (await only(agent)).id)).toEqual(['No id'])
  })

  it('T-2 two of one thread in parallel, and two of new threads, each find their ticket', async () => {
    const { hub, agent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One' })
    const row = await only(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: row.id }))
    await Promise.all([
      mail(hub, { from: ada, text: 'Two', answers: first }),
      mail(hub, { from: ada, text: 'Three', answers: first }),
      mail(hub, { from: ada, text: 'Other' }),
      mail(hub, { from: bob, text: 'Bob' }),
    ])
    expect(await rows(agent)).toHaveLength(3)
    expect((await said(agent, row.id)).toSorted()).toEqual(['One', 'Three', 'Two'])
  })

  it('T-2 to two of our mailboxes is one thread, and one message in it', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada, text: 'One', rcpt: [inbound, inboundSales] })
    const { id } = await only(agent)
    await reply(agent, id, 'Two')
    const { to, answers } = answerTo(await sent())
    await mail(hub, { from: ada, text: 'Three', rcpt: [to, inboundSales], answers })
    expect(await said(agent, id)).toEqual(['One', 'Two', 'Three'])
  })

  it('is refused where it is for none of our mailboxes, or mail is off', async () => {
    const { hub, agent } = await startMail()
    await expect(mail(hub, { from: ada, to: 'somebody@desk.example' })).rejects.toMatchObject({ responseCode: 550 })
    await hub.settings((settings) => ({ ...settings, email: { ...settings.email, on: false } }))
    await expect(mail(hub, { from: ada })).rejects.toMatchObject({ responseCode: 550 })
    expect(await rows(agent)).toEqual([])
  })

  it('D-11 that was forwarded is its original sender’s', async () => {
    const { hub, agent } = await startMail()
    await mail(hub, {
      from: support,
      name: 'Ada via Support',
      to: support,
      rcpt: [inbound],
      headers: { 'X-Original-From': `Ada <${ada}>` },
    })
    const { customer } = await openTicket(agent, (await only(agent)).id)
    expect(customer).toMatchObject({ email: ada, name: 'Ada' })
  })

  it('S-9 of a blocked writer is kept in their newest closed ticket and heard by nobody', async () => {
    const { hub, agent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One' })
    const row = await only(agent)
    granted(await agent.emitWithAck('customer.block', { customer: row.customer.id }))
    await mail(hub, { from: ada, text: 'Two', answers: first })
    await mail(hub, { from: ada, text: 'Three' })
    expect(await only(agent)).toMatchObject({ id: row.id, status: 'closed', unread: false })
    expect(await said(agent, row.id)).toEqual(['One', 'Two', 'Three'])
  })
})

describe('a mail that answers a campaign', () => {
  const hour = 3_600_000
  const campaign = async (hub: Installation, id: string, to: string, more: object = {}) => {
    const body = {
      id,
      kind: 'campaign',
      name: id,
      channel: 'email',
      to: { email: to },
      text: 'Autumn sale',
      at: hub.clock.now(),
      ...more,
    }
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${apiToken}` }
    const answer = await fetch(`${hub.url}/api/shop/messages`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(await answer.text())
  }

  it('T-2d opens one ticket for each recipient, with that mail as its first message, and every answer joins it', async () => {
    const { hub, agent } = await startMail()
    await campaign(hub, 'Summer', ada, { mailId: '<summer@shop.example>' })
    await hub.advance(hour)
    // One Message-ID for everybody, as some marketing tools send it.
    for (const to of [ada, bob]) {
      await campaign(hub, `Autumn ${to}`, to, { mailId: '<autumn@shop.example>', subject: 'Autumn' })
    }
    expect(await rows(agent)).toEqual([])
    await hub.advance(hour)
    const answers = '<autumn@shop.example>'
    await mail(hub, { from: ada, text: 'Do you have it in blue?', subject: 'Re: Autumn', answers })
    await mail(hub, { from: bob, text: 'And in green?', subject: 'Re: Autumn', answers })
    await hub.advance(hour)
    await mail(hub, { from: ada, text: 'Hello?', subject: 'Re: Autumn', answers })
    const found = await rows(agent)
    expect(found).toHaveLength(2)
    const of = (address: string) => found.find(({ customer }) => customer.name === address)?.id ?? ''
    expect(await said(agent, of(ada))).toEqual(['Do you have it in blue?', 'Hello?'])
    expect(await said(agent, of(bob))).toEqual(['And in green?'])
    const { messages } = granted(await agent.emitWithAck('ticket.marketing', { ticket: of(ada), from: 0 }))
    const { events } = await openTicket(agent, of(ada))
    expect(messages).toMatchObject([{ name: `Autumn ${ada}`, subject: 'Autumn' }])
    expect(messages[0]?.at).toBeLessThan(events[0]?.at ?? 0)
    const credited = events.find((event) => event.type === 'message')
    expect(messages[0]?.answeredBy).toBe(credited?.type === 'message' ? credited.id : null)
  })

  it('T-2d an answer of somebody it was not sent to is a ticket of their own, without it', async () => {
    const { hub, agent } = await startMail()
    await campaign(hub, 'Autumn', ada, { mailId: '<autumn@shop.example>' })
    await hub.advance(hour)
    await mail(hub, { from: eve, text: 'I am Ada', answers: '<autumn@shop.example>' })
    const { id, customer } = await only(agent)
    expect(customer.name).toBe(eve)
    expect(granted(await agent.emitWithAck('ticket.marketing', { ticket: id, from: 0 })).messages).toEqual([])
  })
})

describe('who may write into a thread', () => {
  it('T-2, S13 a stranger who knows its ids opens a linked ticket of their own', async () => {
    const { hub, agent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One' })
    const row = await only(agent)
    await mail(hub, { from: eve, text: 'It is me, Ada. New address!', answers: first })
    expect(await said(agent, row.id)).toEqual(['One'])
    const other = (await rows(agent)).find(({ id }) => id !== row.id)
    expect(other).toMatchObject({ customer: { name: eve } })
    const { follows_id } = await hub.db
      .selectFrom('tickets')
      .select('follows_id')
      .where('id', '=', other?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(follows_id).toBe(row.id)
    await mail(hub, { from: eve, text: 'Hello?', answers: first })
    expect(await rows(agent)).toHaveLength(2)
  })

  it('T-2 whoever was in To or Cc may, under their own name; the answer goes to the customer only', async () => {
    const { hub, agent, sent } = await startMail()
    const first = await mail(hub, { from: ada, text: 'One', cc: [bob] })
    const row = await only(agent)
    await mail(hub, { from: bob, name: 'Bob', text: 'I was there', answers: first })
    expect(await only(agent)).toMatchObject({ id: row.id, customer: { id: row.customer.id } })
    const { events } = await openTicket(agent, row.id)
    expect(events.at(-1)).toMatchObject({ name: 'Bob', text: 'I was there' })
    expect((await only(agent)).answerTo).toBe(ada)
    await reply(agent, row.id, 'Thank you both')
    expect((await sent()).to).toEqual([ada])
  })

  it('T-2, S13 our token joins, whatever else the mail says; a forged one does not', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada, text: 'One' })
    const { id } = await only(agent)
    await reply(agent, id, 'Two')
    const to = (await sent()).headers.get('reply-to') ?? ''
    expect(to).toMatch(/^support\+[a-z2-7]{42}@desk\.example$/)
    await mail(hub, { from: ada, text: 'Three', to, subject: 'Another matter' })
    expect(await said(agent, id)).toEqual(['One', 'Two', 'Three'])
    const forged = to.replace(/\+(.)/, (_, letter: string) => `+${letter === 'a' ? 'b' : 'a'}`)
    await mail(hub, { from: ada, text: 'Four', to: forged })
    expect(await said(agent, id)).toEqual(['One', 'Two', 'Three'])
    expect(await rows(agent)).toHaveLength(2)
  })

  it('S13 our own mail that comes back says nothing new', async () => {
    const { hub, agent, sent } = await startMail()
    await mail(hub, { from: ada, text: 'One' })
    const { id } = await only(agent)
    await reply(agent, id, 'Two')
    const ours = await sent()
    const back = { id: ours.headers.get('message-id') ?? '', text: ours.text }
    await mail(hub, { ...back, from: support, to: ours.headers.get('reply-to') ?? '' })
    await mail(hub, { ...back, from: ada })
    expect(await said(agent, id)).toEqual(['One', 'Two'])
    expect(await rows(agent)).toHaveLength(1)
  })
})
