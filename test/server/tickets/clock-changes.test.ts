import { describe, expect, it } from 'vitest'
import { closedSince, hoursNow } from '../../../server/tickets/office-hours.ts'
import { at, range, week } from './a-ticket.ts'

type Row = { what: string; zone: string; hours: ReturnType<typeof week>; periods: [from: string, to: string][] }

/** From noon UTC of the first day: all open periods, in order. */
const clockChanges: Row[] = [
  {
    what: 'a night that loses an hour',
    zone: 'Europe/Berlin',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-03-28T21:00Z', '2026-03-29T04:00Z'],
      ['2026-04-04T20:00Z', '2026-04-05T04:00Z'],
    ],
  },
  {
    what: 'a night that gains an hour',
    zone: 'Europe/Berlin',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-10-24T20:00Z', '2026-10-25T05:00Z'],
      ['2026-10-31T21:00Z', '2026-11-01T05:00Z'],
    ],
  },
  {
    what: 'a start that does not exist: the next moment that does',
    zone: 'Europe/Berlin',
    hours: week({ sun: [range('2:30', '5:00')] }),
    periods: [
      ['2026-03-29T01:00Z', '2026-03-29T03:00Z'],
      ['2026-04-05T00:30Z', '2026-04-05T03:00Z'],
    ],
  },
  {
    what: 'an end that does not exist: where the clocks jump',
    zone: 'Europe/Berlin',
    hours: week({ sun: [range('1:00', '2:30')] }),
    periods: [
      ['2026-03-29T00:00Z', '2026-03-29T01:00Z'],
      ['2026-04-04T23:00Z', '2026-04-05T00:30Z'],
    ],
  },
  {
    what: 'a range wholly in the missing hour: not on that day',
    zone: 'Europe/Berlin',
    hours: week({ sun: [range('2:15', '2:45')] }),
    periods: [
      ['2026-03-22T01:15Z', '2026-03-22T01:45Z'],
      ['2026-04-05T00:15Z', '2026-04-05T00:45Z'],
    ],
  },
  {
    what: 'a range in the doubled hour: both times',
    zone: 'Europe/Berlin',
    hours: week({ sun: [range('2:15', '2:45')] }),
    periods: [
      ['2026-10-25T00:15Z', '2026-10-25T00:45Z'],
      ['2026-10-25T01:15Z', '2026-10-25T01:45Z'],
    ],
  },
  {
    what: 'a range around the doubled hour: one long period',
    zone: 'Europe/Berlin',
    hours: week({ sun: [range('1:00', '4:00')] }),
    periods: [
      ['2026-10-24T23:00Z', '2026-10-25T03:00Z'],
      ['2026-11-01T00:00Z', '2026-11-01T03:00Z'],
    ],
  },
  {
    what: 'no clock change any more',
    zone: 'America/Sao_Paulo',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-10-18T01:00Z', '2026-10-18T09:00Z'],
      ['2026-10-25T01:00Z', '2026-10-25T09:00Z'],
    ],
  },
  {
    what: 'an offset of three quarters',
    zone: 'Asia/Kathmandu',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-03-28T16:15Z', '2026-03-29T00:15Z'],
      ['2026-04-04T16:15Z', '2026-04-05T00:15Z'],
    ],
  },
  {
    what: 'three quarters and a night that gains an hour',
    zone: 'Pacific/Chatham',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-04-04T08:15Z', '2026-04-04T17:15Z'],
      ['2026-04-11T09:15Z', '2026-04-11T17:15Z'],
    ],
  },
  {
    what: 'three quarters and a night that loses an hour',
    zone: 'Pacific/Chatham',
    hours: week({ sat: [range('22:00', '6:00')] }),
    periods: [
      ['2026-09-26T09:15Z', '2026-09-26T16:15Z'],
      ['2026-10-03T08:15Z', '2026-10-03T16:15Z'],
    ],
  },
]

describe('when the clocks change', () => {
  it.each(clockChanges)('W-7a $zone: $what', ({ zone, hours, periods }) => {
    const found: [string, string][] = []
    let now = at(periods[0]?.[0] ?? '') - 3_600_000
    for (const _ of periods) {
      const opens = hoursNow(hours, zone, now)?.changesAt ?? Number.NaN
      const closes = hoursNow(hours, zone, opens)?.changesAt ?? Number.NaN
      expect(closedSince(hours, zone, closes)).toBe(closes)
      found.push([iso(opens), iso(closes)])
      now = closes
    }
    expect(found).toEqual(periods)
  })
})

const iso = (moment: number): string => new Date(moment).toISOString().replace(':00.000Z', 'Z')
