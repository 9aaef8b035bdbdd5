import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { httpApi } from '../../../server/protocol/http-api.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, openTicket, reply, send, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let jonas: { id: string; socket: AgentSocket; cookie: string }
let priya: { id: string; socket: AgentSocket; cookie: string }
let ticket: string
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
beforeEach(async () => {
  ;[jonas, priya] = [await hub.agent('support', `Jonas ${++round}`), await hub.agent('admin', `Priya ${round}`)]
  ticket = (await send(await hub.shopper(`mireille-${round}`), 'Hello')).ticket
})
afterAll(() => hub.close())
let round = 0

const opened = async (socket: AgentSocket) => granted(await socket.emitWithAck('desk.open', {}))
const attended = async (socket: AgentSocket) => (await opened(socket)).attended.find((one) => one.ticket === ticket)
const presence = async (socket: AgentSocket, id: string) =>
  (await opened(socket)).agents.find((one) => one.id === id)?.presence

/** Both look at the ticket, and each knows it of the other. */
async function bothLook() {
  const heard = { jonas: hear(jonas.socket), priya: hear(priya.socket) }
  const agents: { id: string; doing: 'viewing' }[] = []
  for (const { id, socket } of [jonas, priya]) {
    socket.emit('viewing', { ticket, visible: true })
    agents.push({ id, doing: 'viewing' })
    for (const page of [heard.jonas, heard.priya]) await told(page, 'ticket.attended', { ticket, agents })
  }
  return heard
}

describe('who is at a ticket', () => {
  it('R-14a is told to every agent, wherever they are, and to whoever comes later', async () => {
    const heard = hear(priya.socket)
    jonas.socket.emit('viewing', { ticket, visible: true })
    // Priya has no ticket open at all: her list shows it.
    await told(heard, 'ticket.attended', { ticket, agents: [{ id: jonas.id, doing: 'viewing' }] })
    const later = await hub.agent()
    expect(await attended(later.socket)).toEqual({ ticket, agents: [{ id: jonas.id, doing: 'viewing' }] })
  })

  it.each([
    ['hides the page', () => jonas.socket.emit('viewing', { ticket, visible: false })],
    ['leaves the ticket', () => jonas.socket.emit('viewing', { ticket: null, visible: true })],
    ['closes the page', () => jonas.socket.disconnect()],
    ['signs out elsewhere', () => hub.post('/api/sign-out', {}, { cookie: jonas.cookie })],
    ['is removed', () => hub.post(`/api/members/${jonas.id}`, { removed: true }, { cookie: priya.cookie }, 'PATCH')],
  ])('R-14a ends when somebody %s', async (_, leave) => {
    const heard = await bothLook()
    await leave()
    const left = { ticket, agents: [{ id: priya.id, doing: 'viewing' }] }
    await eventually(() => expect(heard.priya.map(({ event }) => event)).toContainEqual(left))
    await eventually(async () => expect(await attended(priya.socket)).toEqual(left))
  })

  it('R-14a comes back with the page that is shown again, and goes along to another ticket', async () => {
    const heard = await bothLook()
    jonas.socket.emit('viewing', { ticket, visible: false })
    await told(heard.priya, 'ticket.attended', { ticket, agents: [{ id: priya.id }] })
    jonas.socket.emit('viewing', { ticket, visible: true })
    const other = (await send(await hub.shopper(`other-${round}`), 'Hi')).ticket
    jonas.socket.emit('viewing', { ticket: other, visible: true })
    await told(heard.priya, 'ticket.attended', { ticket: other, agents: [{ id: jonas.id, doing: 'viewing' }] })
    await eventually(async () =>
      expect((await attended(priya.socket))?.agents).toEqual([{ id: priya.id, doing: 'viewing' }]),
    )
  })

  it('R-14a tells of what a page says again and again only once', async () => {
    const heard = await bothLook()
    const before = heard.priya.length
    for (let n = 0; n < 5; n++) jonas.socket.emit('viewing', { ticket, visible: true })
    await openTicket(jonas.socket, ticket)
    await openTicket(priya.socket, ticket)
    expect(heard.priya.slice(before).filter(({ name }) => name === 'ticket.attended')).toEqual([])
  })

  it('R-14a is written in rows: a process that died without a word leaves nobody behind', async () => {
    const heard = hear(priya.socket)
    const dead = randomUUID()
    await sql`insert into processes (id, lease_until) values (${dead}, now() + interval '1 minute')`.execute(hub.db)
    const row = { id: randomUUID(), process_id: dead, kind: 'agent' as const, person_id: jonas.id, ticket_id: ticket }
    await hub.db.insertInto('pages').values(row).execute()
    expect(await attended(priya.socket)).toEqual({ ticket, agents: [{ id: jonas.id, doing: 'viewing' }] })
    await sql`update processes set lease_until = now() - interval '1 second' where id = ${dead}`.execute(hub.db)
    await eventually(
      () => expect(heard).toContainEqual({ name: 'ticket.attended', event: { ticket, agents: [] } }),
      30_000,
    )
    expect(await attended(priya.socket)).toBeUndefined()
  })
})

describe('who writes', () => {
  it('R-14a is told on every page: an answer to the customer too, a note to the team only', async () => {
    const heard = await bothLook()
    const shopper = await hub.shopper(`mireille-${round}`)
    const drawer = hear(shopper)
    jonas.socket.emit('typing', { ticket, on: true, what: 'note' })
    await told(heard.priya, 'ticket.attended', { ticket, agents: [{ id: jonas.id, doing: 'note' }] })
    jonas.socket.emit('typing', { ticket, on: true })
    await told(heard.priya, 'ticket.attended', { ticket, agents: [{ id: jonas.id, doing: 'reply' }] })
    await told(drawer, 'typing', { ticket, on: true })
    jonas.socket.emit('typing', { ticket, on: false })
    await told(drawer, 'typing', { ticket, on: false })
    expect(drawer.filter(({ name }) => name === 'typing')).toHaveLength(2)
    expect((await attended(priya.socket))?.agents).toEqual([
      { id: jonas.id, doing: 'viewing' },
      { id: priya.id, doing: 'viewing' },
    ])
  })

  it('R-14a has stopped once it is not said again, or another ticket is shown', async () => {
    await bothLook()
    const doing = async () => (await attended(priya.socket))?.agents.find(({ id }) => id === jonas.id)?.doing
    jonas.socket.emit('typing', { ticket, on: true })
    await eventually(async () => expect(await doing()).toBe('reply'))
    await hub.advance(8_000)
    expect(await doing()).toBe('viewing')
    jonas.socket.emit('typing', { ticket, on: true })
    await eventually(async () => expect(await doing()).toBe('reply'))
    for (const shown of [null, ticket]) jonas.socket.emit('viewing', { ticket: shown, visible: true })
    await eventually(async () => expect(await doing()).toBe('viewing'))
  })

  it('R-14a is nothing to tell of a ticket that the page does not show', async () => {
    const heard = hear(priya.socket)
    granted(await jonas.socket.emitWithAck('desk.open', {}))
    jonas.socket.emit('typing', { ticket, on: true, what: 'note' })
    await opened(jonas.socket)
    expect(heard.filter(({ name }) => name === 'ticket.attended')).toEqual([])
  })
})

describe('who is there', () => {
  it('is online, away by their own switch, or offline, for every colleague at once (D-4)', async () => {
    const heard = hear(priya.socket)
    expect(await presence(priya.socket, jonas.id)).toBe('online')
    granted(await jonas.socket.emitWithAck('away.set', { away: true }))
    await told(heard, 'agents.changed', { agents: [{ id: jonas.id, presence: 'away' }], gone: [] })
    // It holds over a new session, as the desk gives nothing to somebody who only reloads.
    jonas.socket.disconnect()
    await told(heard, 'agents.changed', { agents: [{ id: jonas.id, presence: 'offline' }] })
    const again = await hub.agentSocket(jonas.cookie)
    await told(heard, 'agents.changed', { agents: [{ id: jonas.id, presence: 'away' }] })
    expect(await presence(again, jonas.id)).toBe('away')
    granted(await again.emitWithAck('away.set', { away: false }))
    expect(await presence(priya.socket, jonas.id)).toBe('online')
  })

  it('stays online while one of several pages is left (D-4)', async () => {
    const second = await hub.agentSocket(jonas.cookie)
    await opened(second)
    jonas.socket.disconnect()
    const pages = () => hub.db.selectFrom('pages').select('id').where('person_id', '=', jonas.id).execute()
    await eventually(async () => expect(await pages()).toHaveLength(1))
    expect(await presence(priya.socket, jonas.id)).toBe('online')
  })

  it('goes by a new name for every colleague at once, and in what they write from then on', async () => {
    const heard = hear(priya.socket)
    const second = await hub.agentSocket(jonas.cookie)
    granted(await jonas.socket.emitWithAck('me.rename', { name: '  Jonas\0 Ekwall-Brandt ' }))
    await told(heard, 'agents.changed', { agents: [{ id: jonas.id, name: 'Jonas Ekwall-Brandt' }], gone: [] })
    // Also on a page that was open all the while.
    await reply(second, ticket, 'Hello')
    const { events } = await openTicket(priya.socket, ticket)
    expect(events.at(-1)).toMatchObject({ type: 'message', name: 'Jonas Ekwall-Brandt' })
    const audited = await hub.db
      .selectFrom('audit_log')
      .select(['action', 'detail'])
      .where('member_id', '=', jonas.id)
      .execute()
    expect(audited).toEqual([
      { action: 'member.rename', detail: { was: `Jonas ${round}`, name: 'Jonas Ekwall-Brandt' } },
    ])
    for (const name of ['', '  ', 'x'.repeat(81)]) {
      expect(await jonas.socket.emitWithAck('me.rename', { name })).toMatchObject({ code: 'bad_request' })
    }
  })

  it('is never the switch of somebody else (SAFETY S7)', async () => {
    granted(await jonas.socket.emitWithAck('away.set', Object.assign({ away: true }, { member: priya.id })))
    expect(await presence(jonas.socket, priya.id)).toBe('online')
  })

  it('S5 a colleague who joins is there for the others at once, and one who is removed is not', async () => {
    const heard = hear(jonas.socket)
    const invited = await hub.post(
      '/api/invitations',
      { email: `new-${round}@desk.example`, role: 'support' },
      { cookie: priya.cookie },
    )
    const { link } = httpApi['POST /api/invitations'].answer.parse(await invited.json())
    const join = { token: link.split('#')[1], name: `New ${round}`, password: 'a long enough one' }
    const { me } = httpApi['POST /api/join'].answer.parse(await (await hub.post('/api/join', join)).json())
    await told(heard, 'agents.changed', { agents: [{ id: me.id, name: `New ${round}`, presence: 'offline' }] })
    const removal = await hub.post(`/api/members/${me.id}`, { removed: true }, { cookie: priya.cookie }, 'PATCH')
    expect(removal.status).toBe(200)
    await eventually(() =>
      expect(heard).toContainEqual({ name: 'agents.changed', event: { agents: [], gone: [me.id] } }),
    )
    expect((await opened(jonas.socket)).agents.map(({ id }) => id)).not.toContain(me.id)
    const assigned = await jonas.socket.emitWithAck('ticket.assign', { ticket, agent: me.id })
    expect(assigned).toEqual({ ok: false, code: 'not_found', retry: false })
  })
})
