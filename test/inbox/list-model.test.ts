import { describe, expect, it } from 'vitest'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import { createListModel } from '../../server/inbox/list/list-model.ts'
import type { ShownList } from '../../server/inbox/list/place-row.ts'
import { fromAgent } from '../../server/protocol/agent-events.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { fakeLink } from './fake-link.ts'
import { jonas, row } from './rows.ts'
import { eventually } from '../eventually.ts'

const filter: ShownList = { ...usualChoice('mine'), view: 'mine', folded: [], me: jonas.id }

/** A list of the server's: pages of two, newest first. */
function server(start: TicketRow[]) {
  const fake = fakeLink()
  let rows = start
  fake.answer('list.read', (body) => {
    const { after } = fromAgent['list.read'].ask.parse(body)
    const sorted = rows.toSorted((a, b) => b.lastMessageAt - a.lastMessageAt)
    const from = after === null ? 0 : sorted.findIndex((r) => r.id === after) + 1
    const page = sorted.slice(from, from + 2)
    return { ok: true, rows: page, next: from + 2 < sorted.length ? (page.at(-1)?.id ?? null) : null }
  })
  return {
    ...fake,
    now(next: TicketRow[]) {
      rows = next
    },
  }
}

const numbers = (rows: readonly TicketRow[]) => rows.map((r) => r.number - 4_000)

describe('the list of a view', () => {
  it('reads page after page', async () => {
    const desk = server([row(1), row(2), row(3), row(4), row(5)])
    const list = createListModel(desk.link)
    list.show(filter)
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    expect(numbers(list.rows.value)).toEqual([5, 4])
    await list.readOn()
    await list.readOn()
    expect(numbers(list.rows.value)).toEqual([5, 4, 3, 2, 1])
    expect(list.more.value).toBe(false)
    const asked = desk.said.length
    await list.readOn()
    expect(desk.said.length).toBe(asked)
  })

  it('after a reconnect equals a freshly loaded one, as far down as it is looked at', async () => {
    const desk = server([row(1), row(2), row(3), row(4), row(5)])
    const list = createListModel(desk.link)
    list.show(filter)
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    await list.readOn()
    desk.now([row(1), row(2), row(4), row(5), row(8)])
    list.seenTo(4)
    await list.refresh()
    expect(numbers(list.rows.value)).toEqual([8, 5, 4, 2])
    // What nobody has scrolled to for long is not read again, and whoever was very far down begins anew.
    list.seenTo(10_001)
    await list.refresh()
    expect(numbers(list.rows.value)).toEqual([8, 5])
    expect(list.more.value).toBe(true)
  })

  it('keeps a change that came while the page it belongs to was under way', async () => {
    const desk = server([row(1), row(2)])
    const list = createListModel(desk.link)
    list.show(filter)
    list.change(row(2, { status: 'closed' }))
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    expect(numbers(list.rows.value)).toEqual([1])
  })

  it('throws away the answer to an older question', async () => {
    const fake = fakeLink()
    const list = createListModel(fake.link)
    let late: (answer: unknown) => void = () => {}
    fake.answer('list.read', () => new Promise((resolve) => (late = resolve)))
    list.show(filter)
    fake.answer('list.read', () => ({ ok: true, rows: [row(7, { assignee: null })], next: null }))
    list.show({ ...filter, view: 'unassigned' })
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    late({ ok: true, rows: [row(1)], next: null })
    await Promise.resolve()
    await Promise.resolve()
    expect(numbers(list.rows.value)).toEqual([7])
  })

  it('says that it failed only where there is nothing to show', async () => {
    const desk = server([row(1)])
    const list = createListModel(desk.link)
    list.show(filter)
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    desk.answer('list.read', () => ({ ok: false, code: 'unavailable', retry: true }))
    await list.refresh()
    expect(list.state.value.kind).toBe('ready')
    list.show({ ...filter, sort: 'oldest' })
    await eventually(() => expect(list.state.value.kind).toBe('failed'))
  })

  it('shows who is online on every row of that customer', async () => {
    const one = row(1)
    const desk = server([one, row(2, { customer: one.customer })])
    const list = createListModel(desk.link)
    list.show(filter)
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    list.presence(one.customer.id, true)
    expect(list.rows.value.map((r) => r.customer.online)).toEqual([true, true])
  })

  it('S-6 shows what a search found as it was found, updates it in place, and says that there may be newer', async () => {
    const desk = server([])
    const by = { kind: 'message', parts: [{ text: 'parcel', hit: true }], entry: jonas.id, n: 1, at: 5_000 } as const
    const found = (...ns: number[]) => ns.map((n) => ({ row: row(n), by }))
    const pages = [
      { ok: true, found: [], next: 'a', backTo: 9_000, at: 10_000 },
      { ok: true, found: found(4, 9), next: 'b', backTo: 5_000, at: 10_000 },
      { ok: true, found: found(9, 2), next: null, backTo: null, at: 10_000 },
    ]
    desk.answer('list.search', () => pages.shift())
    const list = createListModel(desk.link)
    list.show({ ...filter, search: 'parcel' })
    await eventually(() => expect(list.state.value.kind).toBe('ready'))
    // An empty page was no answer: it looked further back by itself.
    expect(numbers(list.rows.value)).toEqual([4, 9])
    expect(list.backTo.value).toBe(5_000)
    await list.readOn()
    expect(numbers(list.rows.value)).toEqual([4, 9, 2])
    expect(list.backTo.value).toBeNull()
    expect(list.found.value.get(row(2).id)).toEqual(by)
    // Read, or said before it looked: nothing new. Out of the view: gone.
    list.change(row(9, { unread: true }))
    list.change(row(7))
    list.change(row(2, { status: 'closed' }))
    expect(numbers(list.rows.value)).toEqual([4, 9])
    expect(list.rows.value[1]?.unread).toBe(true)
    expect(list.newer.value).toBe(false)
    list.change(row(7, { lastMessageAt: 20_000 }))
    expect(numbers(list.rows.value)).toEqual([4, 9])
    expect(list.newer.value).toBe(true)
  })
})
