import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { belongs, type ListFilter, order, placeRow } from '../../server/inbox/list/place-row.ts'
import type { TicketRow } from '../../server/protocol/ticket.ts'
import { id, jonas, priya, row } from './rows.ts'

const mine: ListFilter = { view: 'mine', me: jonas.id, status: 'open', unread: false }
const all: ListFilter = { ...mine, view: 'all', status: 'any' }
const numbers = (rows: readonly TicketRow[]) => rows.map((r) => r.number - 4_000)

describe('a live list', () => {
  it('puts a new ticket where its last message belongs', () => {
    const rows = [row(9), row(5), row(1)]
    expect(numbers(placeRow(rows, row(7), all, 'newest', true))).toEqual([9, 7, 5, 1])
    expect(numbers(placeRow(rows.toReversed(), row(7), all, 'oldest', true))).toEqual([1, 5, 7, 9])
  })

  it('moves a ticket up when somebody writes in it, and shows it once', () => {
    const rows = [row(9), row(5), row(1)]
    const moved = placeRow(rows, row(1, { lastMessageAt: 20_000 }), all, 'newest', true)
    expect(numbers(moved)).toEqual([1, 9, 5])
  })

  it('S-2a takes a closed ticket out of My inbox and leaves it in All tickets', () => {
    const rows = [row(9), row(5)]
    const closed = row(9, { status: 'closed' })
    expect(numbers(placeRow(rows, closed, mine, 'newest', true))).toEqual([5])
    expect(placeRow(rows, closed, all, 'newest', true)[0]?.status).toBe('closed')
  })

  it('S-5 follows the assignee: a ticket given away leaves My inbox, one taken leaves Unassigned', () => {
    const unassigned: ListFilter = { ...mine, view: 'unassigned' }
    expect(numbers(placeRow([row(9), row(5)], row(9, { assignee: priya }), mine, 'newest', true))).toEqual([5])
    expect(numbers(placeRow([row(9, { assignee: null })], row(9), unassigned, 'newest', true))).toEqual([])
    expect(belongs(row(3, { assignee: null }), unassigned)).toBe(true)
    expect(belongs(row(3, { assignee: null }), mine)).toBe(false)
  })

  it('filters by status, by unread and by customer (S-6)', () => {
    expect(belongs(row(3, { status: 'snoozed' }), { ...all, status: 'open' })).toBe(false)
    expect(belongs(row(3), { ...all, unread: true })).toBe(false)
    expect(belongs(row(3, { unread: true }), { ...all, unread: true })).toBe(true)
    expect(belongs(row(3), { ...all, customer: id(504) })).toBe(false)
  })

  it('keeps the ticket somebody looks at in a list of unread ones, although looking made it read', () => {
    const filter: ListFilter = { ...all, unread: true, keep: id(9) }
    expect(numbers(placeRow([row(9, { unread: true })], row(9), filter, 'newest', true))).toEqual([9])
    expect(numbers(placeRow([row(9, { unread: true })], row(9), { ...filter, keep: id(5) }, 'newest', true))).toEqual(
      [],
    )
  })

  it('leaves a ticket behind the last row to the page it belongs to, while there are more pages', () => {
    const rows = [row(9), row(5)]
    expect(numbers(placeRow(rows, row(2), all, 'newest', false))).toEqual([9, 5])
    expect(numbers(placeRow(rows, row(2), all, 'newest', true))).toEqual([9, 5, 2])
    // It was on the page and has moved behind it.
    expect(numbers(placeRow(rows, row(5, { lastMessageAt: 0 }), all, 'newest', false))).toEqual([9])
  })

  it('equals a freshly sorted list after any sequence of changes', () => {
    const change = fc.record({
      n: fc.integer({ min: 1, max: 12 }),
      at: fc.integer({ min: 0, max: 5 }),
      open: fc.boolean(),
      mine: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.constantFrom('newest', 'oldest'), (changes, sort) => {
        let rows: TicketRow[] = []
        const truth = new Map<string, TicketRow>()
        for (const { n, at, open, mine: own } of changes) {
          const next = row(n, {
            lastMessageAt: at,
            status: open ? 'open' : 'closed',
            assignee: own ? jonas : null,
          })
          truth.set(next.id, next)
          rows = placeRow(rows, next, mine, sort, true)
        }
        const fresh = [...truth.values()].filter((r) => belongs(r, mine)).toSorted((a, b) => order(a, b, sort))
        expect(rows).toEqual(fresh)
      }),
    )
  })
})
