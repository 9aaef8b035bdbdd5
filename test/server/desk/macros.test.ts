import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Macro } from '../../../server/protocol/macro.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, openTicket, rowOf, say, send, texts, told } from '../talk.ts'

let hub: Installation
let support: Awaited<ReturnType<Installation['agent']>>
let manager: typeof support
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  support = await hub.agent('support', 'Ada')
  manager = await hub.agent('manager', 'Bo')
})
afterAll(() => hub.close())

const aMacro = (given: Partial<Macro> = {}): Macro => ({
  id: randomUUID(),
  shared: false,
  category: 'Returns',
  name: 'Label',
  text: 'Here is your label.',
  actions: [],
  version: 0,
  ...given,
})
const save = (by: typeof support, macro: Macro) => by.socket.emitWithAck('macro.save', macro)
const listOf = async (agent: AgentSocket) => granted(await agent.emitWithAck('macro.list', {})).macros
const refused = (code: string) => ({ ok: false, code, retry: false })

it('R-9a macros stand by category and name, shared ones for all, own ones for their writer', async () => {
  const elsewhere = hear(support.socket)
  const shared = aMacro({ shared: true, category: 'Shipping', name: 'Late' })
  const own = aMacro({ name: 'Mine' })
  granted(await save(manager, shared))
  granted(await save(manager, own))
  granted(await save(support, aMacro({ name: 'Theirs' })))
  await told(elsewhere, 'macros.changed', {})
  expect((await listOf(manager.socket)).map(({ name }) => name)).toEqual(['Mine', 'Late'])
  expect((await listOf(support.socket)).map(({ name }) => name)).toEqual(['Theirs', 'Late'])
  // Nobody touches what is another's, and it looks as if it were not there.
  expect(await save(support, { ...own, version: 1 })).toEqual(refused('not_found'))
  expect(await support.socket.emitWithAck('macro.remove', { macro: own.id })).toEqual(refused('not_found'))
})

it('D-7d support writes own macros and no shared ones', async () => {
  const shared = aMacro({ shared: true })
  expect(await save(support, shared)).toEqual(refused('forbidden'))
  const own = aMacro()
  granted(await save(support, own))
  expect(await save(support, { ...own, shared: true, version: 1 })).toEqual(refused('forbidden'))
  granted(await save(manager, shared))
  expect(await support.socket.emitWithAck('macro.remove', { macro: shared.id })).toEqual(refused('forbidden'))
  granted(await manager.socket.emitWithAck('macro.remove', { macro: shared.id }))
  granted(await manager.socket.emitWithAck('macro.remove', { macro: shared.id }))
  const audit = await hub.db.selectFrom('audit_log').select('action').where('subject', '=', shared.id).execute()
  expect(audit.map(({ action }) => action)).toEqual(['macro.save', 'macro.remove'])
})

it('of two who edit one macro the second is told; the same save again is no other', async () => {
  const macro = aMacro({ shared: true, name: 'Both' })
  expect(granted(await save(manager, macro)).version).toBe(1)
  expect(granted(await save(manager, macro)).version).toBe(1)
  granted(await save(manager, { ...macro, name: 'First', version: 1 }))
  expect(await save(manager, { ...macro, name: 'Second', version: 1 })).toEqual(refused('conflict'))
})

it('R-9b the desk refuses an answer that holds a variable raw', async () => {
  const { ticket } = await send(await hub.shopper('anna'), 'Hello')
  const raw = { ticket, ...say('About your order {{order.number}}') }
  expect(await support.socket.emitWithAck('reply.send', raw)).toEqual(refused('unfilled'))
  granted(await support.socket.emitWithAck('reply.send', { ...raw, text: 'About your order 20871' }))
})

it('R-9c what a macro does is done with the answer, once, and in its order', async () => {
  const { ticket } = await send(await hub.shopper('berta'), 'Broken')
  const answer = {
    ticket,
    ...say('A new one leaves tomorrow'),
    actions: [
      { do: 'tag' as const, add: [{ name: 'Replacement' }], remove: [] },
      { do: 'priority' as const, priority: 'high' as const },
      { do: 'assign' as const, agent: support.id },
      { do: 'close' as const },
    ],
  }
  const first = granted(await support.socket.emitWithAck('reply.send', answer))
  expect(await support.socket.emitWithAck('reply.send', answer)).toEqual(first)
  const { row, events } = await openTicket(manager.socket, ticket)
  expect(row).toMatchObject({ status: 'closed', priority: 'high', assignee: { id: support.id } })
  expect(row.tags.map(({ name }) => name)).toEqual(['Replacement'])
  expect(texts(events)).toEqual(['Broken', 'A new one leaves tomorrow'])
  expect(events.slice(-5).map(({ type }) => type)).toEqual(['message', 'tags', 'priority', 'assigned', 'status'])
})

it('R-9c what cannot be done any more holds no words back', async () => {
  const { ticket } = await send(await hub.shopper('carla'), 'Hello')
  const actions = [
    { do: 'assign' as const, agent: randomUUID() },
    { do: 'snooze' as const, until: hub.clock.now() - 1 },
    { do: 'priority' as const, priority: 'high' as const },
  ]
  granted(await support.socket.emitWithAck('reply.send', { ticket, ...say('All the same'), actions }))
  expect(await rowOf(support.socket, ticket)).toMatchObject({ status: 'open', assignee: null, priority: 'high' })
})

it('R-9c does the same with an answer that has files', async () => {
  const { ticket } = await send(await hub.shopper('dilara'), 'Hello')
  const form = new FormData()
  form.set('id', randomUUID())
  form.set('text', 'With a picture {{customer.name}}')
  form.set('actions', 'no list')
  const post = async () => {
    const headers = { cookie: manager.cookie, origin: hub.url, 'x-hub': '1' }
    const answer = await fetch(`${hub.url}/api/tickets/${ticket}/replies`, { method: 'POST', headers, body: form })
    return (await answer.json()) as unknown
  }
  expect(await post()).toEqual(refused('bad_request'))
  form.set('actions', JSON.stringify([{ do: 'close' }]))
  expect(await post()).toEqual(refused('unfilled'))
})
