import { describe, expect, it } from 'vitest'
import { type ChannelName, channelNames } from '../../../server/protocol/channel.ts'
import { receive } from '../../../server/tickets/receive.ts'
import { threadKey } from '../../../server/tickets/thread-key.ts'
import { aTicket } from './a-ticket.ts'
import { arrival, hour, monday } from './an-arrival.ts'

const closed = (channel: ChannelName, given = {}) => aTicket({ id: 'old', channel, status: 'closed', ...given })
const open = { status: 'open', snoozedUntil: null, unread: true, spam: false }

describe('table T, side by side', () => {
  it.each(channelNames)('T-1, T-2, T-3, T-4, T-5 and T-6 %s: a first message opens a ticket', (channel) => {
    expect(receive(arrival({ channel }))).toMatchObject({ ticket: 'new', set: open, notify: true, route: true })
  })

  it.each(channelNames)('T-1, T-2, T-3, T-4, T-5 and T-6 %s: joins what is live, open or snoozed', (channel) => {
    const old = closed(channel)
    expect(receive(arrival({ channel, live: aTicket({ channel }), closed: old }))).toMatchObject({ ticket: 'join' })
    const live = aTicket({ channel, status: 'snoozed', snoozedUntil: monday + 1 })
    expect(receive(arrival({ channel, live, closed: old }))).toMatchObject({ ticket: 'join', set: open, woke: true })
  })

  it.each([
    ['web_chat', 'new'],
    ['email', 'reopen'],
    ['sms', 'reopen'],
    ['whatsapp', 'reopen'],
    ['instagram', 'new'],
    ['messenger', 'new'],
  ] as const)('T-1, T-2, T-3, T-4, T-5 and T-6 %s: what finds only a closed ticket makes it %s', (channel, ticket) => {
    expect(receive(arrival({ channel, closed: closed(channel) }))).toMatchObject({ ticket, set: open, notify: true })
  })

  it('T-2 a mail reopens its thread’s ticket however much time has passed', () => {
    const now = monday + 20 * 365 * 24 * hour
    expect(receive(arrival({ channel: 'email', closed: closed('email'), now }))).toMatchObject({ ticket: 'reopen' })
  })

  it('T-5 a direct message and a story reply join alike: nothing of a message’s kind is asked', () => {
    const live = aTicket({ channel: 'instagram' })
    const landings = ['Hi', ''].map((text) => receive(arrival({ channel: 'instagram', live, text })).ticket)
    expect(landings).toEqual(['join', 'join'])
  })

  it('S-2d a reopened ticket keeps its assignee; one without is routed as new', () => {
    const reopened = (assigneeId: string | null) =>
      receive(arrival({ channel: 'sms', closed: closed('sms', { assigneeId }) }))
    expect(reopened('anna')).toMatchObject({ ticket: 'reopen', route: false })
    expect(reopened(null)).toMatchObject({ ticket: 'reopen', route: true })
  })

  it('S-3a a reopened ticket that somebody is looking at stays read, and everybody is told', () => {
    const landing = receive(arrival({ channel: 'sms', closed: closed('sms'), watched: true }))
    expect(landing).toMatchObject({ set: { unread: false }, notify: true })
  })
})

describe('what two messages share that belong to one ticket', () => {
  const facts = { customerId: 'c1', address: 'a1', thread: 'm1' }

  it.each([
    ['web_chat', 'c1'],
    ['email', 'm1'],
    ['sms', 'c1'],
    ['whatsapp', 'c1'],
    ['instagram', 'a1'],
    ['messenger', 'a1'],
  ] as const)('T-1, T-2, T-3a, T-4a, T-5 and T-6 %s: %s', (channel, key) => {
    expect(threadKey(channel, facts)).toBe(key)
  })

  it('T-3a, T-4a a person is the customer’s record, whatever number was written from', () => {
    for (const channel of ['sms', 'whatsapp'] as const) {
      expect(threadKey(channel, { ...facts, address: 'another' })).toBe(threadKey(channel, facts))
    }
  })

  it('T-6a Messenger needs no customer', () => {
    expect(threadKey('messenger', { ...facts, customerId: null })).toBe('a1')
  })

  it('T-2 a mail of no known thread has no key yet', () => {
    expect(threadKey('email', { ...facts, thread: null })).toBeNull()
  })
})

describe('what leaves a ticket where it lies', () => {
  it.each(channelNames)('T-7b spam ends no snooze on %s, and unreads nothing', (channel) => {
    const live = aTicket({ channel, status: 'snoozed', snoozedUntil: monday + hour })
    const landing = receive(arrival({ channel, live, spam: true }))
    expect(landing).toMatchObject({
      ticket: 'spam',
      to: 'live',
      set: { status: 'snoozed', snoozedUntil: monday + hour, unread: false, spam: false },
      notify: false,
      automatic: null,
    })
  })

  it.each(['email', 'sms', 'whatsapp'] as const)('T-7b spam reopens nothing on %s', (channel) => {
    expect(receive(arrival({ channel, closed: closed(channel), spam: true }))).toMatchObject({
      ticket: 'spam',
      to: 'closed',
      set: { status: 'closed', unread: false, spam: true },
    })
  })
})
