import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { entries, granted, hear, load, openTicket, reply, rowOf, send, texts } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let agent: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

type Ask = { ticket: string; after: number; hold?: string }
const sync = async (shopper: ShopperSocket, ask: Ask) => granted(await shopper.emitWithAck('conversation.sync', ask))
const nothing = { conversation: null, events: [], earlier: false, more: false }

describe('the end of a conversation', () => {
  it('W-6a the shopper may end it at any time, once and for all; the agents see who did', async () => {
    const shopper = await hub.shopper('hugo')
    const { ticket } = await send(shopper, 'Hello')
    const shown = entries(shopper)
    for (let n = 0; n < 3; n++) expect(await shopper.emitWithAck('conversation.end', { ticket })).toEqual({ ok: true })
    const { events, row } = await openTicket(agent, ticket)
    expect(row).toMatchObject({ status: 'closed', unread: false })
    const ends = events.filter((event) => event.type === 'status')
    expect(ends).toMatchObject([{ status: 'closed', by: 'customer' }])
    expect(shown).toMatchObject([{ type: 'status', status: 'closed', by: 'customer' }])
  })

  it('W-6a a snoozed one too, and its timer goes with it', async () => {
    const shopper = await hub.shopper('ilse')
    const { ticket } = await send(shopper, 'Hello')
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
    expect(await shopper.emitWithAck('conversation.end', { ticket })).toEqual({ ok: true })
    await hub.advance(120_000)
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'closed', snoozedUntil: null })
    expect(await hub.db.selectFrom('timers').selectAll().where('kind', '=', 'snooze').execute()).toEqual([])
  })

  it('W-6b a page that holds it fetches what it misses, up to and including the end', async () => {
    const shopper = await hub.shopper('jana')
    const { ticket, hold } = await send(shopper, 'Hello')
    const other = await hub.shopper('jana')
    const held = (await load(other)).conversation?.hold
    expect(held).toBe(hold)
    other.disconnect()
    await reply(agent, ticket, 'Missed by the other tab')
    granted(await shopper.emitWithAck('conversation.end', { ticket }))
    const back = await hub.shopper('jana')
    const { conversation, events, more } = await sync(back, { ticket, after: 1, hold })
    expect(conversation).toMatchObject({ ticket, closed: true, last: 3 })
    expect(events.map(({ n, type }) => [n, type])).toEqual([
      [2, 'message'],
      [3, 'status'],
    ])
    expect(more).toBe(false)
    const older = granted(await back.emitWithAck('conversation.older', { ticket, before: 3, hold }))
    expect(texts(older.events)).toEqual(['Hello', 'Missed by the other tab'])
  })

  it('W-6c after the end it is never sent again: not to a reload, not for a wrong hold, not for somebody else’s', async () => {
    const shopper = await hub.shopper('kurt')
    const { ticket, hold } = await send(shopper, 'Hello')
    const { ticket: foreign, hold: foreignHold } = await send(await hub.shopper('lara'), 'Hello')
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    const reloaded = await hub.shopper('kurt')
    expect(await load(reloaded)).toMatchObject(nothing)
    const wrong = [undefined, '', ' ', hold.slice(1), `${hold}A`, hold.toUpperCase(), foreignHold, 'x'.repeat(200)]
    for (const given of wrong) {
      const ask = { ticket, after: 0, ...(given !== undefined && { hold: given }) }
      expect(await sync(reloaded, ask)).toMatchObject(nothing)
      const older = await reloaded.emitWithAck('conversation.older', { ticket, before: 9, hold: given ?? '' })
      expect(older).toEqual({ ok: false, code: 'not_found', retry: false })
    }
    // Even the right hold opens only one's own.
    expect(await sync(reloaded, { ticket: foreign, after: 0, hold: foreignHold })).toMatchObject(nothing)
    const session = await hub.get('/api/hub/session', { authorization: `Bearer ${await hub.token('kurt')}` })
    expect(await session.json()).toMatchObject({ running: false, unread: 0 })
  })

  it('W-6d what the team does in it afterwards reaches no page, held or not', async () => {
    const shopper = await hub.shopper('mads')
    const { ticket, hold } = await send(shopper, 'Hello')
    await openTicket(agent, ticket)
    granted(await shopper.emitWithAck('conversation.end', { ticket }))
    const heard = hear(shopper)
    const { last = 0 } = (await sync(shopper, { ticket, after: 0, hold })).conversation ?? {}
    granted(await agent.emitWithAck('ticket.read', { ticket, n: 99 }))
    granted(await agent.emitWithAck('ticket.assign', { ticket, agent: (await hub.member()).id }))
    agent.emit('typing', { ticket, on: true })
    granted(await shopper.emitWithAck('message.seen', { ticket, n: last }))
    expect(await sync(shopper, { ticket, after: last, hold })).toMatchObject({ events: [], conversation: { last } })
    const { row } = await openTicket(agent, ticket)
    expect(row.last).toBeGreaterThan(last)
    expect(heard).toEqual([])
  })

  it('W-6e nobody opens it again, and the next message starts a new one that a reload shows', async () => {
    const shopper = await hub.shopper('nele')
    const { ticket } = await send(shopper, 'First')
    granted(await shopper.emitWithAck('conversation.end', { ticket }))
    for (const role of ['owner', 'admin', 'manager', 'support'] as const) {
      const { socket } = await hub.agent(role)
      expect(await socket.emitWithAck('ticket.reopen', { ticket })).toMatchObject({ code: 'cannot_reopen' })
      expect(await socket.emitWithAck('ticket.wake', { ticket })).toEqual({ ok: true, step: null })
      const answer = await socket.emitWithAck('reply.send', { ticket, id: randomUUID(), text: 'Still there?' })
      expect(answer).toMatchObject({ code: 'ticket_closed' })
    }
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'closed' })
    const next = await send(shopper, 'Second')
    expect(next.ticket).not.toBe(ticket)
    expect(next.n).toBe(1)
    await eventually(async () => {
      const page = await load(await hub.shopper('nele'))
      expect(page).toMatchObject({ conversation: { ticket: next.ticket, closed: false } })
      expect(texts(page.events)).toEqual(['Second'])
    })
    // Agents find the old one.
    const { customer } = await openTicket(agent, next.ticket)
    const list = { view: 'all', status: 'closed', sort: 'newest', after: null, customer: customer.id } as const
    const { rows } = granted(await agent.emitWithAck('list.read', list))
    expect(rows.map(({ id }) => id)).toEqual([ticket])
  })
})
