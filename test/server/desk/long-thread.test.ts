import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../../server/protocol/limits.ts'
import type { ThreadEvent } from '../../../server/protocol/thread.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, load, openTicket, reply, send, texts } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let shopper: ShopperSocket
let ticket: string
let hold: string
const written: string[] = []

/** 130 messages of both (a shopper may send 60 in half a minute), with entries between them that only the team may see. */
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
  shopper = await hub.shopper('long')
  const colleague = await hub.member()
  for (let n = 0; n < 130; n++) {
    const text = `Message ${n}`
    if (n % 3 === 0) ({ ticket, hold } = await send(shopper, text))
    else await reply(agent, ticket, text)
    written.push(text)
    if (n % 10 === 0) await agent.emitWithAck('ticket.assign', { ticket, agent: n % 20 === 0 ? colleague.id : null })
    if (n % 25 === 0) await shopper.emitWithAck('message.seen', { ticket, n: n + 1 })
  }
}, 60_000)
afterAll(() => hub.close())

const gapless = (events: ThreadEvent[]) => {
  const first = events[0]?.n ?? 1
  expect(events.map(({ n }) => n)).toEqual(events.map((_, index) => first + index))
}

describe('a thread of 130 messages', () => {
  it('D-2a opens with its last 50 messages, for the agent and for the shopper', async () => {
    for (const { events, earlier } of [await openTicket(agent, ticket), await load(shopper)]) {
      expect(texts(events)).toEqual(written.slice(-limits.threadPage))
      expect(earlier).toBe(true)
      gapless(events)
    }
  })

  it('D-2c older ones come page by page on demand, without a gap, for the agent', async () => {
    let { events, earlier } = await openTicket(agent, ticket)
    const sizes: number[] = []
    while (earlier) {
      const older = granted(await agent.emitWithAck('ticket.older', { ticket, before: events[0]?.n ?? 0 }))
      sizes.push(texts(older.events).length)
      events = [...older.events, ...events]
      earlier = older.earlier
    }
    expect(sizes).toEqual([50, 30])
    expect(events[0]?.n).toBe(1)
    gapless(events)
    expect(texts(events)).toEqual(written)
  })

  it('D-2c, P-1c and for the shopper in their own count, which knows of nothing hidden', async () => {
    let { events, earlier } = await load(shopper)
    while (earlier) {
      const older = granted(
        await shopper.emitWithAck('conversation.older', { ticket, before: events[0]?.n ?? 0, hold }),
      )
      events = [...older.events, ...events]
      earlier = older.earlier
    }
    expect(events[0]?.n).toBe(1)
    gapless(events)
    expect(texts(events)).toEqual(written)
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['message', 'seen']))
    const { row } = await openTicket(agent, ticket)
    expect(row.last).toBeGreaterThan(events.length)
  })

  it('I8 what came before a number and what came after it make the whole, at every number, for both', async () => {
    const all = async (reader: 'agent' | 'shopper') => {
      const rest = async (after: number): Promise<{ events: ThreadEvent[]; more: boolean }> =>
        reader === 'agent'
          ? granted(await agent.emitWithAck('ticket.open', { ticket, after }))
          : granted(await shopper.emitWithAck('conversation.sync', { ticket, after, hold }))
      const from = async (after: number) => {
        const events: ThreadEvent[] = []
        for (let more = true; more; ) {
          const answer = await rest(events.at(-1)?.n ?? after)
          events.push(...answer.events)
          more = answer.more
        }
        return events
      }
      const whole = await from(1)
      expect(texts(whole)).toEqual(written.slice(1))
      for (const after of [2, 3, 17, whole.length - 1, whole.length, whole.length + 1]) {
        expect(await from(after)).toEqual(whole.slice(after - 1))
      }
    }
    await all('agent')
    await all('shopper')
  })

  it('D-2d a page before everything, after everything, or of no ticket is an answer, not an error', async () => {
    expect(granted(await agent.emitWithAck('ticket.older', { ticket, before: 2 })).events).toHaveLength(1)
    expect(granted(await agent.emitWithAck('ticket.open', { ticket, after: limits.count })).events).toEqual([])
    const asked = { ticket, after: limits.count, hold }
    expect(granted(await shopper.emitWithAck('conversation.sync', asked))).toMatchObject({ events: [], more: false })
    const missing = { ok: false, code: 'not_found', retry: false }
    expect(await agent.emitWithAck('ticket.older', { ticket: randomUUID(), before: 9 })).toEqual(missing)
    expect(await agent.emitWithAck('ticket.open', { ticket: randomUUID(), after: 0 })).toEqual(missing)
  })
})
