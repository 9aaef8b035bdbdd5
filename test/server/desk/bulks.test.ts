import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BulkOver } from '../../../server/protocol/bulk.ts'
import type { Action } from '../../../server/protocol/working.ts'
import { seedTickets } from '../../../server/seed/tickets.ts'
import { ended, list } from '../bulk-talk.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, type Heard, openTicket, rowOf, send, told, unruly } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let agent: AgentSocket
let me: { id: string; cookie: string }
const own = { email: 'support@shop.example', sms: '+4930', whatsapp: '1', instagram: '2', messenger: '3' }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  const ulla = await hub.agent('support', 'Ulla')
  agent = ulla.socket
  me = ulla
  await seedTickets(hub.db, { tickets: 600, messages: 3, run: 'bulk', now: hub.clock.now(), own, newId: randomUUID })
})
afterAll(() => hub.close())

let people = 0
const newTickets = (n: number) =>
  Promise.all(
    Array.from({ length: n }, async () => (await send(await hub.shopper(`bulk-${++people}`), 'Hello')).ticket),
  )

const count = async (over: BulkOver, action: Action, by = agent) =>
  granted(await by.emitWithAck('bulk.count', { over, action }))

async function run(over: BulkOver, action: Action, by = agent) {
  const heard = hear(by)
  const { bulk, total, chats } = await count(over, action, by)
  granted(await by.emitWithAck('bulk.run', { bulk }))
  return { bulk, total, chats, heard, became: await ended(heard, bulk) }
}

async function undo({ bulk, heard }: { bulk: string; heard: Heard[] }, by = agent) {
  granted(await by.emitWithAck('bulk.undo', { bulk }))
  return ended(heard, bulk, 'undone')
}

const linesOf = async (ticket: string) => (await openTicket(agent, ticket)).events.map((event) => event.type)

describe('many tickets at once', () => {
  it('S-5 says the number and the web chats before, touches those it counted and no others', async () => {
    const tickets = await newTickets(4)
    const counted = await count({ tickets }, { do: 'close' })
    expect(counted).toMatchObject({ total: 4, chats: 4 })
    // One was closed and one came since it was counted.
    granted(await agent.emitWithAck('ticket.close', { ticket: tickets[0] ?? '' }))
    const [late = ''] = await newTickets(1)
    const heard = hear(agent)
    granted(await agent.emitWithAck('bulk.run', { bulk: counted.bulk }))
    expect(await ended(heard, counted.bulk)).toMatchObject({ total: 4, changed: 3, already: 1, skipped: [] })
    for (const ticket of tickets) expect((await rowOf(agent, ticket)).status).toBe('closed')
    expect((await rowOf(agent, late)).status).toBe('open')
  })

  it('T-1a undo leaves closed web chats closed and says why', async () => {
    const tickets = await newTickets(2)
    const done = await run({ tickets }, { do: 'close' })
    expect(await undo(done)).toMatchObject({ undone: 0, kept: [{ code: 'cannot_reopen', n: 2 }] })
  })

  it('S-5 over a filter: everything it holds at that moment, however it changes on the way, and back again', async () => {
    const before = await hub.db.selectFrom('tickets').select(['id', 'priority', 'unread', 'status']).execute()
    const filter = list({ channels: ['email', 'sms'] })
    const expected = await hub.db
      .selectFrom('tickets')
      .select('id')
      .where('channel', 'in', ['email', 'sms'])
      .where('spam', '=', false)
      .where('priority', '=', 'normal')
      .execute()
    const colleague = (await hub.agent()).socket
    const quiet = hear(colleague)
    const done = await run(filter, { do: 'priority', priority: 'high' })
    expect(done.total).toBeGreaterThan(200)
    expect(done.became.changed).toBe(expected.length)
    expect(done.became.changed + done.became.already).toBe(done.total)
    // Pages are not drowned: some rows, and a hint to read the list anew.
    await told(quiet, 'tickets.changed', {})
    expect(quiet.filter(({ name }) => name === 'ticket.changed').length).toBeLessThan(150)
    const undone = await undo(done)
    expect(undone).toMatchObject({ undone: done.became.changed, kept: [] })
    const after = await hub.db.selectFrom('tickets').select(['id', 'priority', 'unread', 'status']).execute()
    const byId = new Map(before.map((ticket) => [ticket.id, ticket]))
    for (const ticket of after) expect(ticket).toEqual(byId.get(ticket.id))
  })

  it('S-5 undo keeps what somebody has changed since', async () => {
    const tickets = await newTickets(3)
    const done = await run({ tickets }, { do: 'assign', agent: me.id })
    const other = await hub.agent('support', 'Vera')
    const [first = ''] = tickets
    granted(await other.socket.emitWithAck('ticket.assign', { ticket: first, agent: other.id }))
    expect(await undo(done)).toMatchObject({ undone: 2, kept: [{ code: 'conflict', n: 1 }] })
    expect((await rowOf(agent, first)).assignee).toMatchObject({ id: other.id })
    expect((await rowOf(agent, tickets[1] ?? '')).assignee).toBeNull()
  })

  it('D-5 every action there is works on many: tags new and old, spam, snooze, reopen, read and unread', async () => {
    const tickets = await newTickets(2)
    const until = hub.clock.now() + 3_600_000
    const actions: [Action, object][] = [
      [{ do: 'tag', add: [{ name: 'in bulk' }], remove: [] }, { tags: [{ name: 'in bulk' }] }],
      [{ do: 'read' }, { unread: false }],
      [{ do: 'unread' }, { unread: true }],
      [
        { do: 'snooze', until },
        { status: 'snoozed', snoozedUntil: until },
      ],
      [{ do: 'wake' }, { status: 'open' }],
      [
        { do: 'spam', on: true },
        { spam: true, unread: false },
      ],
      [
        { do: 'spam', on: false },
        { spam: false, unread: true },
      ],
      [{ do: 'priority', priority: 'high' }, { priority: 'high' }],
    ]
    for (const [action, shown] of actions) {
      const { became } = await run({ tickets }, action)
      expect([action, became]).toMatchObject([action, { did: action.do, changed: 2, skipped: [] }])
      for (const ticket of tickets) expect(await rowOf(agent, ticket)).toMatchObject(shown)
    }
    await run({ tickets }, { do: 'close' })
    const reopened = await run({ tickets }, { do: 'reopen' })
    expect(reopened.became).toMatchObject({ changed: 0, skipped: [{ code: 'cannot_reopen', n: 2 }] })
    expect((await openTicket(agent, tickets[0] ?? '')).events.filter(({ type }) => type === 'tags')).toHaveLength(1)
  })

  it('S-5 two agents over the same tickets at once: each ticket ends as one of them wanted, and its log says how', async () => {
    const tickets = await newTickets(12)
    const vera = await hub.agent('support', 'Vera 2')
    const [mine, theirs] = await Promise.all([
      run({ tickets }, { do: 'assign', agent: me.id }),
      run({ tickets }, { do: 'assign', agent: vera.id }, vera.socket),
    ])
    expect([mine.became.changed, theirs.became.changed]).toEqual([12, 12])
    for (const ticket of tickets) {
      const { row, events } = await openTicket(agent, ticket)
      const given = events.flatMap((event) => (event.type === 'assigned' ? (event.to ?? '') : []))
      expect(given.toSorted()).toEqual(['Ulla', 'Vera 2'])
      expect(row.assignee?.name).toBe(given.at(-1))
    }
  })

  it('S20 foreign ids, none, the same twice, and somebody else’s bulk', async () => {
    const [ticket = ''] = await newTickets(1)
    expect(await count({ tickets: [ticket, ticket, randomUUID()] }, { do: 'read' })).toMatchObject({ total: 1 })
    const ask = (over: object) => unruly(agent).ask('bulk.count', { over, action: { do: 'read' } })
    for (const over of [
      {},
      { tickets: [] },
      { tickets: ['x'] },
      { list: {} },
      { tickets: Array(1_001).fill(ticket) },
    ]) {
      expect(await ask(over)).toMatchObject({ code: 'bad_request' })
    }
    const { bulk } = await count({ tickets: [ticket] }, { do: 'read' })
    const other = (await hub.agent()).socket
    expect(await other.emitWithAck('bulk.run', { bulk })).toMatchObject({ code: 'not_found' })
    expect(await other.emitWithAck('bulk.undo', { bulk })).toMatchObject({ code: 'not_found' })
    expect(await agent.emitWithAck('bulk.undo', { bulk })).toMatchObject({ code: 'conflict' })
    const heard = hear(agent)
    // Run twice is run once.
    granted(await agent.emitWithAck('bulk.run', { bulk }))
    granted(await agent.emitWithAck('bulk.run', { bulk }))
    await ended(heard, bulk)
    granted(await agent.emitWithAck('bulk.run', { bulk }))
    const gone = await run({ tickets: [ticket] }, { do: 'assign', agent: randomUUID() })
    expect(gone.became).toMatchObject({ changed: 0, skipped: [{ code: 'not_found', n: 1 }] })
  })

  it('S5 whoever is removed on the way does nothing more', async () => {
    const tickets = await newTickets(3)
    const gone = await hub.agent('support', 'Gone')
    const { bulk } = await count({ tickets }, { do: 'close' }, gone.socket)
    // Removed between the word and the deed.
    const owner = await hub.member('owner')
    expect((await hub.post(`/api/members/${gone.id}`, { removed: true }, owner, 'PATCH')).status).toBe(200)
    await hub.db.updateTable('bulks').set({ state: 'running' }).where('id', '=', bulk).execute()
    await eventually(async () => {
      const { state } = await hub.db
        .selectFrom('bulks')
        .select('state')
        .where('id', '=', bulk)
        .executeTakeFirstOrThrow()
      expect(state).toBe('done')
    })
    const rows = await hub.db.selectFrom('bulk_tickets').select(['state', 'code']).where('bulk_id', '=', bulk).execute()
    expect(rows).toEqual(tickets.map(() => ({ state: 'skipped', code: 'forbidden' })))
    for (const ticket of tickets) expect((await rowOf(agent, ticket)).status).toBe('open')
  })

  it('S-5 a desk that is stopped on the way goes on where it was', async () => {
    const { bulk, total } = await count(list({}), { do: 'tag', add: [{ name: 'everything' }], remove: [] })
    granted(await agent.emitWithAck('bulk.run', { bulk }))
    await hub.restart()
    agent = await hub.agentSocket(me.cookie)
    await eventually(async () => {
      const { state } = await hub.db
        .selectFrom('bulks')
        .select('state')
        .where('id', '=', bulk)
        .executeTakeFirstOrThrow()
      expect(state).toBe('done')
    }, 20_000)
    const lines = await hub.db
      .selectFrom('events')
      .innerJoin('bulk_tickets as b', (join) =>
        join.onRef('b.ticket_id', '=', 'events.ticket_id').on('b.bulk_id', '=', bulk),
      )
      .select('events.ticket_id')
      .where('events.type', '=', 'tags')
      .where('events.data', '@>', JSON.stringify({ added: ['everything'] }))
      .execute()
    expect(lines).toHaveLength(total)
    expect(new Set(lines.map((line) => line.ticket_id)).size).toBe(total)
  }, 30_000)
})

it('S-2 whoever is removed leaves their live tickets to Unassigned, each with a line that says so', async () => {
  const tickets = await newTickets(3)
  const greta = await hub.member('support', 'Greta')
  for (const ticket of tickets) granted(await agent.emitWithAck('ticket.assign', { ticket, agent: greta.id }))
  const [open = '', snoozed = '', closed = ''] = tickets
  granted(await agent.emitWithAck('ticket.snooze', { ticket: snoozed, until: hub.clock.now() + 3_600_000 }))
  granted(await agent.emitWithAck('ticket.close', { ticket: closed }))
  const owner = await hub.member('owner', 'Olga')
  const heard = hear(agent)
  expect((await hub.post(`/api/members/${greta.id}`, { removed: true }, owner, 'PATCH')).status).toBe(200)
  await told(heard, 'ticket.changed', { row: { id: open, assignee: null } })
  await told(heard, 'ticket.changed', { row: { id: snoozed, assignee: null, status: 'snoozed' } })
  expect((await openTicket(agent, open)).events.at(-1)).toMatchObject({
    type: 'assigned',
    to: null,
    left: 'Greta',
    name: 'Olga',
  })
  // Done is done; it goes when it is opened again.
  expect((await rowOf(agent, closed)).assignee).toMatchObject({ name: 'Greta' })
  expect(await linesOf(closed)).not.toContain('left')
  expect(await agent.emitWithAck('ticket.assign', { ticket: open, agent: greta.id })).toMatchObject({
    code: 'not_found',
  })
})
