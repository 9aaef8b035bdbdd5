import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ticketRow } from '../../server/protocol/ticket.ts'
import { threadEvent } from '../../server/protocol/thread.ts'
import { seedTickets } from '../../server/seed/tickets.ts'
import { type AgentSocket, type Installation, startInstallation } from './installation.ts'
import { granted } from './talk.ts'

let hub: Installation
let agent: { id: string; socket: AgentSocket }
const own = { email: 'support@shop.example', sms: '+4930', whatsapp: '1', instagram: '2', messenger: '3' }

beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = await hub.agent()
  for (const run of ['one', 'two']) {
    const now = hub.clock.now()
    await seedTickets(hub.db, { tickets: 300, messages: 9, run, now, own, newId: randomUUID })
  }
})
afterAll(() => hub.close())

it('S-4b invented tickets are counted like any other', async () => {
  const rows = await hub.db.selectFrom('tickets').select(['status', 'unread', 'spam', 'assignee_id']).execute()
  const open = rows.filter(({ status, spam }) => status === 'open' && !spam)
  const { counts } = granted(await agent.socket.emitWithAck('desk.open', {}))
  expect(rows).toHaveLength(600)
  expect(counts).toEqual({
    unread: open.filter(({ unread }) => unread).length,
    unassigned: open.filter(({ assignee_id: who }) => who === null).length,
    mine: open.filter(({ assignee_id: who }) => who === agent.id).length,
    mentions: 0,
    spam: rows.filter(({ status, spam }) => spam && status !== 'closed').length,
  })
})

it('D-2a invented tickets open with a whole log, whatever their channel', async () => {
  const ask = { view: 'all', status: 'any', sort: 'newest' } as const
  const { rows } = granted(await agent.socket.emitWithAck('list.read', { ...ask, after: null }))
  expect(new Set(rows.map(({ channel }) => channel)).size).toBe(6)
  for (const row of rows) {
    const { events } = granted(await agent.socket.emitWithAck('ticket.open', { ticket: row.id, after: 0 }))
    expect(ticketRow.parse(row).last).toBe(events.length)
    expect(events.map((event) => threadEvent.parse(event).n)).toEqual(events.map((_, at) => at + 1))
  }
})
