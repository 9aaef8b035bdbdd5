import { describe, expect, it } from 'vitest'
import type { ThreadEvent } from '../../../server/protocol/thread.ts'
import type { AgentSocket } from '../installation.ts'
import {
  answer,
  graph,
  graphEcho,
  graphItem,
  idAtMeta,
  onlyRow,
  ours,
  rowsOf,
  standsAt,
  startMeta,
  statesIn,
  tell,
  tellFixture,
} from '../meta-messages.ts'
import { granted, openTicket, texts } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const day = 24 * 3_600_000
const igsid = '900100200300400'
const threadOf = async (agent: AgentSocket, ticket: string) => texts((await openTicket(agent, ticket)).events)
const messagesOf = (events: ThreadEvent[]) => events.flatMap((event) => (event.type === 'message' ? [event] : []))

describe('an Instagram message', () => {
  it('T-5, T-11 joins its account’s ticket while that is not closed, direct message and story reply alike', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'instagram', igsid, 'Do you ship to Portugal?'))
    const first = await onlyRow(agent)
    expect(first).toMatchObject({ channel: 'instagram', status: 'open', unread: true })
    expect((await openTicket(agent, first.id)).customer).toMatchObject({ visitor: null, tickets: 1 })
    granted(await agent.emitWithAck('ticket.snooze', { ticket: first.id, until: hub.clock.now() + day }))
    await tellFixture(hub, 'instagram-story-reply')
    expect(await onlyRow(agent)).toMatchObject({ id: first.id, status: 'open', unread: true })
    granted(await agent.emitWithAck('ticket.close', { ticket: first.id }))
    await tell(hub, graph(hub, 'instagram', igsid, 'And to Spain?'))
    const rows = await rowsOf(agent)
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map(({ customer }) => customer.id)).size).toBe(1)
    const second = rows.find(({ id }) => id !== first.id)
    expect(await threadOf(agent, second?.id ?? '')).toEqual(['And to Spain?'])
    expect(await agent.emitWithAck('ticket.reopen', { ticket: first.id })).toMatchObject({ code: 'cannot_reopen' })
  })

  it('P-4, T-5 ten first ones at once, each told three times, make one account and one ticket', async () => {
    const { hub, agent } = await startMeta()
    const ten = Array.from({ length: 10 }, (_, n) => graph(hub, 'instagram', igsid, `Message ${n}`, { id: `aWd_${n}` }))
    await Promise.all([...ten, ...ten, ...ten].map((one) => tell(hub, one)))
    expect(await threadOf(agent, (await onlyRow(agent)).id)).toHaveLength(10)
  })

  it('T-5 of another account is another ticket, and one by an app with Instagram login the same', async () => {
    const { hub, agent } = await startMeta()
    await tellFixture(hub, 'instagram-text')
    await tellFixture(hub, 'instagram-by-change')
    await tell(hub, graph(hub, 'instagram', '900100200300401', 'Somebody else'))
    expect((await rowsOf(agent)).map(({ last }) => last).toSorted((a, b) => a - b)).toEqual([1, 2])
  })

  it('S-9 of somebody who is blocked is kept in the newest closed ticket and stirs nothing, until they are let in', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, graph(hub, 'instagram', igsid, 'Hello'))
    const { id, customer } = await onlyRow(agent)
    granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
    await tell(hub, graph(hub, 'instagram', igsid, 'Still here'))
    await tellFixture(hub, 'instagram-story-reply')
    expect(await onlyRow(agent)).toMatchObject({ id, status: 'closed', unread: false, preview: { text: 'Hello' } })
    expect((await threadOf(agent, id)).slice(0, 2)).toEqual(['Hello', 'Still here'])
    expect((await answer(agent, id, 'Hi')).said).toMatchObject({ ok: false, code: 'customer_blocked' })
    granted(await agent.emitWithAck('customer.unblock', { customer: customer.id }))
    await tell(hub, graph(hub, 'instagram', igsid, 'And now?'))
    expect(await rowsOf(agent)).toHaveLength(2)
    expect(sent()).toEqual([])
  })

  it('T-5 that is taken back, a reaction or a comment changes nothing', async () => {
    const { hub, agent } = await startMeta()
    for (const name of ['instagram-deleted', 'instagram-reaction', 'instagram-comment', 'instagram-echo']) {
      await tellFixture(hub, name)
    }
    expect(await rowsOf(agent)).toEqual([])
    await tellFixture(hub, 'instagram-unsupported')
    expect(await onlyRow(agent)).toMatchObject({
      preview: { text: '(Instagram does not hand on messages of this kind.)' },
    })
  })
})

describe('a story on Instagram', () => {
  it('T-5 that mentions the shop is told in a line; its picture is neither fetched nor kept', async () => {
    const { hub, agent, meta } = await startMeta()
    await tellFixture(hub, 'instagram-story-mention')
    const row = await onlyRow(agent)
    expect(row).toMatchObject({ unread: true, preview: { from: 'customer', text: '', kind: 'story_mention' } })
    const [said] = messagesOf((await openTicket(agent, row.id)).events)
    expect(said).toMatchObject({ text: '', story: 'mention' })
    expect(said).not.toHaveProperty('files')
    expect(meta.received.filter(({ path }) => !path.includes('fields=name'))).toEqual([])
    expect(await hub.db.selectFrom('attachments').selectAll().execute()).toEqual([])
  })

  it('T-5, M-5 that is answered lends the answer its picture, fetched at once', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    const { hub, agent, meta, member } = await startMeta(({ path }) =>
      path === '/story' ? { status: 200, body: png, headers: { 'content-type': 'image/png' } } : null,
    )
    const reply_to = { story: { id: '1', url: `${meta.url}/story` } }
    await tell(hub, graph(hub, 'instagram', igsid, 'Love this!', { more: { reply_to } }))
    const { id } = await onlyRow(agent)
    await eventually(async () => expect((await openTicket(agent, id)).events.at(-1)).toMatchObject({ type: 'file' }))
    const [said] = messagesOf((await openTicket(agent, id)).events)
    expect(said).toMatchObject({
      text: 'Love this!',
      story: 'reply',
      files: [{ name: 'story', type: 'image/png', kind: 'picture', state: 'here', size: png.length }],
    })
    const file = await hub.get(`/api/attachments/${said?.files?.[0]?.id}`, { cookie: member.cookie })
    expect(Buffer.from(await file.arrayBuffer()).equals(png)).toBe(true)
  })
})

describe('an answer by Instagram', () => {
  it('R-4, T-5 leaves from the page that is linked with the account, for 24 hours to the millisecond', async () => {
    const { hub, agent, sent } = await startMeta()
    await tell(hub, graph(hub, 'instagram', igsid, 'Hello'))
    const { id } = await onlyRow(agent)
    await hub.advance(day)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'sent')
    expect(sent()).toMatchObject([
      {
        from: ours.page,
        token: 'Bearer token of instagram',
        body: { recipient: { id: igsid }, message: { text: 'Hi' } },
      },
    ])
    await hub.advance(1)
    expect((await answer(agent, id, 'late')).said).toMatchObject({ ok: false, code: 'window_over' })
  })

  it('R-13 is read by its id; delivery is never told', async () => {
    const { hub, agent } = await startMeta()
    await tell(hub, graph(hub, 'instagram', igsid, 'Hello'))
    const { id } = await onlyRow(agent)
    const one = await answer(agent, id, 'One')
    const two = await answer(agent, id, 'Two')
    await standsAt(agent, id, two.id, 'sent')
    await tell(hub, graphItem(hub, 'instagram', igsid, { read: { mid: idAtMeta(one.id) } }))
    await standsAt(agent, id, one.id, 'read')
    expect((await statesIn(agent, id)).get(two.id)).toBe('sent')
  })

  it('R-13 whose answer got lost is healed by its echo where Instagram tells our id again', async () => {
    const { hub, agent } = await startMeta(({ method }) => (method === 'POST' ? 'break off' : null))
    await tell(hub, graph(hub, 'instagram', igsid, 'Hello'))
    const { id } = await onlyRow(agent)
    const message = await answer(agent, id, 'Hi')
    await standsAt(agent, id, message.id, 'unknown')
    await tell(hub, graphEcho('instagram', igsid, 'aWd_ours'))
    expect((await statesIn(agent, id)).get(message.id)).toBe('unknown')
    await tell(hub, graphItem(hub, 'instagram', igsid, { read: { mid: 'aWd_late' } }))
    await tell(hub, graphEcho('instagram', igsid, 'aWd_late', message.id))
    await standsAt(agent, id, message.id, 'read')
  })
})
