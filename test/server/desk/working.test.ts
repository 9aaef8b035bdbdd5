import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Role } from '../../../server/protocol/role.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, hear, load, openTicket, rowOf, send, told, unruly } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let me: { id: string }
let shopper: ShopperSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  const ulla = await hub.agent('support', 'Ulla')
  agent = ulla.socket
  me = { id: ulla.id }
})
afterAll(() => hub.close())

const withId = z.object({ id: z.string() })
let people = 0
async function newTicket() {
  shopper = await hub.shopper(`worked-${++people}`)
  return (await send(shopper, 'Hello')).ticket
}

const desk = async () => granted(await agent.emitWithAck('desk.open', {}))
const lines = async (ticket: string) => (await openTicket(agent, ticket)).events.filter((e) => e.type !== 'message')
const tag = (ticket: string, ...names: string[]) =>
  agent.emitWithAck('ticket.tag', { ticket, add: names.map((name) => ({ name })), remove: [] })

async function keeper(role: Role = 'manager') {
  const { cookie } = await hub.member(role)
  return (method: string, path: string, body: unknown = {}) => hub.post(path, body, { cookie }, method)
}
async function newTeam(name: string, members: string[] = []): Promise<string> {
  const answer = await (await keeper())('POST', '/api/teams', { name, members })
  return withId.parse(await answer.json()).id
}

describe('tags', () => {
  it('D-5a no tag is made for a ticket that is not there', async () => {
    expect(await tag(randomUUID(), 'for nobody')).toMatchObject({ code: 'not_found' })
    expect((await desk()).tags.map(({ name }) => name)).not.toContain('for nobody')
  })

  it('D-5a a name nobody has used becomes a tag, one in capitals or not, and colleagues see it at once', async () => {
    const [one, two] = [await newTicket(), await newTicket()]
    const heard = hear((await hub.agent()).socket)
    granted(await tag(one, '  Damaged   in transit '))
    granted(await tag(two, 'DAMAGED IN TRANSIT', 'returns'))
    await told(heard, 'tags.changed', { tags: [{ name: 'Damaged in transit' }, { name: 'returns' }] })
    await told(heard, 'ticket.changed', { row: { id: one, tags: [{ name: 'Damaged in transit' }] } })
    const names = (await rowOf(agent, two)).tags.map(({ name }) => name)
    expect(names).toEqual(['Damaged in transit', 'returns'])
    expect((await desk()).tags.filter(({ name }) => /damaged/i.test(name))).toHaveLength(1)
  })

  it('D-5a the thread says what was put on and taken off, and by whom; the shopper hears nothing', async () => {
    const ticket = await newTicket()
    granted(await tag(ticket, 'first'))
    const [first] = (await rowOf(agent, ticket)).tags
    const remove = [first?.id ?? '']
    granted(await agent.emitWithAck('ticket.tag', { ticket, add: [{ name: 'second' }], remove }))
    expect(await lines(ticket)).toMatchObject([
      { type: 'tags', added: ['first'], removed: [], name: 'Ulla' },
      { type: 'tags', added: ['second'], removed: ['first'], name: 'Ulla' },
    ])
    expect((await load(shopper)).events).toHaveLength(1)
  })

  it('D-5a many agents who make one tag at the same moment make one', async () => {
    const tickets = await Promise.all(Array.from({ length: 6 }, newTicket))
    const colleagues = await Promise.all(tickets.map(() => hub.agent()))
    const asked = colleagues.map(({ socket }, n) =>
      socket.emitWithAck('ticket.tag', { ticket: tickets[n] ?? '', add: [{ name: 'crowd' }], remove: [] }),
    )
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: true })
    expect((await desk()).tags.filter(({ name }) => name === 'crowd')).toHaveLength(1)
  })

  it('D-5a a tag that is not there, an empty name and too many are refused, and nothing is half done', async () => {
    const ticket = await newTicket()
    const ask = (add: object[], remove: string[] = []) => unruly(agent).ask('ticket.tag', { ticket, add, remove })
    expect(await ask([{ id: randomUUID() }])).toMatchObject({ code: 'not_found' })
    expect(await ask([{ name: ' ' }])).toMatchObject({ code: 'bad_request' })
    expect(await ask([{ name: 'x'.repeat(41) }])).toMatchObject({ code: 'bad_request' })
    expect(await ask(Array.from({ length: 21 }, (_, n) => ({ name: `n${n}` })))).toMatchObject({ code: 'bad_request' })
    granted(await tag(ticket, ...Array.from({ length: 20 }, (_, n) => `n${n}`)))
    expect(await ask([{ name: 'one more' }])).toMatchObject({ code: 'too_many' })
    expect((await rowOf(agent, ticket)).tags).toHaveLength(20)
  })

  it('D-5a, D-7e a manager renames and deletes tags; pages and tickets follow', async () => {
    const ticket = await newTicket()
    granted(await tag(ticket, 'old name', 'other name'))
    const id = (await rowOf(agent, ticket)).tags.find(({ name }) => name === 'old name')?.id ?? ''
    const ask = await keeper()
    const heard = hear(agent)
    expect((await ask('PATCH', `/api/tags/${id}`, { name: 'Other Name' })).status).toBe(400)
    expect((await ask('PATCH', `/api/tags/${id}`, { name: 'new name' })).status).toBe(200)
    await told(heard, 'tags.changed', {})
    expect((await rowOf(agent, ticket)).tags.map(({ name }) => name)).toEqual(['new name', 'other name'])
    expect((await ask('DELETE', `/api/tags/${id}`)).status).toBe(200)
    expect((await ask('DELETE', `/api/tags/${id}`)).status).toBe(404)
    expect((await rowOf(agent, ticket)).tags.map(({ name }) => name)).toEqual(['other name'])
    expect((await (await keeper('support'))('DELETE', `/api/tags/${id}`)).status).toBe(403)
    const audit = await hub.db.selectFrom('audit_log').select('action').where('subject', '=', id).execute()
    expect(audit.map(({ action }) => action)).toEqual(['tag.rename', 'tag.delete'])
  })
})

describe('teams', () => {
  it('D-4a a ticket goes to a team, which leaves it to nobody yet, and back', async () => {
    const returns = await newTeam('Returns', [me.id])
    const ticket = await newTicket()
    granted(await agent.emitWithAck('ticket.assign', { ticket, agent: me.id }))
    const given = granted(await agent.emitWithAck('ticket.assign', { ticket, agent: null, team: returns }))
    expect(await rowOf(agent, ticket)).toMatchObject({ assignee: null, team: { id: returns, name: 'Returns' } })
    if (given.step === null) throw new Error('Nothing was done.')
    granted(await agent.emitWithAck('ticket.undo', { ticket, step: given.step }))
    expect(await rowOf(agent, ticket)).toMatchObject({ assignee: { id: me.id }, team: null })
    expect(await lines(ticket)).toMatchObject([
      { type: 'assigned', to: 'Ulla' },
      { type: 'assigned', team: 'Returns', name: 'Ulla' },
      { type: 'assigned', to: 'Ulla' },
    ])
  })

  it('D-4a, D-7e managers keep teams: names are different, members are members, tickets outlive their team', async () => {
    const ask = await keeper()
    const id = await newTeam('Sizing', [me.id, randomUUID()])
    expect((await desk()).teams.find((team) => team.id === id)).toMatchObject({ name: 'Sizing', members: [me.id] })
    expect((await ask('POST', '/api/teams', { name: 'SIZING', members: [] })).status).toBe(400)
    expect((await ask('PATCH', `/api/teams/${id}`, { members: [], name: 'Sizes' })).status).toBe(200)
    expect((await desk()).teams.find((team) => team.id === id)).toMatchObject({ name: 'Sizes', members: [] })
    const ticket = await newTicket()
    granted(await agent.emitWithAck('ticket.assign', { ticket, team: id }))
    const heard = hear(agent)
    expect((await ask('DELETE', `/api/teams/${id}`)).status).toBe(200)
    await told(heard, 'teams.changed', {})
    expect((await desk()).teams.some((team) => team.id === id)).toBe(false)
    expect(await rowOf(agent, ticket)).toMatchObject({ team: null })
    expect(await agent.emitWithAck('ticket.assign', { ticket, team: id })).toMatchObject({ code: 'not_found' })
  })
})

describe('priority and spam', () => {
  it('S-11 sets the priority, says so in the thread, and takes it back', async () => {
    const ticket = await newTicket()
    const { step } = granted(await agent.emitWithAck('ticket.priority', { ticket, priority: 'high' }))
    expect((await rowOf(agent, ticket)).priority).toBe('high')
    if (step === null) throw new Error('Nothing was done.')
    granted(await agent.emitWithAck('ticket.undo', { ticket, step }))
    expect((await rowOf(agent, ticket)).priority).toBe('normal')
    expect(await lines(ticket)).toMatchObject([
      { type: 'priority', priority: 'high', name: 'Ulla' },
      { type: 'priority', priority: 'normal', name: 'Ulla' },
    ])
    expect(granted(await agent.emitWithAck('ticket.priority', { ticket, priority: 'normal' })).step).toBeNull()
  })

  it('S-8b by hand: it stands only in Spam and in no counter, and nothing goes out; “Not spam” opens it unread', async () => {
    const ticket = await newTicket()
    const before = (await desk()).counts
    granted(await agent.emitWithAck('ticket.spam', { ticket, on: true }))
    const inView = async (view: 'all' | 'spam' | 'unassigned') => {
      const asked = { view, status: 'any', sort: 'newest', after: null } as const
      return granted(await agent.emitWithAck('list.read', asked)).rows.some(({ id }) => id === ticket)
    }
    expect([await inView('all'), await inView('unassigned'), await inView('spam')]).toEqual([false, false, true])
    const during = (await desk()).counts
    expect(during).toMatchObject({ unassigned: before.unassigned - 1, spam: before.spam + 1 })
    expect(during.unread).toBe((before.unread ?? 0) - 1)
    expect((await load(shopper)).events).toHaveLength(1)
    granted(await agent.emitWithAck('ticket.spam', { ticket, on: false }))
    expect(await rowOf(agent, ticket)).toMatchObject({ spam: false, status: 'open', unread: true })
    expect((await desk()).counts).toEqual(before)
    expect(await lines(ticket)).toMatchObject([
      { type: 'spam', on: true, name: 'Ulla' },
      { type: 'spam', on: false, name: 'Ulla' },
    ])
    expect((await load(shopper)).events).toHaveLength(1)
  })

  it('S-8b a snooze of what is marked spam never wakes it', async () => {
    const ticket = await newTicket()
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
    granted(await agent.emitWithAck('ticket.spam', { ticket, on: true }))
    await hub.advance(120_000)
    expect(await rowOf(agent, ticket)).toMatchObject({ spam: true, status: 'open', unread: false })
  })
})

describe('undo', () => {
  it('T-1a a closed web chat is not opened by it; another’s change stays', async () => {
    const ticket = await newTicket()
    const given = granted(await agent.emitWithAck('ticket.assign', { ticket, agent: me.id }))
    const other = await hub.agent('support', 'Vera')
    granted(await other.socket.emitWithAck('ticket.assign', { ticket, agent: other.id }))
    if (given.step === null) throw new Error('Nothing was done.')
    const late = await agent.emitWithAck('ticket.undo', { ticket, step: given.step })
    expect(late).toMatchObject({ code: 'conflict' })
    expect(await rowOf(agent, ticket)).toMatchObject({ assignee: { id: other.id } })
    const closed = granted(await agent.emitWithAck('ticket.close', { ticket }))
    if (closed.step === null) throw new Error('Nothing was done.')
    expect(await agent.emitWithAck('ticket.undo', { ticket, step: closed.step })).toMatchObject({
      code: 'cannot_reopen',
    })
  })

  it('S-1a brings a snooze back with its alarm', async () => {
    const ticket = await newTicket()
    const until = hub.clock.now() + 600_000
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until }))
    const { step } = granted(await agent.emitWithAck('ticket.wake', { ticket }))
    if (step === null) throw new Error('Nothing was done.')
    granted(await agent.emitWithAck('ticket.undo', { ticket, step }))
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'snoozed', snoozedUntil: until })
    await hub.advance(600_000)
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'open', unread: true })
  })

  it('S20 takes no step of somebody’s own making that no ticket could have', async () => {
    const ticket = await newTicket()
    const { step } = granted(await agent.emitWithAck('ticket.priority', { ticket, priority: 'high' }))
    if (step === null) throw new Error('Nothing was done.')
    const ask = (was: object) =>
      agent.emitWithAck('ticket.undo', { ticket, step: { was: { ...step.was, ...was }, is: step.is } })
    expect(await ask({ status: 'snoozed' })).toMatchObject({ code: 'bad_request' })
    expect(await ask({ assignee: randomUUID() })).toMatchObject({ code: 'not_found' })
    expect(await ask({ team: randomUUID() })).toMatchObject({ code: 'not_found' })
    expect(await ask({ tags: [randomUUID()] })).toMatchObject({ code: 'not_found' })
    expect(await rowOf(agent, ticket)).toMatchObject({ priority: 'high', tags: [], team: null, assignee: null })
  })
})

it('S-2 a closed ticket of somebody who has left goes to Unassigned when it is opened again, and says so', async () => {
  const ticket = await newTicket()
  const gone = await hub.member('support', 'Greta')
  granted(await agent.emitWithAck('ticket.assign', { ticket, agent: gone.id }))
  // An account's ticket, which may be opened again.
  await sql`update tickets set channel = 'email', thread_key = ${ticket} where id = ${ticket}`.execute(hub.db)
  granted(await agent.emitWithAck('ticket.close', { ticket }))
  const owner = await hub.member('owner')
  expect((await hub.post(`/api/members/${gone.id}`, { removed: true }, owner, 'PATCH')).status).toBe(200)
  granted(await agent.emitWithAck('ticket.reopen', { ticket }))
  expect(await rowOf(agent, ticket)).toMatchObject({ status: 'open', assignee: null })
  expect((await lines(ticket)).at(-1)).toMatchObject({ type: 'assigned', to: null, left: 'Greta' })
})
