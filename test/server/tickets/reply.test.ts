import { describe, expect, it } from 'vitest'
import { type ChannelName, channelNames } from '../../../server/protocol/channel.ts'
import { channelRules } from '../../../server/tickets/channels/channel-rules.ts'
import { consents } from '../../../server/tickets/consent.ts'
import { quietAt } from '../../../server/protocol/quiet-hours.ts'
import {
  crossed,
  mayReplyBy,
  mayStillLeave,
  type ReplyFacts,
  replyChannels,
  senderIdProblem,
} from '../../../server/tickets/reply.ts'
import { at, aTicket } from './a-ticket.ts'
import { hour, minute, monday, second } from './an-arrival.ts'

const facts = (given: Partial<ReplyFacts> = {}): ReplyFacts => ({
  blocked: false,
  consent: 'marketing',
  lastActionAt: monday - minute,
  hasEmail: true,
  anotherLive: false,
  ...given,
})

describe('who may be answered', () => {
  it.each(['web_chat', 'email'] as const)(
    'R-1a anybody on %s, whatever they agreed to and whenever they wrote',
    (channel) => {
      for (const consent of consents) {
        const answer = mayReplyBy(channel, aTicket({ channel }), facts({ consent, lastActionAt: null }), monday)
        expect(answer).toEqual({ until: null })
      }
    },
  )

  it.each(['web_chat', 'email'] as const)('R-1b nobody by %s in a closed web chat', (channel) => {
    expect(mayReplyBy(channel, aTicket({ status: 'closed' }), facts(), monday)).toEqual({ refused: 'ticket_closed' })
  })

  it.each([
    ['never', { refused: 'no_consent' }],
    ['transactional', { until: null }],
    ['marketing', { until: null }],
    ['stopped', { refused: 'opted_out' }],
  ] as const)('R-2a by SMS with consent %s', (consent, answer) => {
    expect(mayReplyBy('sms', aTicket({ channel: 'sms' }), facts({ consent }), monday)).toEqual(answer)
  })

  it.each([
    ['never', false],
    ['transactional', false],
    ['marketing', false],
    ['stopped', true],
  ] as const)('M-3c by WhatsApp with consent %s: refused %s', (consent, refused) => {
    const answer = mayReplyBy('whatsapp', aTicket({ channel: 'whatsapp' }), facts({ consent }), monday)
    expect(answer).toEqual(refused ? { refused: 'opted_out' } : { until: monday - minute + 24 * hour })
  })

  it.each(['instagram', 'messenger'] as const)('M-3 a STOP is nothing on %s', (channel) => {
    expect(mayReplyBy(channel, aTicket({ channel }), facts({ consent: 'stopped' }), monday)).toHaveProperty('until')
  })

  it.each(['whatsapp', 'instagram', 'messenger'] as const)('R-4a by %s for 24 hours, those included', (channel) => {
    const wroteAt = (lastActionAt: number | null) =>
      mayReplyBy(channel, aTicket({ channel }), facts({ lastActionAt }), monday)
    expect(wroteAt(monday - 24 * hour)).toEqual({ until: monday })
    expect(wroteAt(monday - 24 * hour - 1)).toEqual({ refused: 'window_over' })
    expect(wroteAt(monday)).toEqual({ until: monday + 24 * hour })
    expect(wroteAt(null)).toEqual({ refused: 'window_over' })
  })

  it.each(['web_chat', 'email', 'sms'] as const)('R-4a %s has no such end', (channel) => {
    const long = facts({ lastActionAt: monday - 9_000 * hour })
    expect(mayReplyBy(channel, aTicket({ channel }), long, monday)).toEqual({ until: null })
  })

  it.each(channelNames)('R-5a nobody who is blocked, on %s', (channel) => {
    const answer = mayReplyBy(channel, aTicket({ channel }), facts({ blocked: true }), monday)
    expect(answer).toEqual({ refused: 'customer_blocked' })
  })

  it.each([
    ['email', { until: null }],
    ['sms', { until: null }],
    ['instagram', { refused: 'cannot_reopen' }],
    ['messenger', { refused: 'cannot_reopen' }],
  ] as const)('S-2c into a closed %s ticket beside a live one', (channel, answer) => {
    const ticket = aTicket({ channel, status: 'closed' })
    expect(mayReplyBy(channel, ticket, facts({ anotherLive: true }), monday)).toEqual(answer)
    expect(mayReplyBy(channel, ticket, facts(), monday)).toHaveProperty('until')
  })
})

describe('what may still leave', () => {
  const fine = { blocked: false, consent: 'marketing' as const, lastActionAt: monday }

  it('M-3 R-5a not after a STOP or a block', () => {
    expect(mayStillLeave('sms', fine, monday)).toEqual({ until: null })
    expect(mayStillLeave('sms', { ...fine, consent: 'stopped' }, monday)).toEqual({ refused: 'opted_out' })
    expect(mayStillLeave('email', { ...fine, consent: 'stopped' }, monday)).toEqual({ until: null })
    for (const channel of channelNames)
      expect(mayStillLeave(channel, { ...fine, blocked: true }, monday)).toEqual({ refused: 'customer_blocked' })
  })

  it('R-4a not once the 24 hours are over, to the millisecond', () => {
    const end = monday + 24 * hour
    expect(mayStillLeave('messenger', fine, end)).toEqual({ until: end })
    expect(mayStillLeave('messenger', fine, end + 1)).toEqual({ refused: 'window_over' })
  })
})

describe('the reply channel', () => {
  const chat = aTicket()
  const chosen = (given: Partial<ReplyFacts & { online: boolean }>) =>
    replyChannels(chat, { ...facts(), online: true, ...given }, monday)

  it('R-6a is web chat while the shopper is online, email when not', () => {
    expect(chosen({ online: true }).chosen).toBe('web_chat')
    expect(chosen({ online: false }).chosen).toBe('email')
  })

  it('R-6b email is greyed with the reason when nobody knows an address', () => {
    const { offered, chosen: first } = chosen({ online: false, hasEmail: false })
    expect(offered).toEqual([
      { channel: 'web_chat', answer: { until: null } },
      { channel: 'email', answer: { refused: 'no_address' } },
    ])
    expect(first).toBe('web_chat')
  })

  it('R-5a both are greyed for a blocked customer', () => {
    const reasons = chosen({ blocked: true }).offered.map(({ answer }) => answer)
    expect(reasons).toEqual([{ refused: 'customer_blocked' }, { refused: 'customer_blocked' }])
  })

  it.each(channelNames.filter((name) => name !== 'web_chat'))('R-6a a %s ticket has only its own', (channel) => {
    const { offered, chosen: first } = replyChannels(aTicket({ channel }), { ...facts(), online: false }, monday)
    expect([offered.map((one) => one.channel), first]).toEqual([[channel], channel])
  })

  it.each(channelNames.filter((name) => name !== 'web_chat' && name !== 'email'))(
    'R-6a a web chat cannot be answered by %s',
    (channel) => {
      expect(mayReplyBy(channel, chat, facts(), monday)).toEqual({ refused: 'wrong_channel' })
    },
  )

  it('R-6a no other ticket can be answered by web chat', () => {
    expect(mayReplyBy('web_chat', aTicket({ channel: 'email' }), facts(), monday)).toEqual({ refused: 'wrong_channel' })
  })
})

describe('sender ids', () => {
  it.each(['BirchWool', 'Birch1', '1-800-FLOWERS', 'ＢＩＲＣＨ', 'Магазин', '店'])(
    'R-3a %s is branded and refused',
    (id) => {
      expect(senderIdProblem(id)).toBe('branded_sender')
    },
  )

  it.each(['+4930123456', '+1 (415) 555-2671', '＋４９３０１２３４５６', '72345', '+49.30.1234567'])(
    'R-3a %s can receive',
    (id) => {
      expect(senderIdProblem(id)).toBeNull()
    },
  )

  it.each(['', ' ', '+', '030123456789', '+0301234567', '12', '+12345', '+1234567890123456', '++4930123456'])(
    'R-3a "%s" is no number',
    (id) => {
      expect(senderIdProblem(id)).toBe('bad_number')
    },
  )
})

describe('quiet hours', () => {
  const berlin = 'Europe/Berlin'
  const quietHoursWarning = (channel: ChannelName, ...rest: [zone: string | null, wrote: number | null, now: number]) =>
    quietAt(channelRules[channel].quietHours, ...rest)
  const warning = (local: string, wrote: number | null = null, zone: string | null = berlin) =>
    quietHoursWarning('sms', zone, wrote, at(`2026-07-01T${local}+02:00`))

  it.each([
    ['00:00:00', '00:00'],
    ['07:59:59.999', '07:59'],
    ['08:00:00', null],
    ['12:00:00', null],
    ['20:00:00', null],
    ['20:00:00.001', '20:00'],
    ['23:59:00', '23:59'],
  ])('R-11a at %s of the recipient: %s', (local, time) => {
    expect(warning(local)).toEqual(time === null ? null : { time })
  })

  it('R-11a not when the customer wrote in the last 15 minutes, those included', () => {
    const night = at('2026-07-01T22:00:00+02:00')
    expect(warning('22:00:00', night - 15 * minute)).toBeNull()
    expect(warning('22:00:00', night - 15 * minute - 1)).toEqual({ time: '22:00' })
  })

  it('R-11a not when nobody knows where they are', () => {
    expect([warning('22:00:00', null, null), warning('22:00:00', null, 'Nowhere/Else')]).toEqual([null, null])
  })

  it('R-11a by the recipient’s zone, through the change of the clocks', () => {
    expect(quietHoursWarning('sms', berlin, null, at('2026-03-29T00:59:59Z'))).toEqual({ time: '01:59' })
    expect(quietHoursWarning('sms', berlin, null, at('2026-03-29T06:00:00Z'))).toBeNull()
    expect(quietHoursWarning('sms', berlin, null, at('2026-03-28T06:00:00Z'))).toEqual({ time: '07:00' })
    expect(quietHoursWarning('sms', 'Asia/Kathmandu', null, at('2026-03-29T02:15:00Z') - second)).toEqual({
      time: '07:59',
    })
  })

  it.each(channelNames)('R-11a on SMS and WhatsApp only, here %s', (channel) => {
    const night = at('2026-07-01T22:00:00+02:00')
    const warns = channel === 'sms' || channel === 'whatsapp'
    expect(quietHoursWarning(channel, berlin, null, night) !== null).toBe(warns)
  })
})

describe('replies that cross', () => {
  const by = (...authors: (string | null)[]) => authors.map((authorId) => ({ authorId }))

  it('R-14b a colleague’s that came meanwhile has to be known first', () => {
    expect(crossed(by('bo'), 'ada')).toEqual({ refused: 'crossed' })
    expect(crossed(by('ada', 'bo', 'ada'), 'ada')).toEqual({ refused: 'crossed' })
    // Whoever wrote it is a member no more.
    expect(crossed(by(null), 'ada')).toEqual({ refused: 'crossed' })
  })

  it('R-14b, R-8b one’s own ask nothing, however many', () => {
    expect(crossed([], 'ada')).toBeNull()
    expect(crossed(by('ada', 'ada', 'ada'), 'ada')).toBeNull()
  })
})
