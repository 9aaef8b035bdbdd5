import { describe, expect, it } from 'vitest'
import { saying } from '../channels/saying.ts'
import {
  answer,
  graph,
  graphEcho,
  graphItem,
  idAtMeta,
  onlyRow,
  ours,
  ownIdIn,
  rowsOf,
  standsAt,
  startMeta,
  statesIn,
  tell,
  tellFixture,
} from '../meta-messages.ts'
import { granted, openTicket, texts } from '../talk.ts'
import type { AgentSocket } from '../installation.ts'
import { eventually } from '../../eventually.ts'

const day = 24 * 3_600_000
const psid = '24400000000000001'
const threadOf = async (agent: AgentSocket, ticket: string) => texts((await openTicket(agent, ticket)).events)

describe('a Messenger message', () => {
  it('T-6 opens a ticket of its page-scoped id; after the close a new one', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', psid, 'Is it back?'))
    await tell(hub, graph(hub, 'messenger', psid, 'Hello?'))
    const first = await onlyRow(agent)
    expect(first).toMatchObject({ channel: 'messenger', status: 'open', unread: true })
    expect(await threadOf(agent, first.id)).toEqual(['Is it back?', 'Hello?'])
    granted(await agent.emitWithAck('ticket.close', { ticket: first.id }))
    await tell(hub, graph(hub, 'messenger', psid, 'One more thing'))
    const rows = await rowsOf(agent)
    const second = rows.find(({ id }) => id !== first.id)
    expect(rows).toHaveLength(2)
    expect(rows.find(({ id }) => id === first.id)).toMatchObject({ id: first.id, status: 'closed', mayReopen: false })
    expect(second).toMatchObject({ status: 'open', number: first.number + 1 })
    expect(await threadOf(agent, second?.id ?? '')).toEqual(['One more thing'])
  })

  it('T-6, S-2 closed, is neither reopened nor answered while another lives, and both once none does', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', psid, 'one'))
    const first = await onlyRow(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: first.id }))
    await tell(hub, graph(hub, 'messenger', psid, 'two'))
    const second = (await rowsOf(agent)).find(({ id }) => id !== first.id)?.id ?? ''
    const refused = { ok: false, code: 'cannot_reopen' }
    expect(await agent.emitWithAck('ticket.reopen', { ticket: first.id })).toMatchObject(refused)
    expect((await answer(agent, first.id, 'Hi')).said).toMatchObject(refused)
    granted(await agent.emitWithAck('ticket.close', { ticket: second }))
    granted((await answer(agent, first.id, 'Hi')).said)
    expect((await openTicket(agent, first.id)).row).toMatchObject({ status: 'open', closedAt: null })
    expect(await agent.emitWithAck('ticket.reopen', { ticket: second })).toMatchObject(refused)
    // What comes now joins the one that lives.
    await tell(hub, graph(hub, 'messenger', psid, 'three'))
    expect(await threadOf(agent, first.id)).toEqual(['one', 'Hi', 'three'])
  })

  it('T-6 of somebody of whom no customer is made: the ticket carries the name and the id, and the block holds', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    const { customer } = await openTicket(agent, id)
    expect(customer).toMatchObject({ visitor: { pageScopedId: psid }, email: null, phone: null, shopId: null })
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await tell(hub, graph(hub, 'messenger', psid, 'Still here'))
    expect(await onlyRow(agent)).toMatchObject({ id, status: 'closed', unread: false, preview: { text: 'Hello' } })
    expect(await threadOf(agent, id)).toEqual(['Hello', 'Still here'])
    granted(await agent.emitWithAck('customer.unblock', { customer: customer.id }))
    await tell(hub, graph(hub, 'messenger', psid, 'And now?'))
    expect(await rowsOf(agent)).toHaveLength(2)
  })

  it('P-4 twenty at once, each told five times, are one ticket with twenty messages', async () => {
    const { hub, agent } = await startMeta()
    const twenty = Array.from({ length: 20 }, (_, n) => graph(hub, 'messenger', psid, `Message ${n}`, { id: `m_${n}` }))
    await Promise.all(Array.from({ length: 5 }, () => twenty.map((one) => tell(hub, one))).flat())
    expect(new Set(await threadOf(agent, (await onlyRow(agent)).id)).size).toBe(20)
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toHaveLength(20)
  })

  it('P-4 is taken from a batch although its neighbours are broken, and also while another app holds the thread', async () => {
    const { hub, agent } = await startMeta()
    await tellFixture(hub, 'messenger-batch-with-one-broken')
    await tellFixture(hub, 'messenger-standby')
    const said = await threadOf(agent, (await onlyRow(agent)).id)
    expect(said[0]).toBe('first')
    expect(said.slice(2)).toEqual(['third', 'Anybody?'])
  })

  it('T-6 makes nothing of what is no message: echoes of other apps, reactions, edits', async () => {
    const { hub, agent } = await startMeta()
    for (const name of ['messenger-echo', 'messenger-echo-of-another-app', 'messenger-reaction', 'messenger-edited']) {
      await tellFixture(hub, name)
    }
    expect(await rowsOf(agent)).toEqual([])
  })
})

describe('an answer by Messenger', () => {
  const receipt = (hub: Parameters<typeof graph>[0], kind: 'delivery' | 'read', news: object) =>
    tell(hub, graphItem(hub, 'messenger', psid, { [kind]: news }))

  it('R-13 leaves from the page, carries our id, and is delivered and read by watermark', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    const one = await answer(agent, id, 'One')
    await standsAt(agent, id, one.id, 'sent')
    expect(sent()).toEqual([
      {
        from: ours.page,
        token: 'Bearer token of messenger',
        body: { recipient: { id: psid }, messaging_type: 'RESPONSE', message: { text: 'One', metadata: one.id } },
      },
    ])
    await receipt(hub, 'delivery', { watermark: hub.clock.now() - 1 })
    expect((await statesIn(agent, id)).get(one.id)).toBe('sent')
    await receipt(hub, 'delivery', { watermark: hub.clock.now() })
    await standsAt(agent, id, one.id, 'delivered')
    const readAt = hub.clock.now()
    await hub.advance(1)
    const two = await answer(agent, id, 'Two')
    await standsAt(agent, id, two.id, 'sent')
    await receipt(hub, 'read', { watermark: readAt })
    await standsAt(agent, id, one.id, 'read')
    expect((await statesIn(agent, id)).get(two.id)).toBe('sent')
    // A person's watermark says nothing of anybody else.
    await tell(hub, graphItem(hub, 'messenger', '24400000000000002', { read: { watermark: hub.clock.now() } }))
    expect((await statesIn(agent, id)).get(two.id)).toBe('sent')
    await receipt(hub, 'read', { watermark: hub.clock.now() })
    await standsAt(agent, id, two.id, 'read')
  })

  it('R-13 believes what is told by id or watermark before the answer to our own try is here', async () => {
    // Meta tells first and answers then.
    let tellEarly = async (_own: string): Promise<void> => {}
    const { hub, agent } = await startMeta(async ({ method, body }) => {
      if (method === 'POST') await tellEarly(ownIdIn(body))
      return null
    })
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    const comesTo = async (state: string, early: (own: string) => Promise<void>) => {
      tellEarly = early
      await hub.advance(1)
      const message = await answer(agent, id, state)
      await standsAt(agent, id, message.id, state)
      // One line of the thread says all of it.
      const { events } = await openTicket(agent, id)
      expect(events.filter((e) => e.type === 'delivery' && e.message === message.id)).toHaveLength(1)
    }
    await comesTo('delivered', (own) => receipt(hub, 'delivery', { mids: [idAtMeta(own)], watermark: 1 }))
    await comesTo('sent', (own) => tell(hub, graphEcho('messenger', psid, idAtMeta(own), own)))
    await comesTo('read', () => receipt(hub, 'read', { watermark: hub.clock.now() }))
  })

  it('R-13 whose answer got lost is healed by its echo, and by nothing that could mean another', async () => {
    const { hub, agent, sent } = await startMeta(({ method }) => (method === 'POST' ? 'break off' : null))
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'unknown')
    await receipt(hub, 'read', { watermark: hub.clock.now() })
    await tell(hub, graphEcho('messenger', psid, 'm_other'))
    await tell(hub, graphEcho('messenger', psid, 'm_other', 'not ours'))
    await tell(hub, graphEcho('instagram', psid, 'm_other', message.id))
    expect((await statesIn(agent, id)).get(message.id)).toBe('unknown')
    // The echo tells that it was sent; and so what the customer had read by then counts too.
    await tell(hub, graphEcho('messenger', psid, 'm_ours', message.id))
    await standsAt(agent, id, message.id, 'read')
    expect(sent()).toHaveLength(1)
  })

  it('R-4 may go for 24 hours to the millisecond after the last message or tap', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    await hub.advance(day)
    granted((await answer(agent, id, 'just in time')).said)
    await hub.advance(1)
    expect((await answer(agent, id, 'late')).said).toMatchObject({ ok: false, code: 'window_over' })
    await tell(hub, graphItem(hub, 'messenger', psid, { postback: { title: 'Talk to us', mid: 'm_tap' } }))
    granted((await answer(agent, id, 'again')).said)
  })

  it('R-13 that Meta refuses has failed with its reason; a late word on the first try does not stop the second', async () => {
    let refuses = true
    const { hub, agent, sent } = await startMeta(() =>
      refuses ? { status: 400, body: '{"error":{"code":551,"message":"x"}}' } : null,
    )
    await tell(hub, graph(hub, 'messenger', psid, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'failed')
    expect((await openTicket(agent, id)).events.at(-1)).toMatchObject({
      words: saying('cannot be reached'),
    })
    refuses = false
    granted(await agent.emitWithAck('delivery.retry', { message: message.id }))
    await standsAt(agent, id, message.id, 'sent')
    await eventually(() => expect(sent()).toHaveLength(2))
  })
})
