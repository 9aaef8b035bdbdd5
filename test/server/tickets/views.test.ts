import { describe, expect, it } from 'vitest'
import { countsAsUnread, inView } from '../../../server/tickets/views.ts'
import { aTicket } from './a-ticket.ts'

const free = { customerBlocked: false }

describe('views', () => {
  it.each([
    ['open', 'anna', true, false],
    ['open', 'ben', false, false],
    ['open', null, false, true],
    ['snoozed', 'anna', false, false],
    ['snoozed', null, false, false],
    ['closed', 'anna', false, false],
    ['closed', null, false, false],
  ] as const)('S-5a S-2a %s, assigned to %s: in Anna’s inbox %s, unassigned %s, always in All', (...row) => {
    const [status, assigneeId, mine, unassigned] = row
    const ticket = { ...aTicket({ status, assigneeId }), ...free }
    expect([
      inView(ticket, 'mine', 'anna'),
      inView(ticket, 'unassigned', 'anna'),
      inView(ticket, 'all', 'anna'),
    ]).toEqual([mine, unassigned, true])
  })

  it('S-2a closed tickets leave My inbox and Unassigned and stay in All tickets', () => {
    const closed = { ...aTicket({ status: 'closed', assigneeId: 'anna' }), ...free }
    expect(inView(closed, 'mine', 'anna')).toBe(false)
    expect(inView({ ...closed, assigneeId: null }, 'unassigned', 'anna')).toBe(false)
    expect(inView(closed, 'all', 'anna')).toBe(true)
  })
})

it('S-5a R-10b Mentions holds what a note mentions this member in, whatever its status and whoever has it', () => {
  const ticket = { ...aTicket({ status: 'closed', assigneeId: 'ben' }), ...free, mentions: ['anna'] }
  expect([inView(ticket, 'mentions', 'anna'), inView(ticket, 'mentions', 'ben')]).toEqual([true, false])
})

it.each([
  ['open', true, false, true],
  ['open', false, false, false],
  ['open', true, true, false],
  ['snoozed', true, false, false],
  ['closed', true, false, false],
] as const)('S-4b the badge: %s, unread %s, blocked %s, counts %s', (status, unread, customerBlocked, counts) => {
  expect(countsAsUnread({ ...aTicket({ status, unread }), customerBlocked })).toBe(counts)
})
