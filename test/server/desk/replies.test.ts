import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { entries, granted, load, openTicket, reply, say, send, texts } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let agent: AgentSocket
let ada: string
let colleague: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  const member = await hub.agent('support', 'Ada')
  ada = member.id
  agent = member.socket
  colleague = (await hub.agent('manager', 'Bo')).socket
})
afterAll(() => hub.close())

const numbers = Array.from({ length: 30 }, (_, n) => `Message ${n}`)

describe('messages', () => {
  it('R-1a any agent may answer any live web chat, snoozed ones too; R-1b a closed one nobody', async () => {
    const { ticket } = await send(await hub.shopper('aurel'), 'Hello')
    await reply(agent, ticket, 'From Ada')
    await reply(colleague, ticket, 'From Bo')
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
    await reply(colleague, ticket, 'While it sleeps')
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    for (const socket of [agent, colleague]) {
      const answer = await socket.emitWithAck('reply.send', { ticket, ...say('Too late') })
      expect(answer).toEqual({ ok: false, code: 'ticket_closed', retry: false })
    }
    expect(texts((await openTicket(agent, ticket)).events)).toEqual(['Hello', 'From Ada', 'From Bo', 'While it sleeps'])
  })

  it('S-4a a row tells whose words it shows: an agent’s, until the customer writes again', async () => {
    const shopper = await hub.shopper('agneta')
    const { ticket } = await send(shopper, 'Hello')
    const preview = async () => (await openTicket(colleague, ticket)).row.preview
    expect(await preview()).toEqual({ from: 'customer', text: 'Hello' })
    await reply(agent, ticket, 'From Ada')
    expect(await preview()).toEqual({ from: 'agent', text: 'From Ada', by: { id: ada, name: 'Ada' } })
    await send(shopper, 'Thanks')
    expect(await preview()).toEqual({ from: 'customer', text: 'Thanks' })
  })

  it('R-8b several answers in a row stand in the order they were sent, on both sides', async () => {
    const shopper = await hub.shopper('berta')
    const { ticket } = await send(shopper, 'Hello')
    const shown = entries(shopper)
    // All at once, without waiting for an answer in between.
    const answers = await Promise.all(numbers.map((text) => reply(agent, ticket, text)))
    expect(answers.map(({ n }) => n)).toEqual(numbers.map((_, n) => n + 2))
    expect(texts((await openTicket(agent, ticket)).events)).toEqual(['Hello', ...numbers])
    await eventually(() => expect(texts(shown)).toEqual(numbers))
  })

  it('I3 what a shopper sends at once stands in the order it was sent, from the very first message on', async () => {
    const shopper = await hub.shopper('carla')
    const answers = await Promise.all(numbers.map((text) => send(shopper, text)))
    expect(answers.map(({ n }) => n)).toEqual(numbers.map((_, n) => n + 1))
    expect(texts((await load(shopper)).events)).toEqual(numbers)
  })

  it('R-8a text and emoji arrive as they were typed', async () => {
    const shopper = await hub.shopper('dilara')
    const typed = '👩🏽‍🚒 ¿Qué tal? 🇵🇹\n\tمرحبا <b>not bold</b> &amp; "quoted" \\ \u202eright to left\u202c'
    const { ticket } = await send(shopper, typed)
    await reply(agent, ticket, typed)
    expect(texts((await load(shopper)).events)).toEqual([typed, typed])
    expect(texts((await openTicket(agent, ticket)).events)).toEqual([typed, typed])
  })

  it('R-13a the agent sees which of the messages the shopper has seen', async () => {
    const shopper = await hub.shopper('emre')
    const { ticket } = await send(shopper, 'Hello')
    await openTicket(agent, ticket)
    const heard = entries(agent)
    const first = await reply(agent, ticket, 'One')
    await reply(agent, ticket, 'Two')
    granted(await shopper.emitWithAck('message.seen', { ticket, n: 2 }))
    await eventually(() => expect(heard.at(-1)).toMatchObject({ type: 'seen', by: 'customer', upTo: first.n }))
    // A note of the team shifts the agents' count, not the shopper's: the mark still means the same message.
    granted(await agent.emitWithAck('ticket.assign', { ticket, agent: (await hub.member()).id }))
    const third = await reply(agent, ticket, 'Three')
    const { events } = await load(shopper)
    granted(await shopper.emitWithAck('message.seen', { ticket, n: events.at(-1)?.n ?? 0 }))
    await eventually(() => expect(heard.at(-1)).toMatchObject({ type: 'seen', by: 'customer', upTo: third.n }))
  })

  it('P-1c the shopper learns what the team has seen in the shopper’s own count', async () => {
    const shopper = await hub.shopper('gunda')
    const shown = entries(shopper)
    const { ticket } = await send(shopper, 'One')
    granted(await agent.emitWithAck('ticket.assign', { ticket, agent: (await hub.member()).id }))
    const { n } = await send(shopper, 'Two')
    const { last } = (await openTicket(agent, ticket)).row
    expect([n, last]).toEqual([2, 3])
    granted(await agent.emitWithAck('ticket.read', { ticket, n: last }))
    await eventually(() => expect(shown.at(-1)).toMatchObject({ type: 'seen', by: 'agent', n: 3, upTo: 2 }))
    expect((await load(shopper)).events.at(-1)).toEqual(shown.at(-1))
    expect((await openTicket(agent, ticket)).events.at(-1)).toMatchObject({ type: 'seen', by: 'agent', n: 4, upTo: 3 })
  })

  it('the same id twice is one answer, and another’s or the shopper’s own id is refused for good', async () => {
    const shopper = await hub.shopper('finn')
    const message = say('Hello')
    const { ticket } = granted(await shopper.emitWithAck('message.send', message))
    const answer = say('Once')
    const sent = await Promise.all([1, 2, 3, 4].map(() => agent.emitWithAck('reply.send', { ticket, ...answer })))
    expect(new Set(sent.map((one) => JSON.stringify(one))).size).toBe(1)
    const taken = { ok: false, code: 'id_taken', retry: false }
    expect(await colleague.emitWithAck('reply.send', { ticket, ...answer })).toEqual(taken)
    expect(await agent.emitWithAck('reply.send', { ticket, ...message })).toEqual(taken)
    expect(await shopper.emitWithAck('message.send', answer)).toEqual(taken)
    const { ticket: other } = await send(await hub.shopper('gabor'), 'Hello')
    expect(await agent.emitWithAck('reply.send', { ticket: other, ...answer })).toEqual(taken)
    // Written in capitals it is the same id.
    const loud = { id: answer.id.toUpperCase(), text: answer.text }
    expect(await agent.emitWithAck('reply.send', { ticket: ticket.toUpperCase(), ...loud })).toEqual(sent[0])
    expect(texts((await openTicket(agent, ticket)).events)).toEqual(['Hello', 'Once'])
  })
})
