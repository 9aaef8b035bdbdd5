import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromAgent } from '../../../server/protocol/agent-events.ts'
import { fromCustomer } from '../../../server/protocol/customer-events.ts'
import { type AgentSocket, type Installation, startInstallation, storefront } from '../installation.ts'
import { entries, granted, hear, load, openTicket, reply, rowOf, say, send, texts, told, unruly } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const hour = 3_600_000

let hub: Installation
let agent: AgentSocket
let me: { id: string; name: string }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  const { socket, id, name } = await hub.agent()
  agent = socket
  me = { id, name }
})
afterAll(() => hub.close())

const ticketsOf = (name: string) =>
  hub.db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .select(['tickets.id', 'tickets.status'])
    .where('customers.shop_id', '=', name)
    .orderBy('tickets.number')
    .execute()

describe('which ticket', () => {
  it('T-1d one conversation for all tabs and devices, which all see it grow', async () => {
    const tabs = await Promise.all([hub.shopper('ida'), hub.shopper('ida'), hub.shopper('ida')])
    const heard = tabs.map(entries)
    const { ticket } = await send(tabs[0], 'From the first')
    await send(tabs[1], 'From the second')
    await reply(agent, ticket, 'To all')
    const thread = ['From the first', 'From the second', 'To all']
    for (const tab of heard) await eventually(() => expect(texts(tab)).toEqual(thread))
    const device = await hub.shopper('ida')
    expect(texts((await load(device)).events)).toEqual(thread)
    expect(await ticketsOf('ida')).toHaveLength(1)
  })

  it('T-1f a queued message that arrives after the close opens a new ticket; a repeat of an earlier one does not', async () => {
    const shopper = await hub.shopper('jonas')
    const before = say('Before the end')
    const first = granted(await shopper.emitWithAck('message.send', before))
    await agent.emitWithAck('ticket.close', { ticket: first.ticket })
    expect(await shopper.emitWithAck('message.send', before)).toEqual(first)
    expect(await ticketsOf('jonas')).toEqual([{ id: first.ticket, status: 'closed' }])
    const queued = await send(shopper, 'Written on the train')
    expect(await ticketsOf('jonas')).toEqual([
      { id: first.ticket, status: 'closed' },
      { id: queued.ticket, status: 'open' },
    ])
    expect(texts((await openTicket(agent, queued.ticket)).events)).toEqual(['Written on the train'])
  })

  it('T-1g a close and messages at the same moment leave one live ticket at most, and every message in its place', async () => {
    const shopper = await hub.shopper('kaja')
    let { ticket } = await send(shopper, 'Start')
    for (let round = 0; round < 5; round++) {
      const [, ...answers] = await Promise.all([
        agent.emitWithAck('ticket.close', { ticket }),
        ...[1, 2, 3].map((n) => send(shopper, `${round}.${n}`)),
      ])
      const live = (await ticketsOf('kaja')).filter(({ status }) => status !== 'closed')
      expect(live.length).toBeLessThanOrEqual(1)
      ticket = answers.find((answer) => answer.ticket !== ticket)?.ticket ?? (await send(shopper, 'Next')).ticket
    }
  })

  it('T-7a a message ends the snooze: open, unread, same assignee, told; T-7c an answer leaves it snoozed', async () => {
    const shopper = await hub.shopper('lena')
    const { ticket } = await send(shopper, 'Later is fine')
    await agent.emitWithAck('ticket.assign', { ticket, agent: me.id })
    await agent.emitWithAck('ticket.read', { ticket, n: 1 })
    const until = hub.clock.now() + 2 * hour
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until }))
    await reply(agent, ticket, 'I look into it')
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'snoozed', snoozedUntil: until, unread: false })
    const heard = hear(agent)
    await send(shopper, 'Now it is urgent')
    const woken = { status: 'open', snoozedUntil: null, unread: true, assignee: me }
    await told(heard, 'ticket.changed', { row: { id: ticket, ...woken } })
    await hub.advance(3 * hour)
    const { events } = await openTicket(agent, ticket)
    expect(events.filter((event) => event.type === 'status').map(({ status, by }) => [status, by])).toEqual([
      ['snoozed', 'agent'],
      ['open', 'customer'],
    ])
  })

  it('T-9a, T-10a no agent can start a ticket, and nobody can delete one', async () => {
    const shopper = await hub.shopper('mio')
    const { ticket, hold } = await send(shopper, 'Here I am')
    const { customer } = await openTicket(agent, ticket)
    const ids = async () =>
      (await hub.db.selectFrom('tickets').select('id').orderBy('id').execute()).map(({ id }) => id)
    const before = await ids()
    const stranger = randomUUID()
    for (const target of [stranger, customer.id, ticket]) {
      const asks = {
        ticket: target,
        customer: target,
        agent: null,
        after: null,
        view: 'all',
        status: 'any',
        sort: 'newest',
        before: 2,
        n: 1,
        until: hub.clock.now() + hour,
        visible: true,
        on: true,
        hold,
        ...say('Hello'),
      }
      for (const event of Object.keys(fromAgent)) {
        const ask = event === 'ticket.open' ? { ...asks, after: 0 } : asks
        unruly(agent).emit(event, ask, () => undefined)
      }
      for (const event of Object.keys(fromCustomer)) {
        if (event !== 'message.send') unruly(shopper).emit(event, { ...asks, after: 0 })
      }
      // Answered after all of the above were at least begun; the last ones may still run.
      await agent.emitWithAck('desk.open', {})
    }
    await eventually(async () => expect((await ticketsOf('mio')).map(({ status }) => status)).toEqual(['closed']))
    expect(await ids()).toEqual(before)
    await agent.emitWithAck('customer.unblock', { customer: customer.id })
  })

  it('T-11a a shopper who writes becomes a customer, T-11b and later the same one; looking makes nobody a customer', async () => {
    const known = () =>
      hub.db.selectFrom('customers').select(['id', 'name', 'email', 'shop_id']).where('shop_id', '=', 'nora').execute()
    const looking = await hub.shopper('nora')
    await load(looking)
    await looking.emitWithAck('conversation.sync', { ticket: randomUUID(), after: 3 })
    looking.emit('presence', { visible: true })
    await hub.get('/api/hub/session', { authorization: `Bearer ${await hub.token('nora')}`, origin: storefront })
    expect(await known()).toEqual([])
    await Promise.all([send(looking, 'One'), send(await hub.shopper('nora'), 'Two')])
    const [nora, ...others] = await known()
    expect(nora).toMatchObject({ name: 'nora', email: 'nora@post.example' })
    expect(others).toEqual([])
    const renamed = await hub.shopper('nora', { token: await hub.token('nora', { name: 'Nora N.' }) })
    await send(renamed, 'Three')
    expect(await known()).toEqual([{ ...nora, name: 'Nora N.' }])
  })
})
