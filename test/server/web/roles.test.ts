import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moment } from '../../../server/store/moment.ts'
import type { fromAgent } from '../../../server/protocol/agent-events.ts'
import { roles } from '../../../server/protocol/role.ts'
import { storedSettings } from '../../../server/protocol/settings.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { granted, openTicket, reply, say, send, told, hear, turnedAway, unruly } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const stored = async (cookie: string) => storedSettings.parse(await (await hub.get('/api/settings', { cookie })).json())

const untouched = {
  status: 'open',
  snoozedUntil: null,
  unread: false,
  spam: false,
  assignee: null,
  team: null,
  priority: 'normal',
  tags: [],
}

/** Every event an agent's page may send, with something to ask; the compiler keeps it complete. */
const asks = (ticket: string, customer: string, agent: string): Record<keyof typeof fromAgent, object> => ({
  'desk.open': {},
  'list.read': { view: 'all', status: 'any', sort: 'newest', after: null },
  'list.search': { view: 'all', status: 'any', search: 'hello', after: null },
  'filters.read': {},
  'views.read': {},
  'view.save': { id: ticket, name: 'Mine', shared: false, shows: { view: 'all', status: 'any', sort: 'newest' } },
  'views.count': { ids: [ticket] },
  'view.delete': { id: ticket },
  'ticket.open': { ticket, after: 0 },
  'ticket.details': { ticket },
  'ticket.older': { ticket, before: 2 },
  'ticket.numbered': { number: 1 },
  viewing: { ticket, visible: true },
  typing: { ticket, on: true },
  'me.rename': { name: 'Somebody' },
  'away.set': { away: true },
  'preferences.change': { sound: true },
  'reply.send': { ticket, ...say('Hello') },
  'note.write': { ticket, ...say('A note'), mentions: [] },
  'macro.list': {},
  'macro.save': { ...aMacro, id: randomUUID(), version: 0 },
  'macro.remove': { macro: randomUUID() },
  'draft.save': { ticket, kind: 'note', text: 'Half a', knew: 1, actions: [], at: hub.clock.now() },
  'draft.read': { ticket },
  'ticket.marketing': { ticket, from: 0 },
  'delivery.retry': { message: randomUUID() },
  'ticket.snooze': { ticket, until: hub.clock.now() + 60_000 },
  'ticket.wake': { ticket },
  'ticket.read': { ticket, n: 1 },
  'ticket.unread': { ticket },
  'ticket.assign': { ticket, agent },
  'ticket.tag': { ticket, add: [{ name: 'returns' }], remove: [] },
  'ticket.priority': { ticket, priority: 'high' },
  'ticket.spam': { ticket, on: false },
  'ticket.moveIn': { ticket, into: randomUUID() },
  'customer.edit': { customer, about: 'Likes blue.' },
  'bulk.count': { over: { tickets: [ticket] }, action: { do: 'read' } },
  'bulk.run': { bulk: randomUUID() },
  'bulk.undo': { bulk: randomUUID() },
  'ticket.undo': { ticket, step: { was: untouched, is: untouched } },
  'customer.unblock': { customer },
  'customer.block': { customer },
  'ticket.close': { ticket },
  'ticket.reopen': { ticket },
})

const aMacro = { shared: false, category: '', name: 'Thanks', text: 'Thank you', actions: [] }

const anArticle = { version: 0, published: false, texts: { en: { title: 'Returns', text: '' } } }

const aWebhook = { events: ['ticket.closed'], channels: ['sms'], withText: false }

/** What the rule book says no to, whoever asks. */
const refusals: Record<string, string> = {
  'ticket.reopen': 'cannot_reopen',
  'ticket.moveIn': 'not_found',
  'bulk.run': 'not_found',
  'bulk.undo': 'not_found',
  'delivery.retry': 'not_found',
}

const noRouting = { roundRobin: false, limit: null, whenAway: { do: 'keep' }, rules: [] }

/** Every route behind a session: whom it lets in, and what it answers to them. */
const routes = (settings: unknown) =>
  [
    ['GET', '/api/members', undefined, ['owner', 'admin'], 200],
    ['POST', '/api/invitations', { email: `${randomUUID()}@desk.example`, role: 'support' }, ['owner', 'admin'], 200],
    ['DELETE', `/api/invitations/${randomUUID()}`, {}, ['owner', 'admin'], 404],
    ['PATCH', `/api/members/${randomUUID()}`, { removed: true }, ['owner', 'admin'], 404],
    ['GET', `/api/mails/${randomUUID()}`, undefined, roles, 404],
    ['GET', `/mail/${randomUUID()}`, undefined, roles, 404],
    ['GET', `/api/attachments/${randomUUID()}`, undefined, roles, 404],
    ['POST', `/api/tickets/${randomUUID()}/replies`, {}, roles, 400],
    ['GET', '/api/teams', undefined, ['owner', 'admin', 'manager'], 200],
    ['POST', '/api/teams', { name: randomUUID(), members: [] }, ['owner', 'admin', 'manager'], 200],
    ['PATCH', `/api/teams/${randomUUID()}`, {}, ['owner', 'admin', 'manager'], 404],
    ['DELETE', `/api/teams/${randomUUID()}`, {}, ['owner', 'admin', 'manager'], 404],
    ['PATCH', `/api/tags/${randomUUID()}`, { name: 'x' }, ['owner', 'admin', 'manager'], 404],
    ['DELETE', `/api/tags/${randomUUID()}`, {}, ['owner', 'admin', 'manager'], 404],
    ['GET', '/api/articles', undefined, ['owner', 'admin'], 200],
    ['PUT', `/api/articles/${randomUUID()}`, anArticle, ['owner', 'admin'], 200],
    ['PUT', '/api/articles/none', anArticle, ['owner', 'admin'], 404],
    ['DELETE', `/api/articles/${randomUUID()}`, {}, ['owner', 'admin'], 404],
    ['POST', '/api/articles/order', { ids: [] }, ['owner', 'admin'], 200],
    ['GET', '/api/routing', undefined, ['owner', 'admin', 'manager'], 200],
    ['PUT', '/api/routing', { version: 9_999, routing: noRouting }, ['owner', 'admin', 'manager'], 409],
    ['GET', '/api/webhooks', undefined, ['owner', 'admin'], 200],
    ['POST', '/api/webhooks', { ...aWebhook, url: 'http://10.0.0.1' }, ['owner', 'admin'], 400],
    ['PATCH', `/api/webhooks/${randomUUID()}`, {}, ['owner', 'admin'], 404],
    ['DELETE', `/api/webhooks/${randomUUID()}`, {}, ['owner', 'admin'], 404],
    ['POST', `/api/webhooks/${randomUUID()}/secret`, {}, ['owner', 'admin'], 404],
    ['POST', `/api/webhooks/${randomUUID()}/test`, {}, ['owner', 'admin'], 404],
    ['GET', `/api/webhooks/${randomUUID()}/deliveries`, undefined, ['owner', 'admin'], 404],
    ['GET', '/api/webhooks/none/deliveries', undefined, ['owner', 'admin'], 404],
    ['GET', '/api/settings', undefined, ['owner', 'admin'], 200],
    ['PUT', '/api/settings', settings, ['owner', 'admin'], 409],
    [
      'POST',
      '/api/settings/foresee',
      { channel: 'sms', sender: '+1', text: '', answers: null },
      ['owner', 'admin'],
      200,
    ],
    ['GET', '/api/settings/install', undefined, ['owner', 'admin'], 200],
    ['POST', '/api/settings/install/check', { page: 'http://127.0.0.1:9/' }, ['owner', 'admin'], 200],
    ['GET', '/api/settings/secrets', undefined, ['owner', 'admin'], 200],
    ['PUT', '/api/settings/secrets', {}, ['owner', 'admin'], 200],
    ['POST', '/api/settings/test', { channel: 'sms' }, ['owner', 'admin'], 200],
    ['POST', '/api/settings/preview', settings, ['owner', 'admin'], 200],
  ] as const

const ask = (method: string, path: string, body: unknown, cookie: string) =>
  method === 'GET' ? hub.get(path, { cookie }) : hub.post(path, body, { cookie }, method)

describe('roles', () => {
  it.each(roles)('D-7a %s may use every event of the desk, on every ticket', async (role) => {
    const { socket, id } = await hub.agent(role)
    const { ticket } = await send(await hub.shopper(`for-${role}`), 'Hello')
    const { customer } = await openTicket(socket, ticket)
    for (const [event, asked] of Object.entries(asks(ticket, customer.id, id))) {
      const code = refusals[event]
      const expected = code === undefined ? { ok: true } : { ok: false, code, retry: false }
      expect([event, await unruly(socket).ask(event, asked)]).toMatchObject([event, expected])
    }
  })

  it.each([...roles, 'nobody', 'a removed member'])('D-7b, D-7d every route lets in whom it may: %s', async (role) => {
    const owner = await hub.member('owner')
    const settings = { ...(await stored(owner.cookie)), version: 0, moments: [] }
    const member = await hub.member(roles.find((one) => one === role) ?? 'owner')
    if (role === 'a removed member') {
      const removal = await hub.post(`/api/members/${member.id}`, { removed: true }, owner, 'PATCH')
      if (!removal.ok) throw new Error(await removal.text())
    }
    const cookie = role === 'nobody' ? '' : member.cookie
    for (const [method, path, body, allowed, status] of routes(settings)) {
      const answer = await ask(method, path, body, cookie)
      const known = roles.find((one) => one === role)
      const expected = known === undefined ? 401 : (allowed as readonly string[]).includes(known) ? status : 403
      expect([method, path, answer.status]).toEqual([method, path, expected])
    }
  })

  it('D-7c nobody without a role enters the desk', async () => {
    expect(await turnedAway(hub.agentSocket(''))).toBe('signed_out')
    const addRole = sql`update members set role = 'guest'`.execute(hub.db)
    await expect(addRole).rejects.toThrow('members_role_check')
  })

  it('D-7d, S7 an admin makes no owner, and unmakes none; the last owner stays', async () => {
    const [admin, owner, other] = [await hub.member('admin'), await hub.member('owner'), await hub.member('support')]
    const change = async (by: { cookie: string }, id: string, body: unknown) =>
      (await (await hub.post(`/api/members/${id}`, body, by, 'PATCH')).json()) as unknown
    const forbidden = { ok: false, code: 'forbidden', retry: false }
    expect(await change(admin, other.id, { role: 'owner' })).toEqual(forbidden)
    expect(await change(admin, owner.id, { role: 'support' })).toEqual(forbidden)
    expect(await change(admin, owner.id, { removed: true })).toEqual(forbidden)
    expect(await change(admin, admin.id, { role: 'owner' })).toEqual(forbidden)
    const invite = await hub.post('/api/invitations', { email: 'o@desk.example', role: 'owner' }, admin)
    expect(await invite.json()).toEqual(forbidden)
    for (const body of [{}, { role: 'king' }, { removed: false }, { role: null }, [], 'owner']) {
      expect(await change(owner, other.id, body)).toEqual({ ok: false, code: 'bad_request', retry: false })
    }
    const owners = await hub.db
      .selectFrom('members')
      .select('id')
      .where('role', '=', 'owner')
      .where('removed_at', 'is', null)
      .execute()
    // All of them go at the same moment, each by their own hand: one has to stay.
    for (const { id } of owners) if (id !== owner.id) await change(owner, id, { removed: true })
    const second = await hub.member('owner')
    const answers = await Promise.all([
      change(owner, owner.id, { role: 'support' }),
      change(second, second.id, { removed: true }),
    ])
    expect(answers).toContainEqual({ ok: true })
    expect(answers).toContainEqual({ ok: false, code: 'last_owner', retry: false })
  })

  it('D-7a, S5 a removed member’s socket is cut and their cookie dead; one with a new role signs in anew', async () => {
    const owner = await hub.member('owner')
    for (const body of [{ removed: true }, { role: 'manager' }]) {
      const { socket, id, cookie } = await hub.agent('support')
      const bystander = await hub.agent('support')
      const cut = new Promise((resolve) => socket.once('disconnect', resolve))
      expect((await hub.post(`/api/members/${id}`, body, owner, 'PATCH')).status).toBe(200)
      await cut
      expect(await turnedAway(hub.agentSocket(cookie))).toBe('signed_out')
      expect(await hub.whoIs(cookie)).toBeNull()
      expect(bystander.socket.connected).toBe(true)
      granted(await bystander.socket.emitWithAck('desk.open', {}))
    }
  })

  it('S5 signing out cuts every page of that session, and nobody else’s', async () => {
    const member = await hub.member('support')
    const [one, two] = [await hub.agentSocket(member.cookie), await hub.agentSocket(member.cookie)]
    const { socket: colleague } = await hub.agent('support')
    const heard = hear(one)
    const cut = Promise.all([one, two].map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))))
    expect((await hub.post('/api/sign-out', {}, { cookie: member.cookie })).status).toBe(200)
    await cut
    const after = heard.length
    const { ticket } = await send(await hub.shopper('after sign-out'), 'Hello')
    const colleagueHeard = hear(colleague)
    await reply(colleague, ticket, 'Hello')
    await told(colleagueHeard, 'ticket.changed', { row: { id: ticket } })
    expect(heard).toHaveLength(after)
    expect(await turnedAway(hub.agentSocket(member.cookie))).toBe('signed_out')
  }, 20_000)

  it('S5 a session that runs out ends its sockets too', async () => {
    const { socket, id, cookie } = await hub.agent('support')
    const cut = new Promise((resolve) => socket.once('disconnect', resolve))
    const past = Date.now() - 1_000
    await hub.db
      .updateTable('sessions')
      .set({ expires_at: moment(past) })
      .where('member_id', '=', id)
      .execute()
    await cut
    expect(await hub.whoIs(cookie)).toBeNull()
  }, 20_000)
})
