import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { type AutomaticSender, automaticRefusal } from '../../../server/tickets/automatic-guard.ts'
import { hour, monday } from './an-arrival.ts'

const own = ['Support@shop.example', '+4930123456']
const refusal = (given: Partial<AutomaticSender> = {}) =>
  automaticRefusal(
    {
      channel: 'email',
      address: 'ada@example.com',
      automatic: false,
      blocked: false,
      spam: false,
      lastAnswerAt: null,
      ...given,
    },
    own,
    monday,
  )

describe('who gets an automatic answer at all', () => {
  it.each(channelNames)('P-5a a person who writes by %s', (channel) => {
    expect(refusal({ channel, address: channel === 'email' ? 'ada@example.com' : 'ada' })).toBeNull()
  })

  it.each(channelNames)('P-5a nothing automatic, by %s', (channel) => {
    expect(refusal({ channel, automatic: true })).toBe('automatic')
  })

  it.each([
    ['', 'no_sender'],
    [' ', 'no_sender'],
    ['support@shop.example', 'own_address'],
    ['SUPPORT+t0k3n@shop.example', 'own_address'],
    ['MAILER-DAEMON@mx.example', 'robot'],
    ['postmaster@mx.example', 'robot'],
    ['no-reply@example.com', 'robot'],
    ['noreply@example.com', 'robot'],
    ['No_Reply@example.com', 'robot'],
    ['do.not.reply@example.com', 'robot'],
    ['donotreply+123@example.com', 'robot'],
    ['bounce+id@example.com', 'robot'],
    ['bounces@example.com', 'robot'],
    ['news-bounces@lists.example', 'robot'],
    ['news-request@lists.example', 'robot'],
    ['owner-news@lists.example', 'robot'],
    ['norbert.reply@example.com', null],
    ['postmaster.jones@example.com', null],
    ['request@example.com', null],
    ['ada', null],
  ] as const)('P-5a "%s": %s', (address, expected) => {
    expect(refusal({ address })).toBe(expected)
  })

  it('P-5a our own number neither', () => {
    expect(refusal({ channel: 'sms', address: '+4930123456' })).toBe('own_address')
  })

  it('P-5a names of robots mean nothing outside mail', () => {
    expect(refusal({ channel: 'instagram', address: 'noreply@x' })).toBeNull()
  })

  it('P-5a by mail at most once a sender in 24 hours', () => {
    expect(refusal({ lastAnswerAt: monday - 24 * hour + 1 })).toBe('answered_lately')
    expect(refusal({ lastAnswerAt: monday - 24 * hour })).toBeNull()
    expect(refusal({ channel: 'web_chat', lastAnswerAt: monday })).toBeNull()
  })

  it('S-8b, S-9b none to spam and blocked senders', () => {
    expect([refusal({ spam: true }), refusal({ blocked: true })]).toEqual(['spam', 'blocked'])
  })

  it('P-5a two desks that answer each other, even without saying so, fall silent after one answer each', () => {
    let at = monday
    const last: Record<string, number> = {}
    let sent = 0
    let writer = 'desk@a.example'
    for (let turn = 0; turn < 20; turn++) {
      const sender = { channel: 'email', address: writer, automatic: false, blocked: false, spam: false } as const
      if (automaticRefusal({ ...sender, lastAnswerAt: last[writer] ?? null }, [], at) === null) {
        last[writer] = at
        sent += 1
      }
      writer = writer === 'desk@a.example' ? 'desk@b.example' : 'desk@a.example'
      at += 1_000
    }
    expect(sent).toBe(2)
  })
})
