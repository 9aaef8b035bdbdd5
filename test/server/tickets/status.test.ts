import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { mayReply, replied } from '../../../server/tickets/reply.ts'
import { close, end, markRead, markUnread, reopen, snooze, snoozeEnded, wake } from '../../../server/tickets/status.ts'
import { aTicket } from './a-ticket.ts'

const now = 1_000_000
const later = now + 60_000
const snoozed = aTicket({ status: 'snoozed', snoozedUntil: later })
const closed = aTicket({ status: 'closed' })

describe('snoozing', () => {
  it('S-1a hides a ticket until a chosen moment', () => {
    expect(snooze(aTicket(), later, now)).toEqual({ status: 'snoozed', snoozedUntil: later, unread: false })
  })

  it('S-1a can be moved to another moment', () => {
    expect(snooze(snoozed, later + 1, now)).toMatchObject({ snoozedUntil: later + 1 })
    expect(snooze(snoozed, later, now)).toBeNull()
  })

  it.each([now, now - 1])('S-1a refuses a moment that is not to come', (until) => {
    expect(snooze(aTicket(), until, now)).toEqual({ refused: 'moment_passed' })
  })

  it('S-1a refuses a closed ticket: what is done is not hidden', () => {
    expect(snooze(closed, later, now)).toEqual({ refused: 'ticket_closed' })
  })

  it('S-1a ends by hand as open, read or unread as it was', () => {
    expect(wake(snoozed)).toEqual({ status: 'open', snoozedUntil: null, unread: false })
    expect(wake({ ...snoozed, unread: true })).toMatchObject({ unread: true })
    expect(wake(aTicket())).toBeNull()
    expect(wake(closed)).toBeNull()
  })

  it('S-1b ends at its moment as open and unread', () => {
    expect(snoozeEnded(snoozed, later)).toEqual({ status: 'open', snoozedUntil: null, unread: true })
  })

  it('S-1b S-8 what is spam stays as read as it is', () => {
    expect(snoozeEnded({ ...snoozed, spam: true }, later)).toMatchObject({ status: 'open', unread: false })
  })

  it.each([
    ['too early', snoozed, later - 1],
    ['ended by hand before', aTicket(), later],
    ['closed before', closed, later],
    ['put off before', { ...snoozed, snoozedUntil: later + 1 }, later],
  ])('S-1b does nothing to a ticket %s', (_why, ticket, moment) => {
    expect(snoozeEnded(ticket, moment)).toBeNull()
  })
})

describe('closing and opening again', () => {
  it.each([aTicket({ unread: true }), { ...snoozed, unread: true }])(
    'S-10a Done closes a ticket, $status',
    (ticket) => {
      expect(close(ticket)).toMatchObject({ status: 'closed', snoozedUntil: null })
    },
  )

  it('S-10a Done twice is done once', () => {
    expect(close(closed)).toBeNull()
  })

  it('S-3b closing makes it read, snoozing changes nothing', () => {
    const unread = aTicket({ unread: true })
    expect(close(unread)).toMatchObject({ unread: false })
    expect(snooze(unread, later, now)).toMatchObject({ unread: true })
    expect(snooze(aTicket(), later, now)).toMatchObject({ unread: false })
  })

  it('S-9a blocking closes live tickets as read, snoozed ones too', () => {
    const read = { status: 'closed', snoozedUntil: null, unread: false }
    expect([aTicket({ unread: true }), { ...snoozed, unread: true }].map(close)).toEqual([read, read])
  })

  it.each([aTicket(), snoozed])('W-6a the shopper ends a conversation that is $status', (ticket) => {
    expect(end(ticket)).toEqual({ status: 'closed', snoozedUntil: null, unread: false })
  })

  it('W-6a ending twice is no error', () => {
    expect(end(closed)).toBeNull()
  })

  const reopened = { status: 'open', snoozedUntil: null, unread: false }
  const no = { refused: 'cannot_reopen' }
  it.each([
    ['email', reopened, reopened],
    ['sms', reopened, reopened],
    ['whatsapp', reopened, reopened],
    ['instagram', reopened, no],
    ['messenger', reopened, no],
    ['web_chat', no, no],
  ] as const)('S-2b an agent reopens %s: alone, and beside a live ticket', (channel, alone, beside) => {
    const ticket = aTicket({ channel, status: 'closed' })
    expect(reopen(ticket, false)).toEqual(alone)
    expect(reopen(ticket, true)).toEqual(beside)
  })

  it.each(channelNames)('S-2b a live ticket on %s needs no reopening', (channel) => {
    expect(reopen(aTicket({ channel }), true)).toBeNull()
    expect(reopen({ ...snoozed, channel }, false)).toBeNull()
  })

  it('S-2d reopening says nothing of number, tags and assignee, so they stay', () => {
    const ticket = aTicket({ channel: 'email', status: 'closed', assigneeId: 'anna' })
    expect(Object.keys(reopen(ticket, false) ?? {}).sort()).toEqual(['snoozedUntil', 'status', 'unread'])
  })

  it('W-6b an agent cannot reopen a web chat', () => {
    expect(reopen(closed, false)).toEqual(no)
  })
})

describe('reading', () => {
  it('S-3a opened by one agent it is read, and stays where it is', () => {
    expect(markRead({ ...snoozed, unread: true })).toEqual({ status: 'snoozed', snoozedUntil: later, unread: false })
    expect(markRead(aTicket())).toBeNull()
  })

  it('S-3c an agent marks it unread, and it stays where it is', () => {
    expect(markUnread(snoozed)).toEqual({ status: 'snoozed', snoozedUntil: later, unread: true })
    expect(markUnread(aTicket({ unread: true }))).toBeNull()
  })

  it('S-3c a closed ticket stays read: what is to be done again is reopened', () => {
    expect(markUnread(closed)).toEqual({ refused: 'ticket_closed' })
  })
})

describe('replying', () => {
  const anybody = { blocked: false }

  it.each(['web_chat', 'email'] as const)('R-1a a live %s ticket may be answered', (channel) => {
    expect(mayReply(aTicket({ channel }), anybody)).toBeNull()
    expect(mayReply({ ...snoozed, channel }, anybody)).toBeNull()
  })

  it('R-1b a closed web chat may not', () => {
    expect(mayReply(closed, anybody)).toEqual({ refused: 'ticket_closed' })
  })

  it.each(channelNames)('R-5a a blocked customer cannot be answered on %s', (channel) => {
    expect(mayReply(aTicket({ channel }), { blocked: true })).toEqual({ refused: 'customer_blocked' })
    expect(mayReply(aTicket({ channel, status: 'closed' }), { blocked: true })).toEqual({ refused: 'customer_blocked' })
  })

  it.each(['email', 'sms', 'whatsapp'] as const)('S-2c a reply into a closed %s ticket reopens it', (channel) => {
    const ticket = aTicket({ channel, status: 'closed' })
    expect(mayReply(ticket, anybody)).toBeNull()
    expect(replied(ticket)).toEqual({ status: 'open', snoozedUntil: null, unread: false })
  })

  it('T-7b an agent’s reply leaves a ticket snoozed', () => {
    expect(replied({ ...snoozed, unread: true })).toMatchObject({ status: 'snoozed', snoozedUntil: later })
  })

  it('S-3b a reply never makes a ticket unread: who answers has read', () => {
    expect([replied(aTicket()), replied(aTicket({ unread: true })), replied(snoozed)].map((c) => c.unread)).toEqual([
      false,
      false,
      false,
    ])
  })
})
