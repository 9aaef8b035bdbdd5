import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, reply, say, send, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const drafted = (ticket: string, text: string, ago = 0, kind: 'reply' | 'note' = 'reply') => ({
  ticket,
  kind,
  text,
  knew: 1,
  actions: [],
  at: hub.clock.now() - ago,
})
const save = async (agent: AgentSocket, draft: ReturnType<typeof drafted>) =>
  granted(await agent.emitWithAck('draft.save', draft))
const draftsOf = async (agent: AgentSocket, ticket: string) =>
  granted(await agent.emitWithAck('draft.read', { ticket })).drafts

it('R-14 what an agent writes is there on their other devices, and nobody else’s business', async () => {
  const { socket, cookie } = await hub.agent('support', 'Ada')
  const other = await hub.agentSocket(cookie)
  const colleague = (await hub.agent('owner', 'Bo')).socket
  const [there, elsewhere] = [hear(other), hear(colleague)]
  const { ticket } = await send(await hub.shopper('anna'), 'Hello')
  await save(socket, drafted(ticket, 'A new pl', 2_000))
  await save(socket, drafted(ticket, 'A note', 2_000, 'note'))
  await told(there, 'draft.changed', { ticket, kind: 'reply', text: 'A new pl', knew: 1 })
  expect(await draftsOf(other, ticket)).toHaveLength(2)
  expect(granted(await other.emitWithAck('desk.open', {})).drafts).toEqual([ticket])
  expect(await draftsOf(colleague, ticket)).toEqual([])
  expect(granted(await colleague.emitWithAck('desk.open', {})).drafts).toEqual([])
  expect(elsewhere.filter(({ name }) => name === 'draft.changed')).toEqual([])
})

it('the newest holds, whichever device it comes from, and a clock that is ahead wins nothing', async () => {
  const { socket, cookie } = await hub.agent()
  const other = await hub.agentSocket(cookie)
  const { ticket } = await send(await hub.shopper('berta'), 'Hello')
  await save(socket, drafted(ticket, 'Second', 1_000))
  await save(other, drafted(ticket, 'First', 5_000))
  expect(await draftsOf(socket, ticket)).toMatchObject([{ text: 'Second' }])
  await save(other, drafted(ticket, '', 5_000))
  expect(await draftsOf(socket, ticket)).toMatchObject([{ text: 'Second' }])
  await save(other, drafted(ticket, 'From next year', -365 * 24 * 3_600_000))
  await save(socket, drafted(ticket, 'Right after it'))
  expect(await draftsOf(socket, ticket)).toMatchObject([{ text: 'Right after it' }])
  await save(other, drafted(ticket, ' '))
  expect(await draftsOf(socket, ticket)).toEqual([])
})

it('a sent reply removes the draft it was, and leaves what was written since', async () => {
  const { socket, cookie } = await hub.agent()
  const there = hear(await hub.agentSocket(cookie))
  const { ticket } = await send(await hub.shopper('carla'), 'Hello')
  const first = drafted(ticket, 'It left yest', 2_000)
  await save(socket, first)
  await save(socket, drafted(ticket, 'A note stays', 2_000, 'note'))
  granted(await socket.emitWithAck('reply.send', { ticket, ...say('It left yesterday'), written: first.at }))
  await told(there, 'draft.changed', { ticket, kind: 'reply', text: '', at: first.at })
  expect(await draftsOf(socket, ticket)).toMatchObject([{ kind: 'note' }])
  await save(socket, drafted(ticket, 'Next', 1_000))
  granted(await socket.emitWithAck('reply.send', { ticket, ...say('Late from the outbox'), written: first.at }))
  expect(await draftsOf(socket, ticket)).toMatchObject([{ kind: 'note' }, { text: 'Next' }])
})

it('a ticket that is none is refused, and a member who is removed leaves nothing behind', async () => {
  const owner = await hub.member('owner')
  const { socket, id } = await hub.agent()
  const answer = await socket.emitWithAck('draft.save', drafted(randomUUID(), 'Where?'))
  expect(answer).toEqual({ ok: false, code: 'not_found', retry: false })
  const { ticket } = await send(await hub.shopper('dilara'), 'Hello')
  await save(socket, drafted(ticket, 'Half a sentence'))
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  await hub.post(`/api/members/${id}`, { removed: true }, owner, 'PATCH')
  await gone
  await eventually(async () =>
    expect(await hub.db.selectFrom('drafts').selectAll().where('member_id', '=', id).execute()).toEqual([]),
  )
  await reply((await hub.agent()).socket, ticket, 'Nothing is in the way')
})
