import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelNames } from '../../server/protocol/channel.ts'
import { sorts } from '../../server/protocol/list-names.ts'
import { usualChoice } from '../../server/inbox/list/list-choice.ts'
import { belongs, order, placeRow, type ShownList } from '../../server/inbox/list/place-row.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { id, jonas, priya, row } from './rows.ts'

const mine: ShownList = { ...usualChoice('mine'), view: 'mine', folded: [], me: jonas.id }
const all: ShownList = { ...mine, view: 'all', status: 'any' }
const numbers = (rows: readonly TicketRow[]) => rows.map((r) => r.number - 4_000)

describe('a live list', () => {
  it('puts a new ticket where its last message belongs', () => {
    const rows = [row(9), row(5), row(1)]
    expect(numbers(placeRow(rows, row(7), all, true))).toEqual([9, 7, 5, 1])
    expect(numbers(placeRow(rows.toReversed(), row(7), { ...all, sort: 'oldest' }, true))).toEqual([1, 5, 7, 9])
  })

  it('moves a ticket up when somebody writes in it, and shows it once', () => {
    const rows = [row(9), row(5), row(1)]
    const moved = placeRow(rows, row(1, { lastMessageAt: 20_000 }), all, true)
    expect(numbers(moved)).toEqual([1, 9, 5])
  })

  it('S-2a takes a closed ticket out of My inbox and leaves it in All tickets', () => {
    const rows = [row(9), row(5)]
    const closed = row(9, { status: 'closed' })
    expect(numbers(placeRow(rows, closed, mine, true))).toEqual([5])
    expect(placeRow(rows, closed, all, true)[0]?.status).toBe('closed')
  })

  it('S-5 follows the assignee: a ticket given away leaves My inbox, one taken leaves Unassigned', () => {
    const unassigned: ShownList = { ...mine, view: 'unassigned' }
    expect(numbers(placeRow([row(9), row(5)], row(9, { assignee: priya }), mine, true))).toEqual([5])
    expect(numbers(placeRow([row(9, { assignee: null })], row(9), unassigned, true))).toEqual([])
    expect(belongs(row(3, { assignee: null }), unassigned)).toBe(true)
    expect(belongs(row(3, { assignee: null }), mine)).toBe(false)
  })

  it('filters by status, by unread and by customer (S-6)', () => {
    expect(belongs(row(3, { status: 'snoozed' }), { ...all, status: 'open' })).toBe(false)
    expect(belongs(row(3), { ...all, read: 'unread' })).toBe(false)
    expect(belongs(row(3, { unread: true }), { ...all, read: 'unread' })).toBe(true)
    expect(belongs(row(3), { ...all, customer: id(504) })).toBe(false)
  })

  it('keeps the ticket somebody looks at in a list of unread ones, although looking made it read', () => {
    const filter: ShownList = { ...all, read: 'unread', keep: id(9) }
    expect(numbers(placeRow([row(9, { unread: true })], row(9), filter, true))).toEqual([9])
    expect(numbers(placeRow([row(9, { unread: true })], row(9), { ...filter, keep: id(5) }, true))).toEqual([])
  })

  it('leaves a ticket behind the last row to the page it belongs to, while there are more pages', () => {
    const rows = [row(9), row(5)]
    expect(numbers(placeRow(rows, row(2), all, false))).toEqual([9, 5])
    expect(numbers(placeRow(rows, row(2), all, true))).toEqual([9, 5, 2])
    // It was on the page and has moved behind it.
    expect(numbers(placeRow(rows, row(5, { lastMessageAt: 0 }), all, false))).toEqual([9])
  })

  it('S-6 S-11 I8 equals a freshly sorted list after any changes, whatever is filtered and however it is ordered', () => {
    const tags = [
      { id: id(901), name: 'returns' },
      { id: id(902), name: 'sizes' },
    ]
    const change = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      lastMessageAt: fc.integer({ min: 0, max: 5 }),
      status: fc.constantFrom('open', 'snoozed', 'closed'),
      unread: fc.boolean(),
      spam: fc.boolean(),
      channel: fc.constantFrom(...channelNames),
      assignee: fc.constantFrom(null, jonas, priya),
      team: fc.constantFrom(null, { id: id(801), name: 'Returns' }),
      priority: fc.constantFrom('normal', 'high'),
      tags: fc.subarray(tags),
      waitingSince: fc.option(fc.integer({ min: 0, max: 5 })),
      campaigns: fc.subarray([{ kind: 'flow' as const, name: 'Welcome' }]),
    })
    const list: fc.Arbitrary<ShownList> = fc.record({
      view: fc.constantFrom('mine', 'unassigned', 'all', 'spam'),
      status: fc.constantFrom('open', 'closed', 'any', 'any'),
      read: fc.constantFrom('any', 'any', 'read', 'unread'),
      channels: fc.subarray([...channelNames]),
      assignee: fc.constantFrom(
        { kind: 'anyone' as const },
        { kind: 'me' as const },
        { kind: 'member' as const, id: priya.id },
        { kind: 'team' as const, id: id(801) },
      ),
      tags: fc.subarray(tags.map((tag) => tag.id)),
      priority: fc.constantFrom('any', 'any', 'high'),
      campaign: fc.constantFrom(null, null, { kind: 'flow' as const, name: 'Welcome' }),
      sort: fc.constantFrom(...sorts),
      grouped: fc.boolean(),
      folded: fc.subarray([...channelNames], { maxLength: 2 }),
      me: fc.constant(jonas.id),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), list, (changes, shown) => {
        let rows: readonly TicketRow[] = []
        const truth = new Map<string, TicketRow>()
        for (const { n, ...parts } of changes) {
          const next = row(n, parts)
          truth.set(next.id, next)
          rows = placeRow(rows, next, shown, true)
        }
        const fresh = [...truth.values()].filter((r) => belongs(r, shown)).toSorted((a, b) => order(a, b, shown))
        expect(rows).toEqual(fresh)
      }),
    )
  })
})
