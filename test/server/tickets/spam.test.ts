import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { receive } from '../../../server/tickets/receive.ts'
import { markSpam, notSpam } from '../../../server/tickets/spam.ts'
import { at, automatic, aTicket } from './a-ticket.ts'
import { arrival, monday } from './an-arrival.ts'

const inSpam = { status: 'open', snoozedUntil: null, unread: false, spam: true }

describe('a message judged spam', () => {
  it.each(channelNames)('S-8a on %s it opens a ticket that is marked, read and silent', (channel) => {
    const sunday = at('2026-03-01T10:00Z')
    expect(receive(arrival({ channel, spam: true, now: sunday }))).toEqual({
      ticket: 'spam',
      to: 'new',
      set: inSpam,
      notify: false,
      route: false,
      automatic: null,
      follows: null,
    })
  })

  it.each(channelNames)('S-8a on %s the next one joins it as silently', (channel) => {
    const landing = receive(arrival({ channel, live: aTicket({ channel, spam: true }), spam: true }))
    expect(landing).toMatchObject({ ticket: 'spam', to: 'live', set: inSpam, notify: false })
  })

  it.each(['web_chat', 'instagram', 'messenger'] as const)('S-8a on %s a closed ticket is not marked', (channel) => {
    const closed = aTicket({ channel, status: 'closed' })
    expect(receive(arrival({ channel, closed, spam: true }))).toMatchObject({ ticket: 'spam', to: 'new' })
  })

  it('S-8a a clean live ticket, which agents see, does not take the mark', () => {
    const live = aTicket({ channel: 'sms', unread: true })
    expect(receive(arrival({ channel: 'sms', live, spam: true }))).toMatchObject({ set: { unread: true, spam: false } })
  })

  it('S-9b of a blocked sender is a blocked sender’s message', () => {
    expect(receive(arrival({ blocked: true, spam: true }))).toEqual({ ticket: 'born_closed' })
  })
})

describe('a later clean message', () => {
  const sunday = at('2026-03-01T10:00Z')

  it.each(channelNames)('S-8c on %s opens the ticket, unread, notified and routed, even while watched', (channel) => {
    const live = aTicket({ channel, spam: true })
    expect(receive(arrival({ channel, live, watched: true, now: sunday }))).toEqual({
      ticket: 'join',
      set: { status: 'open', snoozedUntil: null, unread: true, spam: false },
      woke: false,
      notify: true,
      route: true,
      automatic: null,
    })
  })

  it('S-8c gets no late automatic answer, the one after it does', () => {
    const late = receive(arrival({ live: aTicket({ spam: true }), now: sunday, automatic: automatic() }))
    expect(late).toMatchObject({ automatic: null })
    expect(receive(arrival({ live: aTicket(), now: sunday }))).toMatchObject({ automatic: { kind: 'outside' } })
  })

  it('S-8c is not handed to another agent when somebody has it', () => {
    const live = aTicket({ spam: true, assigneeId: 'anna' })
    expect(receive(arrival({ live }))).toMatchObject({ route: false })
  })

  it('S-8c reopens a closed one where the channel reopens', () => {
    const closed = aTicket({ channel: 'sms', status: 'closed', spam: true })
    expect(receive(arrival({ channel: 'sms', closed }))).toMatchObject({ ticket: 'reopen', set: { spam: false } })
  })
})

describe('by hand', () => {
  it('S-8a marking takes a ticket out of its snooze, so that no timer wakes it', () => {
    const snoozed = aTicket({ status: 'snoozed', snoozedUntil: monday, unread: true })
    expect(markSpam(snoozed)).toEqual(inSpam)
    expect(markSpam(aTicket({ spam: true }))).toBeNull()
    expect(markSpam(aTicket({ status: 'closed' }))).toMatchObject({ status: 'closed', spam: true })
  })

  it('S-8c “Not spam” makes it open and unread and routes it', () => {
    const expected = { status: 'open', snoozedUntil: null, unread: true, spam: false, route: true }
    expect(notSpam(aTicket({ spam: true }), false)).toEqual(expected)
    expect(notSpam(aTicket({ channel: 'email', status: 'closed', spam: true }), true)).toEqual(expected)
    expect(notSpam(aTicket({ spam: true, assigneeId: 'anna' }), false)).toMatchObject({ route: false })
    expect(notSpam(aTicket(), false)).toBeNull()
  })

  it.each([
    ['web_chat', false],
    ['instagram', true],
    ['messenger', true],
  ] as const)('S-2b a closed %s ticket that may not be reopened only loses the mark', (channel, anotherLive) => {
    expect(notSpam(aTicket({ channel, status: 'closed', spam: true }), anotherLive)).toEqual({
      status: 'closed',
      snoozedUntil: null,
      unread: false,
      spam: false,
      route: false,
    })
  })
})
