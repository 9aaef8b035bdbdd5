import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BulkOver } from '../../../server/protocol/bulk.ts'
import type { Action } from '../../../server/protocol/working.ts'
import { seedTickets } from '../../../server/seed/tickets.ts'
import { ended, list } from '../bulk-talk.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, rowOf, send } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
const own = { email: 'support@shop.example', sms: '+4930', whatsapp: '1', instagram: '2', messenger: '3' }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent('support', 'Ulla')).socket
  await seedTickets(hub.db, { tickets: 300, messages: 3, run: 'bulk', now: hub.clock.now(), own, newId: randomUUID })
})
afterAll(() => hub.close())

const newTicket = async () => (await send(await hub.shopper('bulk-search'), 'Hello')).ticket
const count = async (over: BulkOver, action: Action) => granted(await agent.emitWithAck('bulk.count', { over, action }))
async function undo(bulk: string) {
  const heard = hear(agent)
  granted(await agent.emitWithAck('bulk.undo', { bulk }))
  return ended(heard, bulk, 'undone')
}

describe('many tickets at once, of a search', () => {
  it('S-5 S-6 over a search: all that it finds to its end, by words, name, address or number, and no others', async () => {
    const scope = list({ status: 'open' }).list
    const found = async (search: string) => {
      const ids = new Set<string>()
      for (let after: string | null = null; ; ) {
        const page: { found: { row: { id: string } }[]; next: string | null } = granted(
          await agent.emitWithAck('list.search', { ...scope, search, after }),
        )
        for (const { row } of page.found) ids.add(row.id)
        after = page.next
        if (after === null) return ids
      }
    }
    const { id, number } = await rowOf(agent, await newTicket())
    const { name } = await hub.db
      .selectFrom('customers')
      .innerJoin('tickets', 'tickets.customer_id', 'customers.id')
      .select('customers.name')
      .where('tickets.status', '=', 'open')
      .where('tickets.spam', '=', false)
      .orderBy('tickets.number')
      .executeTakeFirstOrThrow()
    for (const search of ['the', 'order', name, 'post.example', `#${number}`, '+4917']) {
      const { total } = await count({ list: scope, search }, { do: 'read' })
      expect([search, total]).toEqual([search, (await found(search)).size])
      expect([search, total]).not.toEqual([search, 0])
    }
    const [theirs] = [await found('order')]
    const counted = await count({ list: scope, search: 'order' }, { do: 'priority', priority: 'high' })
    const late = (await send(await hub.shopper('late-search'), 'My order')).ticket
    const heard = hear(agent)
    granted(await agent.emitWithAck('bulk.run', { bulk: counted.bulk }))
    expect((await ended(heard, counted.bulk)).total).toBe(theirs.size)
    const high = await hub.db.selectFrom('tickets').select('id').where('priority', '=', 'high').execute()
    for (const one of theirs) expect(high).toContainEqual({ id: one })
    expect((await rowOf(agent, late)).priority).toBe('normal')
    expect((await rowOf(agent, id)).priority).toBe('normal')
    expect(await undo(counted.bulk)).toMatchObject({ kept: [] })
  })

  it('S20 a search of nothing, or of too much, is no list', async () => {
    const ask = (search: string) => agent.emitWithAck('bulk.count', { over: list({}, search), action: { do: 'read' } })
    expect(await ask(' ? ')).toMatchObject({ code: 'search_empty' })
    expect(await ask('x'.repeat(10_000))).toMatchObject({ code: 'search_too_long' })
    expect(granted(await ask("'; drop table tickets; --")).total).toBe(0)
  })
})
