import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { fromCustomer } from '../../../server/protocol/customer-events.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { entries, granted, type Heard, hear, load, openTicket, reply, say, send, texts, told, unruly } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let victim: ShopperSocket
let stranger: ShopperSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
  victim = await hub.shopper('victim')
  stranger = await hub.shopper('stranger')
})
afterAll(() => hub.close())

/** Everything that is kept about a ticket. */
const kept = async (ticket: string) => ({
  ticket: await hub.db.selectFrom('tickets').selectAll().where('id', '=', ticket).execute(),
  events: await hub.db.selectFrom('events').selectAll().where('ticket_id', '=', ticket).orderBy('seq').execute(),
  messages: await hub.db.selectFrom('messages').selectAll().where('ticket_id', '=', ticket).orderBy('id').execute(),
})

const refusal = { ok: false, code: 'not_found', retry: false }
const nothing = { ok: true, conversation: null, events: [], earlier: false, more: false, hours: null }

/** What each event answers to somebody who names a ticket of another shopper; the compiler keeps it complete. */
type Question = { ask: Record<string, unknown>; answer: unknown }
const questions = (ticket: string, hold: string, message: string): Record<keyof typeof fromCustomer, Question[]> => ({
  'conversation.sync': [
    { ask: { ticket, after: 0 }, answer: nothing },
    { ask: { ticket, after: 0, hold }, answer: nothing },
    { ask: { ticket, after: 1, hold }, answer: nothing },
  ],
  'conversation.older': [{ ask: { ticket, before: 2, hold }, answer: refusal }],
  'message.send': [
    { ask: { id: message, ticket, text: 'Mine' }, answer: { ok: false, code: 'id_taken', retry: false } },
  ],
  'file.links': [{ ask: { ticket, message, hold }, answer: refusal }],
  'message.seen': [{ ask: { ticket, n: 1 }, answer: refusal }],
  'satisfaction.ask': [{ ask: { ticket, hold }, answer: { ok: true, ask: false } }],
  'satisfaction.give': [{ ask: { ticket, hold, score: 5, comment: '' }, answer: refusal }],
  'conversation.end': [{ ask: { ticket }, answer: refusal }],
  'address.leave': [
    { ask: { ticket, email: 'x@post.example' }, answer: { ok: false, code: 'not_ours', retry: false } },
  ],
  typing: [{ ask: { ticket, on: true }, answer: { ok: true } }],
  presence: [{ ask: { ticket, visible: true }, answer: { ok: true } }],
})

describe('another shopper', () => {
  it.each(['open', 'snoozed', 'closed'])(
    'P-1a gets nothing by any event from a ticket that is %s, and changes nothing',
    async (status) => {
      const message = say('My secret')
      const { ticket, hold } = granted(await victim.emitWithAck('message.send', message))
      await reply(agent, ticket, 'Your secret is safe')
      const until = hub.clock.now() + 60_000
      if (status === 'snoozed') granted(await agent.emitWithAck('ticket.snooze', { ticket, until }))
      if (status === 'closed') granted(await agent.emitWithAck('ticket.close', { ticket }))
      await openTicket(agent, ticket)
      const before = await kept(ticket)
      const heard = [hear(victim), hear(agent), hear(stranger)]
      for (const [event, asked] of Object.entries(questions(ticket, hold, message.id))) {
        for (const { ask, answer } of asked)
          expect([event, await unruly(stranger).ask(event, ask)]).toEqual([event, answer])
      }
      expect(await kept(ticket)).toEqual(before)
      const ofThread = ({ name }: Heard) => name === 'thread.event' || name === 'typing'
      expect(heard.map((page) => page.filter(ofThread))).toEqual([[], [], []])
      granted(await agent.emitWithAck('ticket.close', { ticket }))
    },
  )

  it('I4 is told nothing of it, whatever happens there, and not even a number betrays the team', async () => {
    const heard = hear(stranger)
    const { ticket } = await send(victim, 'Hello')
    const { customer } = await openTicket(agent, ticket)
    agent.emit('typing', { ticket, on: true })
    await reply(agent, ticket, 'One')
    granted(await agent.emitWithAck('ticket.assign', { ticket, agent: (await hub.member()).id }))
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
    granted(await agent.emitWithAck('ticket.wake', { ticket }))
    await reply(agent, ticket, 'Two')
    granted(await victim.emitWithAck('message.seen', { ticket, n: 3 }))
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    granted(await agent.emitWithAck('customer.unblock', { customer: customer.id }))
    const { ticket: own } = await send(stranger, 'Mine')
    await told(heard, 'thread.event', { ticket: own })
    expect(JSON.stringify(heard)).not.toContain(ticket)
    expect(heard.map(({ name }) => name)).toEqual(['thread.event'])
  })

  it('P-1b the shopper’s own view has a number for every entry they may see, and no gap where they may not', async () => {
    const shopper = await hub.shopper('counted')
    const live = entries(shopper)
    const { ticket, hold } = await send(shopper, 'Hello')
    const colleague = await hub.member()
    for (let n = 0; n < 5; n++) {
      granted(await agent.emitWithAck('ticket.assign', { ticket, agent: n % 2 === 0 ? colleague.id : null }))
      granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
      await reply(agent, ticket, `Answer ${n}`)
      granted(await agent.emitWithAck('ticket.wake', { ticket }))
    }
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    const { events } = granted(await shopper.emitWithAck('conversation.sync', { ticket, after: 0, hold }))
    expect(live).toEqual(events)
    expect(events.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(events.map(({ type }) => type)).toEqual([...Array<string>(6).fill('message'), 'status'])
    // Of the team no more than a name on what they wrote.
    expect(JSON.stringify(events)).not.toMatch(/email|role|assign|snooz|member/)
    const { row } = await openTicket(agent, ticket)
    expect(row.last).toBe(events.length + 15)
  })

  it('P-1d two shops’ customers with one address between them stay two people', async () => {
    const shared = { email: 'family@post.example' }
    const mother = await hub.shopper('mother', { token: await hub.token('mother', shared) })
    await send(mother, 'From mother')
    const child = await hub.shopper('child', { token: await hub.token('child', shared) })
    expect(await load(child)).toMatchObject({ conversation: null })
    await send(child, 'From child')
    expect(texts((await load(child)).events)).toEqual(['From child'])
    expect(texts((await load(mother)).events)).toEqual(['From mother'])
  })
})
