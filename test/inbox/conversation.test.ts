import { signal } from '@preact/signals'
import { afterEach, describe, expect, it } from 'vitest'
import { type Conversation, createConversation } from '../../server/inbox/conversation/conversation.ts'
import { createReplies } from '../../server/inbox/conversation/replies.ts'
import { fromAgent } from '../../server/protocol/agent-events.ts'
import type { ThreadEvent } from '../../server/protocol/thread.ts'
import { fakeLink, fakeWorld } from './fake-link.ts'
import { id, jonas, row } from './rows.ts'
import { eventually } from '../eventually.ts'

const ticket = id(1)
const noApi = { replyWithFiles: () => Promise.reject(new Error('no files in this test')) }
const card = {
  id: id(501),
  name: 'Customer 1',
  email: null,
  phone: null,
  shopId: null,
  locale: null,
  timeZone: null,
  createdAt: 0,
  blocked: false,
  online: false,
  tickets: 1,
}
const message = (n: number, from: 'customer' | 'agent' = 'customer'): ThreadEvent => ({
  type: 'message',
  n,
  at: n * 1_000,
  id: id(900 + n),
  from,
  name: null,
  channel: 'web_chat',
  text: `Message ${n}`,
})
const seen = (n: number, upTo: number): ThreadEvent => ({ type: 'seen', n, at: n, by: 'agent', upTo })

let open: Conversation | undefined
afterEach(() => open?.dispose())

function begin(events: ThreadEvent[], unread: boolean, look = true) {
  const fake = fakeLink()
  const world = fakeWorld()
  const visible = signal(look)
  const last = events.at(-1)?.n ?? 0
  fake.answer('ticket.open', (body) => {
    const { after } = fromAgent['ticket.open'].ask.parse(body)
    return {
      ok: true,
      row: row(1, { unread, last }),
      customer: card,
      events: events.filter((e) => e.n > after),
      earlier: false,
      more: false,
    }
  })
  const replies = createReplies({ link: fake.link, world, agent: jonas.id, api: noApi, doing: () => [] })
  const made = createConversation({
    ticket,
    link: fake.link,
    outbox: replies.outbox(ticket),
    notes: replies.notes(ticket),
    attached: replies.attached(ticket),
    world,
    visible,
    colleagues: signal(new Map()),
  })
  open = made
  const ready = () => eventually(() => expect(made.row.value).not.toBeNull())
  return { ...fake, conversation: made, visible, ready, replies, world }
}

describe('an open ticket', () => {
  it('S-3a is reported as read when it is opened in a visible window', async () => {
    const desk = begin([message(1), message(2)], true)
    await desk.ready()
    await eventually(() => expect(desk.told('ticket.read')).toEqual([{ ticket, n: 2 }]))
  })

  it('T-3c D-1 reads its customer anew once two records of them were made one', async () => {
    const desk = begin([message(1)], false)
    await desk.ready()
    const asked = desk.told('ticket.open').length
    const merged = { ...row(1).customer, id: id(777) }
    desk.conversation.change(row(1, { customer: merged }))
    await eventually(() => expect(desk.told('ticket.open').length).toBe(asked + 1))
  })

  it('S-3b says nothing while its window is hidden, and what was missed once it is looked at', async () => {
    const desk = begin([message(1), seen(2, 1)], false, false)
    await desk.ready()
    desk.conversation.hear({ ticket, event: message(3) })
    expect(desk.told('ticket.read')).toEqual([])
    desk.visible.value = true
    expect(desk.told('ticket.read')).toEqual([{ ticket, n: 3 }])
  })

  it('S-3b does not call read what stands below the screen', async () => {
    const desk = begin([message(1), seen(2, 1)], false)
    await desk.ready()
    desk.conversation.atEnd.value = false
    desk.conversation.hear({ ticket, event: message(3) })
    expect(desk.told('ticket.read')).toEqual([])
    desk.conversation.atEnd.value = true
    expect(desk.told('ticket.read')).toEqual([{ ticket, n: 3 }])
  })

  it('S-1b is read again when its snooze ends in front of somebody, without a new message', async () => {
    const desk = begin([message(1), seen(2, 1)], false)
    await desk.ready()
    const woken: ThreadEvent = { type: 'status', n: 3, at: 3, status: 'open', by: 'timer', name: null, until: null }
    desk.conversation.hear({ ticket, event: woken })
    desk.conversation.change(row(1, { unread: true, last: 3 }))
    expect(desk.told('ticket.read')).toEqual([{ ticket, n: 3 }])
  })

  it('leaves alone what a colleague marked as unread by hand', async () => {
    const desk = begin([message(1), seen(2, 1)], false)
    await desk.ready()
    desk.conversation.change(row(1, { unread: true, last: 2 }))
    expect(desk.told('ticket.read')).toEqual([])
  })

  it('draws the line "New" before what nobody had read', async () => {
    const desk = begin([message(1), seen(2, 1), message(3), message(4)], true)
    await desk.ready()
    await eventually(() => {
      const kinds = desk.conversation.thread.entries.value.map((entry) => entry.kind)
      expect(kinds).toEqual(['day', 'group', 'new', 'group'])
    })
  })
})

describe('replies', () => {
  it('go out one after the other, in the order they were written (R-8)', async () => {
    const desk = begin([message(1)], false)
    await desk.ready()
    desk.answer('reply.send', () => ({ ok: true, n: 2, at: 2 }))
    for (const text of ['first', 'second', '👍']) desk.conversation.outbox.add(text)
    await eventually(() => expect(desk.told('reply.send')).toHaveLength(3))
    expect(desk.told('reply.send')).toMatchObject([{ text: 'first' }, { text: 'second' }, { text: '👍' }])
  })

  it('wait for the connection, also those of tickets that are not open, and are sent when it is back', async () => {
    const desk = begin([message(1)], false)
    await desk.ready()
    desk.state.value = 'offline'
    desk.replies.outbox(id(2)).add('to another')
    desk.conversation.outbox.add('to this one')
    expect(desk.replies.waiting.value).toBe(2)
    expect(desk.told('reply.send')).toEqual([])
    desk.answer('reply.send', () => ({ ok: true, n: 2, at: 2 }))
    desk.state.value = 'online'
    // A page that was loaded anew knows only what is stored.
    createReplies({ link: desk.link, world: desk.world, agent: jonas.id, api: noApi, doing: () => [] }).wake()
    await eventually(() =>
      expect(desk.told('reply.send').map((body) => fromAgent['reply.send'].ask.parse(body).ticket)).toEqual(
        expect.arrayContaining([id(2), ticket]),
      ),
    )
  })
})
