import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ThreadEvent } from '../../../server/protocol/thread.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const say = (text: string) => ({ id: randomUUID(), text })

describe('web chat', () => {
  it('T-1a joins the running conversation; T-1b a closed one is followed by a new ticket', async () => {
    const shopper = await hub.shopper('mireille')
    const { socket: agent } = await hub.agent()
    const first = await shopper.emitWithAck('message.send', say('Hello'))
    const second = await shopper.emitWithAck('message.send', say('Anybody there?'))
    expect(first).toMatchObject({ ok: true, n: 1 })
    expect(second).toMatchObject({ ok: true, n: 2 })
    if (!first.ok || !second.ok) return
    expect(second.ticket).toBe(first.ticket)
    expect(await agent.emitWithAck('ticket.close', { ticket: first.ticket })).toMatchObject({ ok: true })
    const third = await shopper.emitWithAck('message.send', say('One more thing'))
    expect(third).toMatchObject({ ok: true, n: 1 })
    expect(third.ok && third.ticket).not.toBe(first.ticket)
    expect(await agent.emitWithAck('ticket.reopen', { ticket: first.ticket })).toMatchObject({
      ok: false,
      code: 'cannot_reopen',
    })
  })

  it('T-1e first messages sent in parallel make one ticket', async () => {
    const tabs = await Promise.all([hub.shopper('tobias'), hub.shopper('tobias'), hub.shopper('tobias')])
    const answers = await Promise.all(
      tabs.flatMap((tab, i) => [0, 1, 2].map((k) => tab.emitWithAck('message.send', say(`${i}-${k}`)))),
    )
    expect(new Set(answers.map((answer) => answer.ok && answer.ticket)).size).toBe(1)
    expect(answers.map((answer) => answer.ok && answer.n).sort((a, b) => Number(a) - Number(b))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
  })

  it('W-5a an agent answers and the shopper has it at once; R-13a the agent learns that it was seen', async () => {
    const shopper = await hub.shopper('amara')
    const { socket: agent, name } = await hub.agent()
    const got: ThreadEvent[] = []
    shopper.on('thread.event', ({ event }) => void got.push(event))
    const seen: ThreadEvent[] = []
    agent.on('thread.event', ({ event }) => void seen.push(event))
    const sent = await shopper.emitWithAck('message.send', say('Where is my parcel?'))
    if (!sent.ok) throw new Error(sent.code)
    const opened = await agent.emitWithAck('ticket.open', { ticket: sent.ticket, after: 0 })
    expect(opened).toMatchObject({ ok: true, row: { unread: true, customer: { name: 'amara', online: true } } })
    await agent.emitWithAck('reply.send', { ticket: sent.ticket, ...say('It left Porto this morning.') })
    await eventually(() => expect(got.at(-1)).toMatchObject({ type: 'message', from: 'agent', name, n: 2 }))
    await shopper.emitWithAck('message.seen', { ticket: sent.ticket, n: 2 })
    await eventually(() => expect(seen.at(-1)).toMatchObject({ type: 'seen', by: 'customer', upTo: 2 }))
  })

  it('the same id again gets the first answer again, and from another author is refused for good', async () => {
    const [a, b] = [await hub.shopper('hana'), await hub.shopper('leonie')]
    const message = say('once')
    const answers = await Promise.all([1, 2, 3].map(() => a.emitWithAck('message.send', message)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await b.emitWithAck('message.send', message)).toEqual({ ok: false, code: 'id_taken', retry: false })
  })
})
