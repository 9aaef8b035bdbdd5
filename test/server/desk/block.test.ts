import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { entries, granted, hear, load, openTicket, reply, rowOf, say, send, texts, told } from '../talk.ts'

const always = { days: Array.from({ length: 7 }, () => [{ start: 0, end: 1440 }]), holidays: [] }

let hub: Installation
let agent: AgentSocket
let bystander: ShopperSocket
let calls = 0
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, officeHours: always } }))
  agent = (await hub.agent()).socket
  bystander = await hub.shopper('bystander')
})
afterAll(() => hub.close())

/** A shopper with an open ticket before an agent's eyes, and then blocked. */
async function blocked(name: string) {
  const shopper = await hub.shopper(name)
  const shown = entries(shopper)
  const { ticket } = await send(shopper, 'Before')
  const { row } = await openTicket(agent, ticket)
  agent.emit('viewing', { ticket, visible: true })
  granted(await agent.emitWithAck('customer.block', { customer: row.customer.id }))
  return { shopper, shown, ticket, customer: row.customer.id }
}

/** Something that everybody is told, so that whatever was told before it has arrived. */
async function afterwards(heard: ReturnType<typeof hear>) {
  const text = `Call ${++calls}`
  const { ticket } = await send(bystander, text)
  await told(heard, 'ticket.changed', { row: { id: ticket, preview: { text } } })
  return heard.filter((one) => !JSON.stringify(one).includes(ticket) && one.name !== 'counts.changed')
}

describe('a blocked customer', () => {
  it('S-9a their live tickets close as read, S-9b and the shopper sees the end of the conversation', async () => {
    const { shown, ticket, shopper } = await blocked('olaf')
    const row = await rowOf(agent, ticket)
    expect(row).toMatchObject({ status: 'closed', unread: false, customer: { blocked: true } })
    await send(shopper, 'What now?')
    expect(shown.map(({ type }) => type)).toEqual(['message', 'message', 'status'])
    expect(shown.at(-1)).toMatchObject({ type: 'status', status: 'closed', name: null })
  })

  it('S-9c later messages are kept in the closed ticket and acknowledged as usual, without an automatic answer', async () => {
    const { shopper, ticket } = await blocked('petra')
    const message = say('You cannot do that')
    const first = granted(await shopper.emitWithAck('message.send', message))
    const second = await send(shopper, 'Really')
    expect(Object.keys(first).sort()).toEqual(['at', 'hold', 'n', 'ok', 'ticket'])
    expect(first).toMatchObject({ n: 1 })
    expect(second).toMatchObject({ n: 2, ticket: first.ticket })
    expect(first.ticket).not.toBe(ticket)
    expect(await shopper.emitWithAck('message.send', message)).toEqual(first)
    const { events, row } = await openTicket(agent, ticket)
    expect(texts(events).slice(-2)).toEqual(['You cannot do that', 'Really'])
    expect(row).toMatchObject({ status: 'closed', unread: false })
    expect(await rowsOf(row.customer.id)).toHaveLength(1)
  })

  it('S-9d nothing of it is pushed to anybody, and no row or counter moves', async () => {
    const { shopper, ticket, customer } = await blocked('quirin')
    await afterwards(hear(agent))
    const before = await rowOf(agent, ticket)
    const { counts } = granted(await agent.emitWithAck('desk.open', {}))
    const [toAgent, toShopper, toTab] = [hear(agent), hear(shopper), hear(await hub.shopper('quirin'))]
    await hub.advance(60_000)
    shopper.emit('typing', { on: true })
    await send(shopper, 'Listen to me')
    shopper.emit('typing', { on: true })
    await send(shopper, 'Answer')
    expect(await afterwards(toAgent)).toEqual([])
    expect([...toShopper, ...toTab]).toEqual([])
    expect(await rowsOf(customer)).toEqual([{ ...before, last: before.last + 2 }])
    const { counts: after } = granted(await agent.emitWithAck('desk.open', {}))
    expect(after).toEqual(counts)
  })

  it('S-9e their words are gone after a reload, wherever they look', async () => {
    const { shopper } = await blocked('rosa')
    const { ticket, hold } = await send(shopper, 'Hello?')
    for (const page of [shopper, await hub.shopper('rosa')]) {
      expect(await load(page)).toMatchObject({ conversation: null, events: [] })
      const asked = { ticket, after: 0, hold }
      expect(granted(await page.emitWithAck('conversation.sync', asked))).toMatchObject({
        conversation: null,
        events: [],
      })
    }
    const authorization = `Bearer ${await hub.token('rosa')}`
    const session = await hub.get('/api/hub/session', { authorization })
    expect(await session.json()).toEqual({ ok: true, chat: true, running: false, unread: 0 })
  })

  it('S-9f ending and reading the conversation that is none answers as any other does', async () => {
    const { shopper } = await blocked('sven')
    const { ticket, n } = await send(shopper, 'Hello?')
    expect(await shopper.emitWithAck('message.seen', { ticket, n })).toEqual({ ok: true })
    expect(await shopper.emitWithAck('conversation.end', { ticket })).toEqual({ ok: true })
    expect(await shopper.emitWithAck('conversation.end', { ticket })).toEqual({ ok: true })
    const other = await hub.shopper('somebody else')
    expect(await other.emitWithAck('conversation.end', { ticket })).toMatchObject({ code: 'not_found' })
    expect(await shopper.emitWithAck('conversation.end', { ticket: randomUUID() })).toMatchObject({ code: 'not_found' })
  })

  it('S-9g one without a ticket on the channel gets one that is closed from birth', async () => {
    const shopper = await hub.shopper('tilda')
    const { ticket } = await send(shopper, 'Before')
    const { row } = await openTicket(agent, ticket)
    const { id } = row.customer
    granted(await agent.emitWithAck('customer.block', { customer: id }))
    // As if the customer had been known by another channel only.
    await hub.db
      .updateTable('tickets')
      .set({ thread_key: 'another', channel: 'email' })
      .where('id', '=', ticket)
      .execute()
    await afterwards(hear(agent))
    const heard = hear(agent)
    await send(shopper, 'Into the dark')
    await send(shopper, 'And again')
    expect(await afterwards(heard)).toEqual([])
    const born = (await rowsOf(id)).filter((one) => one.id !== ticket)
    expect(born).toMatchObject([{ status: 'closed', unread: false, last: 2 }])
  })

  it('S-9h unblocking affects only later messages', async () => {
    const { shopper, ticket, customer } = await blocked('ute')
    await send(shopper, 'Lost')
    granted(await agent.emitWithAck('customer.unblock', { customer }))
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'closed', unread: false })
    const { ticket: fresh } = await send(shopper, 'Found')
    const { events, row } = await openTicket(agent, fresh)
    expect(row).toMatchObject({ status: 'open', unread: true, customer: { blocked: false } })
    expect(texts(events)[0]).toBe('Found')
    expect(texts((await load(shopper)).events)[0]).toBe('Found')
  })

  it('R-5a cannot be answered', async () => {
    const { ticket } = await blocked('vito')
    const answer = await agent.emitWithAck('reply.send', { ticket, ...say('Hello') })
    expect(answer).toEqual({ ok: false, code: 'customer_blocked', retry: false })
    await expect(reply(agent, ticket, 'Hello')).rejects.toThrow('customer_blocked')
  })
})

const rowsOf = async (customer: string) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null, customer }))
    .rows
