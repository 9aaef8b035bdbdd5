import { createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { channelNames } from '../../../server/protocol/channel.ts'
import { hookEvents } from '../../../server/protocol/hook-events.ts'
import { hookBody, hookDelivery, hookResult, type NewWebhook, webhook } from '../../../server/protocol/webhooks.ts'
import { sql } from 'kysely'
import { moment } from '../../../server/store/moment.ts'
import { eventually } from '../../eventually.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { type Got, startReceiver } from '../receiver.ts'
import { granted, openTicket, reply, send } from '../talk.ts'

const made = z.object({ id: z.uuid(), secret: z.string() })
const hour = 3_600_000

/** A desk with an owner, and hands for its webhooks. */
async function begin(...given: Parameters<typeof startInstallation>) {
  const hub = await startInstallation(...given)
  onTestFinished(() => hub.close())
  await hub.settings()
  const owner = await hub.agent('owner', 'Olga')
  const at = (path: string, method: string, body: unknown = {}) =>
    method === 'GET'
      ? hub.get(`/api/webhooks${path}`, { cookie: owner.cookie })
      : hub.post(`/api/webhooks${path}`, body, { cookie: owner.cookie }, method)
  return {
    hub,
    owner,
    ask: async (path: string, method: string, body?: unknown): Promise<unknown> =>
      (await at(path, method, body)).json(),
    add: async (url: string, hook: Partial<NewWebhook> = {}) => {
      const whole = { url, events: [...hookEvents], channels: [...channelNames], withText: false, ...hook }
      return made.parse(await (await at('', 'POST', whole)).json())
    },
    list: async () => z.object({ webhooks: z.array(webhook) }).parse(await (await at('', 'GET')).json()).webhooks,
    last: async (id: string) =>
      z.object({ deliveries: z.array(hookDelivery) }).parse(await (await at(`/${id}/deliveries`, 'GET')).json())
        .deliveries,
  }
}

const bodyOf = ({ body }: Got) => hookBody.parse(JSON.parse(body))
it('D-9 the README shows a body as its schema has it', async () => {
  const readme = await readFile('README.md', 'utf8')
  const shown = [...readme.matchAll(/```json\n(\{ "id"[^`]+)```/g)].map(([, json]): unknown => JSON.parse(json ?? ''))
  expect(shown.map((body) => hookBody.safeParse(body).success)).toEqual([true])
  for (const event of hookEvents) expect(readme).toContain(`\`${event}\``)
})

const eventsOf = (got: readonly Got[]) => got.map((one) => bodyOf(one).event)
const tickets = (hub: Installation) => hub.db.selectFrom('webhook_deliveries').selectAll().execute()

describe('a webhook', () => {
  it('D-9 is told what happens to a ticket, in the words of its schema, signed, and no text', async () => {
    const { hub, owner, add } = await begin()
    const receiver = await startReceiver()
    const { secret } = await add(receiver.url)
    const shopper = await hub.shopper('ada')
    const { ticket } = await send(shopper, 'My secret wish')
    // Into a running conversation, which goes its own quick way.
    await send(shopper, 'And another')
    granted(await owner.socket.emitWithAck('ticket.assign', { ticket, agent: owner.id }))
    await reply(owner.socket, ticket, 'Of course')
    granted(await owner.socket.emitWithAck('ticket.close', { ticket }))
    await eventually(() => expect(receiver.got).toHaveLength(5))
    const bodies = receiver.got.map(bodyOf)
    expect(bodies.map(({ event }) => event).toSorted()).toEqual(
      ['ticket.opened', 'message.received', 'message.received', 'ticket.assigned', 'ticket.closed'].toSorted(),
    )
    const of = (event: string) => bodies.find((one) => one.event === event)
    const olga = { id: owner.id, name: 'Olga' }
    expect(of('ticket.opened')).toMatchObject({
      customer: { name: 'ada' },
      ticket: {
        id: ticket,
        channel: 'web_chat',
        status: 'open',
        assignee: null,
        url: `${hub.url}/inbox/all/${ticket}`,
      },
    })
    expect(of('ticket.assigned')).toMatchObject({ agent: olga, ticket: { assignee: olga, team: null } })
    expect(of('ticket.closed')).toMatchObject({ by: 'agent', agent: olga, ticket: { status: 'closed' } })
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(5)
    for (const { body, headers } of receiver.got) {
      expect(body).not.toMatch(/wish|another|Of course|subject/)
      const [, seconds, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['customer-hub-signature'])) ?? []
      expect(v1).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'))
      expect(Math.abs(Date.now() / 1_000 - Number(seconds))).toBeLessThan(600)
      expect(headers['customer-hub-id']).toBe(bodyOf({ body, headers, path: '' }).id)
    }
  })

  it('D-9 is told of the events and channels it wants only, with the text where a merchant ticked that', async () => {
    const { hub, owner, add } = await begin()
    const [wordy, other] = [await startReceiver(), await startReceiver()]
    await add(wordy.url, { events: ['message.received'], withText: true })
    await add(other.url, { channels: ['sms'] })
    const { ticket } = await send(await hub.shopper('ada'), 'Hello')
    granted(await owner.socket.emitWithAck('ticket.close', { ticket }))
    await eventually(() => expect(wordy.got).toHaveLength(1))
    expect(bodyOf(wordy.got[0] ?? { path: '', headers: {}, body: '' })).toMatchObject({ message: { text: 'Hello' } })
    expect(await tickets(hub)).toHaveLength(1)
    expect(other.got).toEqual([])
  })

  it('D-9, S-9 is told nothing of whoever is blocked', async () => {
    const { hub, owner, add } = await begin()
    const receiver = await startReceiver()
    await add(receiver.url)
    const shopper = await hub.shopper('ada')
    const { ticket } = await send(shopper, 'Hello')
    const { customer } = await openTicket(owner.socket, ticket)
    granted(await owner.socket.emitWithAck('customer.block', { customer: customer.id }))
    await eventually(() => expect(eventsOf(receiver.got)).toContain('ticket.closed'))
    await send(shopper, 'Are you there?')
    await openTicket(owner.socket, ticket)
    expect((await tickets(hub)).map(({ event }) => event).toSorted()).toEqual([
      'message.received',
      'ticket.closed',
      'ticket.opened',
    ])
  })
})

describe('a delivery', () => {
  it('D-9 goes again under the same id until it arrives, and says so', async () => {
    const { hub, add, last, list } = await begin()
    let status = 500
    const receiver = await startReceiver(() => ({ status }))
    const { id } = await add(receiver.url, { events: ['message.received'] })
    await send(await hub.shopper('ada'), 'Hello')
    const queued = { state: 'queued', status: 500, attempts: 1, next: hub.clock.now() + 5_000 }
    await eventually(async () => expect(await last(id)).toMatchObject([queued]))
    expect((await list())[0]?.failingSince).not.toBeNull()
    status = 204
    await hub.advance(5_000)
    await eventually(async () => expect(await last(id)).toMatchObject([{ state: 'sent', status: 204, attempts: 2 }]))
    const [one, two] = receiver.got.map(bodyOf)
    expect(one).toEqual(two)
    expect((await list())[0]?.failingSince).toBeNull()
  })

  it('D-9 that fails for three days switches its webhook off, and it is told again once it is on', async () => {
    const { hub, add, list, last, ask } = await begin()
    let status = 503
    const receiver = await startReceiver(() => ({ status }))
    const { id } = await add(receiver.url, { events: ['message.received'] })
    const shopper = await hub.shopper('ada')
    await send(shopper, 'One')
    await eventually(async () => expect(await last(id)).toMatchObject([{ state: 'queued', status: 503 }]))
    await hub.db
      .updateTable('webhooks')
      .set({ failing_since: moment(hub.clock.now() - 72 * hour) })
      .execute()
    await hub.advance(5_000)
    await eventually(async () => expect(await list()).toMatchObject([{ off: 'failing' }]))
    expect(await last(id)).toMatchObject([{ state: 'failed', next: null }])
    await send(shopper, 'Two')
    expect(await last(id)).toHaveLength(1)
    status = 200
    await ask(`/${id}`, 'PATCH', { on: true })
    await send(shopper, 'Three')
    await eventually(async () => expect((await last(id))[0]).toMatchObject({ state: 'sent' }))
    expect(await list()).toMatchObject([{ off: null, failingSince: null }])
  })

  it('D-9 to an address that is gone is not tried again', async () => {
    const { hub, add, list, last } = await begin()
    const receiver = await startReceiver(() => ({ status: 410 }))
    const { id } = await add(receiver.url)
    await send(await hub.shopper('ada'), 'Hello')
    await eventually(async () => expect(await list()).toMatchObject([{ off: 'gone' }]))
    await eventually(async () => expect((await last(id)).map(({ state }) => state)).toEqual(['failed', 'failed']))
    await hub.advance(hour)
    expect(receiver.got.length).toBeLessThanOrEqual(2)
  })

  it('D-9 whose process died in the middle goes again; with two processes each goes once', async () => {
    const { hub, add, last } = await begin()
    const receiver = await startReceiver()
    const second = await hub.secondProcess()
    const { id } = await add(receiver.url, { events: ['message.received'] })
    const shopper = await hub.shopper('ada')
    const other = await hub.shopper('bo', { at: second.url })
    await Promise.all(Array.from({ length: 20 }, (_, n) => send(n % 2 === 0 ? shopper : other, `Message ${n}`)))
    await eventually(() => expect(receiver.got).toHaveLength(20))
    await eventually(async () => expect((await last(id)).every(({ state }) => state === 'sent')).toBe(true))
    expect(new Set(receiver.got.map((got) => bodyOf(got).id)).size).toBe(20)
    await second.close()
    await sql`update webhook_deliveries set state = 'queued', attempt_at = now(), claimed_by = null
      where event_id = (select event_id from webhook_deliveries limit 1)`.execute(hub.db)
    await eventually(() => expect(receiver.got).toHaveLength(21))
    expect(new Set(receiver.got.map((got) => bodyOf(got).id)).size).toBe(20)
  })

  it('D-9 to a slow program holds up no other and no customer’s answer', async () => {
    const { hub, add } = await begin()
    const slow = await startReceiver(() => null)
    const quick = await startReceiver()
    await add(slow.url, { events: ['message.received'] })
    await add(quick.url, { events: ['message.received'] })
    const shopper = await hub.shopper('ada')
    for (let n = 0; n < 12; n++) await send(shopper, `Message ${n}`)
    await eventually(() => expect(quick.got).toHaveLength(12))
    expect(slow.got.length).toBeLessThanOrEqual(2)
    await slow.close()
  })
})

describe('a merchant', () => {
  it('D-9 sends a test and hears what was heard, also while the webhook is off', async () => {
    const { add, ask, last } = await begin()
    const receiver = await startReceiver(() => ({ status: 418 }))
    const { id } = await add(receiver.url)
    await ask(`/${id}`, 'PATCH', { on: false })
    const heard = hookResult.parse(await ask(`/${id}/test`, 'POST'))
    expect(heard).toMatchObject({ status: 418, trouble: null })
    expect(eventsOf(receiver.got)).toEqual(['test'])
    expect(await last(id)).toEqual([])
  })

  it('D-9 sees the secret once, and gets another; nothing that is read or logged has it', async () => {
    const { hub, ask, add, list } = await begin()
    const receiver = await startReceiver()
    const { id, secret } = await add(receiver.url)
    const renewed = made.parse(await ask(`/${id}/secret`, 'POST'))
    expect(renewed.secret).not.toBe(secret)
    await ask(`/${id}/test`, 'POST')
    const [got] = receiver.got
    const seconds = /t=(\d+)/.exec(String(got?.headers['customer-hub-signature']))?.[1]
    const right = createHmac('sha256', renewed.secret).update(`${seconds}.${got?.body}`).digest('hex')
    expect(got?.headers['customer-hub-signature']).toContain(right)
    const audit = await hub.db.selectFrom('audit_log').selectAll().execute()
    const kept = await hub.db.selectFrom('webhooks').selectAll().execute()
    const all = JSON.stringify([await list(), audit, kept.map((row) => [row, row.secret.toString('utf8')])])
    for (const one of [secret, renewed.secret]) expect(all).not.toContain(one)
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['webhook.create', 'webhook.secret']))
  })

  it('D-9, S11 keeps ten at most, each where one may be, and forgets one with all that waits for it', async () => {
    const { hub, ask, add, list } = await begin()
    const bad = { url: 'https://10.0.0.1/', events: ['ticket.closed'], channels: ['sms'], withText: false }
    expect(await ask('', 'POST', bad)).toMatchObject({ ok: false, code: 'bad_address' })
    const receiver = await startReceiver(() => ({ status: 500 }))
    const { id } = await add(receiver.url)
    expect(await ask(`/${id}`, 'PATCH', { url: 'http://shop.example' })).toMatchObject({ code: 'bad_address' })
    await ask(`/${id}`, 'PATCH', { events: ['message.received'], withText: true })
    expect(await list()).toMatchObject([{ events: ['message.received'], withText: true, url: receiver.url }])
    await Promise.allSettled(Array.from({ length: 12 }, () => add(receiver.url, { events: ['ticket.closed'] })))
    expect(await list()).toHaveLength(10)
    await send(await hub.shopper('ada'), 'Hello')
    expect(await tickets(hub)).toHaveLength(1)
    expect(await ask(`/${id}`, 'DELETE')).toEqual({ ok: true })
    expect(await tickets(hub)).toEqual([])
    expect(await list()).toHaveLength(9)
    expect(await ask(`/${id}`, 'DELETE')).toMatchObject({ code: 'not_found' })
  })

  it('S11 in production no program on the desk’s own machine is told', async () => {
    const { ask } = await begin(undefined, { production: true, publicUrl: null })
    const here = { url: 'http://127.0.0.1:9', events: ['ticket.closed'], channels: ['sms'], withText: false }
    expect(await ask('', 'POST', here)).toMatchObject({ ok: false, code: 'bad_address' })
  })
})
