import type { OfficeHours, OfficeRange } from '../protocol/settings.ts'

/** A field of the office hours that cannot stay so; `path` leads to it from the office hours. */
export type HoursProblem = {
  path: (string | number)[]
  code: 'range_empty' | 'range_overlaps' | 'date_repeated'
  with?: OfficeRange
}

const dayMinutes = 24 * 60
const weekMinutes = 7 * dayMinutes

type Placed = { path: (string | number)[]; range: OfficeRange; start: number; length: number }

/**
 * W-7: what is wrong with these hours; empty when they may be saved. Ranges may touch, not overlap, over the week as
 * a circle (Sunday night runs into Monday). Of two that overlap the one listed later is named, once.
 */
export function hoursProblems(hours: OfficeHours): HoursProblem[] {
  const problems: HoursProblem[] = []
  const placed: Placed[] = []
  for (const [weekday, ranges] of hours.days.entries()) {
    for (const [index, range] of ranges.entries()) {
      const path = ['days', weekday, index]
      if (range.start === range.end) {
        problems.push({ path, code: 'range_empty' })
        continue
      }
      const length = range.end > range.start ? range.end - range.start : range.end + dayMinutes - range.start
      const place = { path, range, start: weekday * dayMinutes + range.start, length }
      const rival = placed.find((other) => overlap(place, other))
      if (rival) problems.push({ path, code: 'range_overlaps', with: rival.range })
      placed.push(place)
    }
  }
  const dates = new Set<string>()
  for (const [index, { date }] of hours.holidays.entries()) {
    if (dates.has(date)) problems.push({ path: ['holidays', index, 'date'], code: 'date_repeated' })
    dates.add(date)
  }
  return problems
}

/** On a circle two arcs overlap when one of them starts inside the other. */
function overlap(a: Placed, b: Placed): boolean {
  return onward(a, b) < a.length || onward(b, a) < b.length
}

/** Minutes from the start of one range on to the start of the other. */
function onward(from: Placed, to: Placed): number {
  return (to.start - from.start + weekMinutes) % weekMinutes
}
