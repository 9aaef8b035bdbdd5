import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { receive } from '../../../server/tickets/receive.ts'
import { at, automatic, aTicket } from './a-ticket.ts'
import { arrival, monday } from './an-arrival.ts'

const unreadAndOpen = { status: 'open', snoozedUntil: null, unread: true, spam: false }
const afresh = { follows: null, first: null }

describe('web chat', () => {
  it.each(['open', 'snoozed'] as const)('T-1a a message joins the active conversation, here %s', (status) => {
    const live = aTicket({ status, snoozedUntil: status === 'snoozed' ? monday + 1 : null })
    expect(receive(arrival({ live, closed: aTicket({ id: 'old', status: 'closed' }) })).ticket).toBe('join')
  })

  it('T-1a a first message opens a ticket', () => {
    expect(receive(arrival())).toMatchObject({ ticket: 'new', set: unreadAndOpen, notify: true })
  })

  it('T-1b a message that arrives after a close opens a new ticket', () => {
    expect(receive(arrival({ closed: aTicket({ status: 'closed' }) })).ticket).toBe('new')
  })

  it('W-6b the message after the end starts a new conversation, unread and answered as one that opens', () => {
    expect(receive(arrival({ closed: aTicket({ status: 'closed' }) }))).toEqual({
      ticket: 'new',
      set: unreadAndOpen,
      notify: true,
      route: true,
      automatic: { kind: 'during', text: 'We are here.' },
      ...afresh,
    })
  })
})

describe('the other channels', () => {
  const others = channelNames.filter((name) => name !== 'web_chat')

  it.each(others)('%s joins its live ticket and gets no office-hours reply', (channel) => {
    const landing = receive(arrival({ channel, live: aTicket({ channel }), now: at('2026-03-01T10:00Z') }))
    expect(landing).toMatchObject({ ticket: 'join', automatic: null })
  })
})

describe('a message into a live ticket', () => {
  const snoozed = aTicket({ status: 'snoozed', snoozedUntil: monday + 60_000, assigneeId: 'anna' })

  it('T-7a ends a snooze and drops its moment: open, unread, notified, and says nothing of the assignee', () => {
    const landing = receive(arrival({ live: snoozed }))
    expect(landing).toEqual({
      ticket: 'join',
      set: unreadAndOpen,
      woke: true,
      notify: true,
      route: false,
      automatic: null,
    })
  })

  it('T-7a ends a snooze with a notification even while somebody has the ticket open', () => {
    expect(receive(arrival({ live: snoozed, watched: true }))).toMatchObject({ woke: true, notify: true })
  })

  it('T-7a wakes nothing that was not asleep', () => {
    expect(receive(arrival({ live: aTicket() }))).toMatchObject({ woke: false })
  })

  it('T-7b from a blocked sender leaves a snoozed ticket alone', () => {
    expect(receive(arrival({ live: snoozed, blocked: true }))).toEqual({ ticket: 'append' })
  })

  it.each([
    { was: 'read', watched: false, unread: true, notify: true },
    { was: 'read', watched: true, unread: false, notify: false },
    { was: 'unread', watched: false, unread: true, notify: true },
    { was: 'unread', watched: true, unread: true, notify: false },
  ])('S-3a makes it unread unless an agent has it open: was $was, watched $watched', (row) => {
    const landing = receive(arrival({ live: aTicket({ unread: row.was === 'unread' }), watched: row.watched }))
    expect(landing).toMatchObject({ set: { unread: row.unread }, notify: row.notify })
  })

  it('W-8b is answered as one that joins', () => {
    const sunday = at('2026-03-01T10:00Z')
    const answered = automatic({ lastOutsideAt: sunday - 1 })
    expect(receive(arrival({ live: aTicket(), now: sunday }))).toMatchObject({ automatic: { kind: 'outside' } })
    expect(receive(arrival({ live: aTicket(), now: sunday, automatic: answered }))).toMatchObject({ automatic: null })
  })
})

describe('a blocked sender', () => {
  const sunday = at('2026-03-01T10:00Z')

  it.each(channelNames)('S-9b on %s: appended to the newest closed ticket, which changes nothing of it', (channel) => {
    const closed = aTicket({ channel, status: 'closed' })
    expect(receive(arrival({ channel, closed, blocked: true, now: sunday }))).toEqual({ ticket: 'append' })
  })

  it.each(channelNames)('S-9b on %s without a ticket: one is born closed', (channel) => {
    expect(receive(arrival({ channel, blocked: true, now: sunday }))).toEqual({ ticket: 'born_closed' })
  })

  it.each(channelNames)('S-9b on %s, where an agent has reopened their ticket: appended, no second one', (channel) => {
    const live = aTicket({ channel })
    expect(receive(arrival({ channel, live, blocked: true, now: sunday }))).toEqual({ ticket: 'append' })
  })

  it('W-8c gets no automatic answer', () => {
    expect(receive(arrival({ blocked: true, now: sunday }))).not.toHaveProperty('automatic')
  })

  it('S-9e unblocked: the next message opens a ticket as anybody’s would', () => {
    expect(receive(arrival({ closed: aTicket({ status: 'closed' }) }))).toMatchObject({ ticket: 'new', notify: true })
  })
})
