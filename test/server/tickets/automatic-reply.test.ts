import { describe, expect, it } from 'vitest'
import { automaticReply } from '../../../server/tickets/automatic-reply.ts'
import { at, automatic, nineToFive, range, week } from './a-ticket.ts'

const during = { kind: 'during', text: 'We are here.' }
const outside = { kind: 'outside', text: 'We are away.' }
const friday = (time: string) => at(`2026-03-06T${time}Z`)
const saturday = (time: string) => at(`2026-03-07T${time}Z`)

describe('a message that opens a ticket', () => {
  it.each([
    ['08:59:59.999', outside],
    ['09:00', during],
    ['16:59:59.999', during],
    ['17:00', outside],
  ])('W-8a at %s, hours 9:00 to 17:00: start <= now < end', (time, reply) => {
    expect(automaticReply(true, automatic(), friday(time))).toEqual(reply)
  })

  it('W-8a uses the hours of the account’s zone', () => {
    const state = automatic({ zone: 'Asia/Kathmandu' })
    expect(automaticReply(true, state, friday('03:14'))).toEqual(outside)
    expect(automaticReply(true, state, friday('03:15'))).toEqual(during)
  })

  it('W-8a asks nobody what was written in another ticket of the period', () => {
    const state = automatic({ lastOutsideAt: saturday('08:00'), lastAgentAt: saturday('08:00') })
    expect(automaticReply(true, state, saturday('09:00'))).toEqual(outside)
  })
})

describe('a message that joins', () => {
  const now = saturday('12:00')

  it('W-8b never gets During', () => {
    expect(automaticReply(false, automatic(), friday('12:00'))).toBeNull()
  })

  it.each([
    ['nothing yet', null, null, outside],
    ['Outside in this period', saturday('11:00'), null, null],
    ['Outside at its first moment', friday('17:00'), null, null],
    ['Outside in an earlier period', friday('08:00'), null, outside],
    ['an agent in this period', null, friday('17:30'), null],
    ['an agent at its first moment', null, friday('17:00'), null],
    ['an agent just before it', null, friday('17:00') - 1, outside],
    ['both in earlier periods', friday('08:00'), friday('16:00'), outside],
    ['only one of them in this period', friday('08:00'), saturday('11:00'), null],
  ])('W-8b when closed, after %s', (_what, lastOutsideAt, lastAgentAt, reply) => {
    expect(automaticReply(false, automatic({ lastOutsideAt, lastAgentAt }), now)).toEqual(reply)
  })

  it('W-8b the weekend is one closed period, from Friday’s end to Monday’s start', () => {
    const state = automatic({ lastOutsideAt: friday('17:01') })
    expect(automaticReply(false, state, at('2026-03-09T08:59Z'))).toBeNull()
    expect(automaticReply(false, state, at('2026-03-09T17:00Z'))).toEqual(outside)
  })

  it('W-8b a holiday prolongs the closed period, and so does its night', () => {
    const hours = { ...nineToFive, holidays: [{ date: '2026-03-09', name: 'Holiday' }] }
    const state = automatic({ hours, lastAgentAt: friday('17:01') })
    expect(automaticReply(false, state, at('2026-03-10T08:59Z'))).toBeNull()
  })

  it('W-8b in a period without a known start, one reply in the ticket is enough', () => {
    const hours = week({ mon: [range('9:00', '17:00')] }, ...mondays(60))
    expect(automaticReply(false, automatic({ hours }), now)).toEqual(outside)
    expect(automaticReply(false, automatic({ hours, lastOutsideAt: now - 1 }), now)).toBeNull()
  })
})

describe('no reply', () => {
  it.each(['', '  \n\t '])('W-8c with an empty text: %j', (text) => {
    expect(automaticReply(true, automatic({ during: text }), friday('12:00'))).toBeNull()
    expect(automaticReply(true, automatic({ outside: text }), saturday('12:00'))).toBeNull()
    expect(automaticReply(false, automatic({ outside: text }), saturday('12:00'))).toBeNull()
  })

  it('W-8c one empty text does not silence the other', () => {
    expect(automaticReply(true, automatic({ during: '' }), saturday('12:00'))).toEqual(outside)
    expect(automaticReply(true, automatic({ outside: '' }), friday('12:00'))).toEqual(during)
  })

  it.each([true, false])('W-7c without any ranges (opens: %s)', (opens) => {
    const none = automatic({ hours: week({}, '2026-03-07') })
    expect(automaticReply(opens, none, friday('12:00'))).toBeNull()
    expect(automaticReply(opens, none, saturday('12:00'))).toBeNull()
  })
})

/** The last `n` Mondays before and `n` after 2026-03-02. */
function mondays(n: number): string[] {
  return Array.from({ length: 2 * n + 1 }, (_, i) =>
    new Date(at('2026-03-02T00:00Z') + (i - n) * 7 * 86_400_000).toISOString().slice(0, 10),
  )
}
