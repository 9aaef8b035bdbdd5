import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import type { SavedChoice } from '../../../server/protocol/saved-view.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { manyTickets } from '../many-tickets.ts'
import { granted, hear, told } from '../talk.ts'

let hub: Installation
let manager: { id: string; name: string; socket: AgentSocket }
let agent: { id: string; name: string; socket: AgentSocket }
beforeAll(async () => {
  hub = await startInstallation()
  manager = await hub.agent('manager')
  agent = await hub.agent()
})
afterAll(() => hub.close())

const shows: SavedChoice = { ...usualChoice('all'), view: 'all', read: 'unread', channels: ['sms'], sort: 'waiting' }
const namesOf = async (socket: AgentSocket) =>
  granted(await socket.emitWithAck('views.read', {})).views.map((view) => view.name)

describe('a saved view', () => {
  it('S-5 comes back as it was saved, to its owner only', async () => {
    const id = randomUUID()
    granted(await agent.socket.emitWithAck('view.save', { id, name: ' SMS, unread ', shared: false, shows }))
    const { views } = granted(await agent.socket.emitWithAck('views.read', {}))
    expect(views).toEqual([{ id, name: 'SMS, unread', shared: false, by: { id: agent.id, name: agent.name }, shows }])
    expect(await namesOf(manager.socket)).toEqual([])
    const foreign = { ok: false, code: 'not_found', retry: false }
    const taken = { id, name: 'Mine now', shared: false, shows }
    expect(await manager.socket.emitWithAck('view.save', taken)).toEqual(foreign)
    expect(await manager.socket.emitWithAck('view.delete', { id })).toEqual(foreign)
    expect(granted(await manager.socket.emitWithAck('views.count', { ids: [id] })).counts).toEqual([])
    granted(await agent.socket.emitWithAck('view.delete', { id }))
    expect(await namesOf(agent.socket)).toEqual([])
  })

  it('S-5 D-7 that is shared is everybody’s at once, and changed by manager and up', async () => {
    const id = randomUUID()
    const heard = hear(agent.socket)
    const view = { id, name: 'The team’s', shared: true, shows }
    expect(await agent.socket.emitWithAck('view.save', view)).toEqual({ ok: false, code: 'forbidden', retry: false })
    granted(await manager.socket.emitWithAck('view.save', view))
    await told(heard, 'views.changed', {})
    expect(await namesOf(agent.socket)).toEqual(['The team’s'])
    const refused = { ok: false, code: 'forbidden', retry: false }
    expect(await agent.socket.emitWithAck('view.save', { ...view, name: 'Mine' })).toEqual(refused)
    expect(await agent.socket.emitWithAck('view.save', { ...view, shared: false })).toEqual(refused)
    expect(await agent.socket.emitWithAck('view.delete', { id })).toEqual(refused)
    const later = hear(agent.socket)
    granted(await manager.socket.emitWithAck('view.save', { ...view, shared: false }))
    // Those who lose it are told, too.
    await told(later, 'views.changed', {})
    expect(await namesOf(agent.socket)).toEqual([])
    expect(await namesOf(manager.socket)).toEqual(['The team’s'])
    granted(await manager.socket.emitWithAck('view.delete', { id }))
  })

  it('I4 that is private is told of to its owner’s pages only', async () => {
    const heard = hear(manager.socket)
    const own = hear(agent.socket)
    granted(await agent.socket.emitWithAck('view.save', { id: randomUUID(), name: 'Quiet', shared: false, shows }))
    await told(own, 'views.changed', {})
    expect(await namesOf(manager.socket)).toEqual([])
    expect(heard).toEqual([])
  })

  it('S-5 is counted up to 99 and one more, as its viewer sees it', async () => {
    await manyTickets(hub.db, 400, [agent.id, manager.id], hub.clock.now() - 3_600_000)
    const [all, mine] = [randomUUID(), randomUUID()]
    const plain = { ...usualChoice('all'), view: 'all' } as const
    const save = (id: string, body: SavedChoice) =>
      manager.socket.emitWithAck('view.save', { id, name: id, shared: true, shows: body })
    granted(await save(all, plain))
    granted(await save(mine, { ...plain, assignee: { kind: 'me' }, channels: ['sms'], status: 'open' }))
    for (const { id, socket } of [agent, manager]) {
      const counted = granted(await socket.emitWithAck('views.count', { ids: [all, mine, randomUUID()] })).counts
      const rows = await hub.db
        .selectFrom('tickets')
        .select('id')
        .where('assignee_id', '=', id)
        .where('channel', '=', 'sms')
        .where('status', '=', 'open')
        .where('spam', '=', false)
        .execute()
      expect(new Map(counted.map((one) => [one.id, one.n]))).toEqual(
        new Map([
          [all, 100],
          [mine, rows.length],
        ]),
      )
      expect(rows.length).toBeGreaterThan(0)
    }
  })

  it('S-5 opens when what it asks for is gone, or was written by another version', async () => {
    const id = randomUUID()
    const lost: SavedChoice = { ...shows, tags: [randomUUID()], assignee: { kind: 'team', id: randomUUID() } }
    granted(await agent.socket.emitWithAck('view.save', { id, name: 'Lost', shared: false, shows: lost }))
    const list = { ...lost, folded: [], after: null }
    expect(granted(await agent.socket.emitWithAck('list.read', list)).rows).toEqual([])
    const before = await namesOf(agent.socket)
    await hub.db.updateTable('saved_views').set({ body: '{"view":"attic"}' }).where('id', '=', id).execute()
    expect(await namesOf(agent.socket)).toEqual(before.filter((name) => name !== 'Lost'))
  })

  it('refuses a view without a name, with too long a one, and the hundred-and-first', async () => {
    const bad = { ok: false, code: 'bad_request', retry: false }
    for (const name of ['', ' \0 ', 'x'.repeat(61)])
      expect(await agent.socket.emitWithAck('view.save', { id: randomUUID(), name, shared: false, shows })).toEqual(bad)
    const { socket } = await hub.agent()
    const save = () => socket.emitWithAck('view.save', { id: randomUUID(), name: 'One more', shared: false, shows })
    for (let n = 0; n < 100; n++) granted(await save())
    expect(await save()).toEqual({ ok: false, code: 'too_many', retry: false })
  })
})
