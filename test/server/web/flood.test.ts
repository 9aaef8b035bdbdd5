import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgentSocket, Installation, ShopperSocket } from '../installation.ts'
import { startInstallation } from '../installation.ts'
import { granted, load, openTicket, reply, say, send, texts, unruly } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let bystander: ShopperSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
  bystander = await hub.shopper('bystander')
})
afterAll(() => hub.close())

const cut = (socket: ShopperSocket | AgentSocket) =>
  new Promise((resolve) => unruly(socket).once('disconnect', () => resolve('cut')))

async function othersAreServed() {
  const { ticket } = await send(bystander, 'Am I served?')
  await reply(agent, ticket, 'You are')
  expect(texts((await load(bystander)).events).slice(-2)).toEqual(['Am I served?', 'You are'])
}

describe('a flood', () => {
  it('S19 too many messages are refused for now, over all tabs together, and what was taken stays', async () => {
    const tabs = [await hub.shopper('chatty'), await hub.shopper('chatty'), await hub.shopper('chatty')]
    const answers = []
    for (let n = 0; n < 70; n++) {
      const tab = tabs[n % 3]
      if (tab !== undefined) answers.push(await tab.emitWithAck('message.send', say(`Message ${n}`)))
    }
    const taken = answers.filter(({ ok }) => ok)
    expect(taken).toHaveLength(60)
    expect(answers.slice(60)).toEqual(Array(10).fill({ ok: false, code: 'too_fast', retry: true }))
    const other = await hub.shopper('chatty')
    expect(await other.emitWithAck('message.send', say('And another'))).toMatchObject({ code: 'too_fast' })
    const [first] = taken
    const ticket = first?.ok === true ? first.ticket : ''
    const { events } = granted(await other.emitWithAck('conversation.sync', { ticket, after: 1 }))
    expect(events).toHaveLength(59)
    await othersAreServed()
  })

  it('S19 too many questions over HTTP are refused for now, of one shopper and no other', async () => {
    const ask = async (sub: string, path: string) =>
      (await hub.get(path, { authorization: `Bearer ${await hub.token(sub)}` })).status
    const statuses = []
    for (let n = 0; n < 130; n++) statuses.push(await ask('curious', n % 2 ? '/api/hub/session' : '/api/hub/orders'))
    expect(statuses).toEqual([...Array<number>(120).fill(200), ...Array<number>(10).fill(429)])
    expect(await ask('calm', '/api/hub/session')).toBe(200)
  })

  it.each([
    ['known events', 'typing', { on: true }],
    ['reads', 'conversation.sync', { ticket: null, after: 0 }],
    ['nonsense', 'message.send', 'nonsense'],
    ['unknown events', 'nothing', {}],
  ])('S19 a page that sends thousands of %s at once is cut', async (_name, event, ask) => {
    const shopper = await hub.shopper('flood')
    const end = cut(shopper)
    for (let n = 0; n < 5_000; n++) unruly(shopper).emit(event, ask, () => undefined)
    expect(await end).toBe('cut')
    await othersAreServed()
  })

  it('S19 one that waits for every answer is refused, then cut, and finds itself refused when it comes back', async () => {
    const shopper = await hub.shopper('patient')
    const end = cut(shopper)
    let refusals = 0
    const asking = (async () => {
      while (shopper.connected) {
        const answer = await unruly(shopper).ask('nothing', {})
        if (JSON.stringify(answer).includes('too_fast')) refusals++
      }
    })()
    expect(await end).toBe('cut')
    await asking.catch(() => undefined)
    expect(refusals).toBeGreaterThan(1_000)
    const back = await hub.shopper('patient')
    const answer = await Promise.race([cut(back), unruly(back).ask('conversation.sync', { ticket: null, after: 0 })])
    expect(JSON.stringify(answer)).toMatch(/cut|too_fast/)
    await othersAreServed()
  }, 30_000)

  it('S19 an agent’s page too', async () => {
    const { socket } = await hub.agent()
    const end = cut(socket)
    for (let n = 0; n < 5_000; n++) unruly(socket).emit('list.read', { nonsense: n }, () => undefined)
    expect(await end).toBe('cut')
    const { ticket } = await send(bystander, 'Hello')
    await openTicket(agent, ticket)
    await othersAreServed()
  })
})
