import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OfficeHours, OfficeRange } from '../../../server/protocol/settings.ts'
import { closedSince, hoursNow, hoursProblems, isOpen } from '../../../server/tickets/office-hours.ts'
import { at } from './a-ticket.ts'
import { naiveClosedSince, naiveHoursNow, naiveOpen } from './naive-hours.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Zones, each with a moment around which its clocks change, where they do. */
const places = [
  { zone: 'Europe/Berlin', around: at('2026-03-29T01:00Z') },
  { zone: 'Europe/Berlin', around: at('2026-10-25T01:00Z') },
  { zone: 'Pacific/Chatham', around: at('2026-04-04T14:00Z') },
  { zone: 'Pacific/Chatham', around: at('2026-09-26T14:00Z') },
  { zone: 'Australia/Lord_Howe', around: at('2026-04-04T15:00Z') },
  { zone: 'Africa/Cairo', around: at('2026-04-23T22:00Z') },
  { zone: 'America/New_York', around: at('2026-11-01T06:00Z') },
  { zone: 'America/Sao_Paulo', around: at('2026-10-18T03:00Z') },
  { zone: 'Asia/Kathmandu', around: at('2026-03-29T01:00Z') },
]

const ranges = fc.array(
  fc.record({
    start: fc.oneof(fc.nat({ max: 1439 }), fc.constantFrom(0, 60, 120, 150, 180, 540)),
    end: fc.oneof(fc.nat({ max: 1440 }), fc.constantFrom(0, 60, 120, 150, 180, 1020, 1440)),
  }),
  { maxLength: 3 },
)
const weeks = fc.array(fc.oneof(ranges, fc.constant<OfficeRange[]>([{ start: 0, end: 1440 }])), {
  minLength: 7,
  maxLength: 7,
})

/** A week, a zone, a moment within four days of a clock change, and holidays within ten. */
const cases = fc
  .record({
    place: fc.constantFrom(...places),
    days: weeks,
    away: fc.integer({ min: -4 * 24 * 60, max: 4 * 24 * 60 }),
    seconds: fc.constantFrom(0, 0, 1, 30_500),
    holidays: fc.uniqueArray(fc.integer({ min: -10, max: 10 }), { maxLength: 4 }),
  })
  .map(({ place, days, away, seconds, holidays }) => ({
    zone: place.zone,
    hours: { days, holidays: holidays.map((n) => ({ date: dateOf(place.around + n * day), name: '' })) },
    now: place.around + away * minute + seconds,
  }))

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

describe('office hours beside a second opinion that looks at every minute', { timeout: 60_000 }, () => {
  it('W-7a W-8a isOpen agrees', () => {
    fc.assert(
      fc.property(cases, ({ hours, zone, now }) => {
        for (let moment = now - day; moment <= now + day; moment += 7 * minute) {
          expect(isOpen(hours, zone, moment)).toBe(naiveOpen(hours, zone, moment))
        }
      }),
      { seed: 5, numRuns: 40 },
    )
  })

  it('W-7a changesAt is the first moment at which isOpen differs', () => {
    fc.assert(
      fc.property(cases, ({ hours, zone, now }) => {
        expect(hoursNow(hours, zone, now)).toEqual(naiveHoursNow(hours, zone, now))
      }),
      { seed: 6, numRuns: 150 },
    )
  })

  it('W-8b closedSince is the last end, and nothing while open', () => {
    fc.assert(
      fc.property(cases, ({ hours, zone, now }) => {
        expect(closedSince(hours, zone, now)).toBe(naiveClosedSince(hours, zone, now))
      }),
      { seed: 7, numRuns: 150 },
    )
  })

  it('W-7b ranges are refused exactly where two of them share a minute of the week, later ones by name', () => {
    fc.assert(
      fc.property(weeks, (days) => {
        const problems = hoursProblems({ days, holidays: [] }).filter(({ code }) => code === 'range_overlaps')
        expect(problems.map(({ path }) => path.join('.'))).toEqual(sharing(days))
      }),
      { seed: 8, numRuns: 150 },
    )
  })
})

/** The paths of the ranges that want a minute which an earlier one has taken, on a circle of all minutes. */
function sharing(days: OfficeHours['days']): string[] {
  const taken = new Set<number>()
  const late: string[] = []
  for (const [weekday, list] of days.entries()) {
    for (const [index, { start, end }] of list.entries()) {
      const minutes: number[] = []
      for (let m = start; m !== end && m < (end > start ? end : end + 1440); m++) {
        minutes.push((weekday * 1440 + m) % 10_080)
      }
      if (minutes.some((m) => taken.has(m))) late.push(`days.${weekday}.${index}`)
      for (const m of minutes) taken.add(m)
    }
  }
  return late
}
