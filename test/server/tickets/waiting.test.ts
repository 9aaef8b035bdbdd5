import { describe, expect, it } from 'vitest'
import { openTime } from '../../../server/tickets/office-hours.ts'
import {
  nudgeNow,
  waitingMarks,
  waitingSince,
  waitsAfterReply,
  waitsFrom,
  waitsInAny,
  waitsOnceCleared,
} from '../../../server/tickets/waiting.ts'
import { at, nineToFive, range, week } from './a-ticket.ts'

/** No day of the next two years is open. */
const everyDay = Array.from({ length: 800 }, (_, n) => ({
  date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
  name: 'closed',
}))

it('W-12a whoever writes again waits since their first message that nobody answered', () => {
  expect(waitsFrom({ status: 'open', waiting_since: null }, 500)).toBe(500)
  expect(waitsFrom({ status: 'open', waiting_since: 200 }, 500)).toBe(200)
  expect(waitsFrom({ status: 'snoozed', waiting_since: 200 }, 500)).toBe(200)
})

it('W-12a a ticket that was closed unanswered and is written to again begins anew', () => {
  expect(waitsFrom({ status: 'closed', waiting_since: 200 }, 500)).toBe(500)
})

it('W-12a nobody waits in a closed or snoozed ticket, nor in Spam', () => {
  expect(waitingSince({ status: 'open', spam: false, waiting_since: 200 })).toBe(200)
  expect(waitingSince({ status: 'open', spam: true, waiting_since: 200 })).toBeNull()
  for (const status of ['closed', 'snoozed'] as const) {
    expect(waitingSince({ status, spam: false, waiting_since: 200 })).toBeNull()
  }
})

it('W-12a S-8 who was taken for spam has waited since their last message, unless it was answered', () => {
  const cleared = (waiting_since: number | null, last_customer_at: number | null, last_agent_at: number | null) =>
    waitsOnceCleared({ waiting_since, last_customer_at, last_agent_at })
  expect(cleared(null, 300, null)).toBe(300)
  expect(cleared(null, 300, 200)).toBe(300)
  expect(cleared(null, 300, 300)).toBeNull()
  expect(cleared(100, 300, null)).toBe(100)
  expect(cleared(null, null, null)).toBeNull()
})

it('W-12a T-3c of tickets that are made one its customer waits as long as in any that was open', () => {
  const open = { status: 'open', spam: false } as const
  expect(
    waitsInAny([
      { ...open, waiting_since: null },
      { ...open, waiting_since: 300 },
    ]),
  ).toBe(300)
  expect(
    waitsInAny([
      { ...open, waiting_since: 400 },
      { ...open, waiting_since: 300 },
    ]),
  ).toBe(300)
  expect(
    waitsInAny([
      { ...open, spam: true, waiting_since: 300 },
      { status: 'closed', spam: false, waiting_since: 1 },
    ]),
  ).toBeNull()
})

const minute = 60_000
const always = openTime(week({}), 'UTC')

it('W-12a a chat is marked after three minutes and loudly after five, SMS and WhatsApp after sixty, mail never', () => {
  expect(waitingMarks('web_chat', 1_000, always)).toEqual({ marked: 1_000 + 3 * minute, loud: 1_000 + 5 * minute })
  for (const channel of ['sms', 'whatsapp'] as const) {
    expect(waitingMarks(channel, 1_000, always)).toEqual({ marked: 1_000 + 60 * minute, loud: null })
  }
  for (const channel of ['email', 'instagram', 'messenger'] as const) {
    expect(waitingMarks(channel, 1_000, always)).toBeNull()
  }
  expect(waitingMarks('web_chat', null, always)).toBeNull()
})

describe('inside the office hours', () => {
  const berlin = openTime(nineToFive, 'Europe/Berlin')
  // Monday, 2 March 2026; Berlin is an hour ahead.
  it.each([
    ['in the middle of the day', '2026-03-02T10:00Z', '2026-03-02T11:00Z'],
    ['over the end of the day', '2026-03-02T15:30Z', '2026-03-03T08:30Z'],
    ['exactly until the end: the next day begins with the mark', '2026-03-02T15:00Z', '2026-03-03T08:00Z'],
    ['at night', '2026-03-02T22:00Z', '2026-03-03T09:00Z'],
    ['before it opens', '2026-03-02T04:00Z', '2026-03-02T09:00Z'],
  ])('W-12a sixty minutes of a text message that came %s', (_, from, marked) => {
    expect(waitingMarks('sms', at(from), berlin)).toEqual({ marked: at(marked), loud: null })
  })

  it('W-12a counts over the weekend, a clock change and a short range, week after week', () => {
    const mondays = openTime(week({ mon: [range('9:00', '9:20')] }), 'Europe/Berlin')
    // Three Mondays of twenty minutes each; the clocks change on 29 March.
    expect(mondays.after(at('2026-03-16T08:00Z'), 59 * minute)).toBe(at('2026-03-30T07:19Z'))
    const none = openTime({ ...week({ mon: [range('9:00', '9:20')] }), holidays: everyDay }, 'Europe/Berlin')
    expect(none.after(at('2026-03-16T08:00Z'), minute)).toBeNull()
  })
})

it('W-12b a reply sent as “still working on it” keeps whoever waits waiting, and the clock begins anew', () => {
  expect(waitsAfterReply({ waiting_since: 200 }, true, 900)).toBe(900)
  expect(waitsAfterReply({ waiting_since: 200 }, false, 900)).toBeNull()
  expect(waitsAfterReply({ waiting_since: null }, true, 900)).toBeNull()
})

describe('the nudge', () => {
  const marks = { marked: 1_000, loud: 2_000 }
  it('W-12 is given at each mark, and once where both have passed', () => {
    expect(nudgeNow(marks, 999)).toEqual({ mark: null, next: 1_000 })
    expect(nudgeNow(marks, 1_000)).toEqual({ mark: 'marked', next: 2_000 })
    expect(nudgeNow(marks, 2_000)).toEqual({ mark: 'loud', next: null })
    expect(nudgeNow({ marked: 1_000, loud: null }, 9_000)).toEqual({ mark: 'marked', next: null })
    expect(nudgeNow(null, 9_000)).toEqual({ mark: null, next: null })
  })
})
