import type { OfficeHours } from '../protocol/settings.ts'
import type { Moment } from './ticket.ts'
import { offsetAt, stretches } from './wall-clock.ts'

export { type HoursProblem, hoursProblems } from './hours-problems.ts'
export { zoneExists } from './wall-clock.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** A week and a clock change fit into the near look; only holidays in a row need the far one. */
const looks = [9 * day, 400 * day]
const weeksAhead = 58

/** A time from `from` up to, not including, `to`. */
type Period = { from: number; to: number }

/**
 * Are there any office hours at all? Without them there are no automatic replies (W-7).
 */
export function anyHours(hours: OfficeHours): boolean {
  return hours.days.some((ranges) => ranges.some((range) => range.start !== range.end))
}

/**
 * W-7: is `now` inside the office hours, start <= now < end on the clocks of `zone`? An hour that the clocks skip is
 * nobody's; one they show twice counts both times.
 */
export function isOpen(hours: OfficeHours, zone: string, now: Moment): boolean {
  const wall = now + offsetAt(zone, now)
  return periodsOfDay(hours, holidayDays(hours), Math.floor(wall / day)).some((p) => p.from <= wall && wall < p.to)
}

/**
 * Open now, and the first moment at which that changes; `changesAt` is null when it does not within 400 days.
 * Null when there are no ranges.
 */
export function hoursNow(
  hours: OfficeHours,
  zone: string,
  now: Moment,
): { open: boolean; changesAt: Moment | null } | null {
  if (!anyHours(hours)) return null
  const open = isOpen(hours, zone, now)
  for (const look of looks) {
    const end = now + look
    const first = openPeriods(hours, zone, now, end)[0]
    const change = open ? first?.to : first?.from
    if (change !== undefined && change < end) return { open, changesAt: change }
  }
  return { open, changesAt: null }
}

/** W-8: the start of the closed period `now` is in, its last end. Null when open, or without an end in 400 days. */
export function closedSince(hours: OfficeHours, zone: string, now: Moment): Moment | null {
  if (isOpen(hours, zone, now)) return null
  for (const look of looks) {
    const last = openPeriods(hours, zone, now - look, now).at(-1)
    if (last) return last.to
  }
  return null
}

/** The open periods between two moments, in order and cut at both; those that touch are one. */
function openPeriods(hours: OfficeHours, zone: string, from: Moment, to: Moment): Period[] {
  const holidays = holidayDays(hours)
  const found: Period[] = []
  for (const stretch of stretches(zone, from, to)) {
    const wallEnd = stretch.to + stretch.offset
    for (let n = Math.floor((stretch.from + stretch.offset) / day); n * day < wallEnd; n++) {
      for (const wall of periodsOfDay(hours, holidays, n)) {
        const start = Math.max(wall.from - stretch.offset, stretch.from)
        const end = Math.min(wall.to - stretch.offset, stretch.to)
        if (start >= end) continue
        const last = found.at(-1)
        if (last && start <= last.to) last.to = Math.max(last.to, end)
        else found.push({ from: start, to: end })
      }
    }
  }
  return found
}

/**
 * The open periods of one day, in milliseconds of the wall clock since 1970: its own ranges up to midnight, and what
 * runs over from the evening before. A holiday has none, whichever day they began on (W-7).
 */
function periodsOfDay(hours: OfficeHours, holidays: ReadonlySet<number>, n: number): Period[] {
  if (holidays.has(n)) return []
  const midnight = n * day
  const own = rangesOf(hours, n)
    .filter(({ start, end }) => start !== end)
    .map(({ start, end }) => ({ from: midnight + start * minute, to: midnight + (end > start ? end * minute : day) }))
  const over = rangesOf(hours, n - 1)
    .filter(({ start, end }) => end < start)
    .map(({ end }) => ({ from: midnight, to: midnight + end * minute }))
  return [...over, ...own].sort((a, b) => a.from - b.from)
}

/** 1970-01-01, day 0, was a Thursday; the week starts on Monday. */
function rangesOf(hours: OfficeHours, n: number) {
  return hours.days[(((n + 3) % 7) + 7) % 7] ?? []
}

function holidayDays(hours: OfficeHours): ReadonlySet<number> {
  return new Set(hours.holidays.map(({ date }) => Date.parse(date) / day))
}

/** A clock that runs while it is open. Without any hours it always runs. */
export type OpenTime = {
  /** The moment at which `span` of open time has gone by since `from`; null: not within 400 days. */
  after(from: Moment, span: number): Moment | null
}

/** W-12: counts time inside the office hours. It remembers the weeks it has looked at: many tickets wait in one. */
export function openTime(hours: OfficeHours, zone: string): OpenTime {
  if (!anyHours(hours)) return { after: (from, span) => from + span }
  const week = 7 * day
  const known = new Map<number, Period[]>()
  const periodsOf = (n: number) => {
    const found = known.get(n) ?? openPeriods(hours, zone, n * week, (n + 1) * week)
    known.set(n, found)
    return found
  }
  return {
    after(from, span) {
      let left = span
      const first = Math.floor(from / week)
      for (let n = first; n < first + weeksAhead; n++) {
        for (const period of periodsOf(n)) {
          const start = Math.max(period.from, from)
          if (period.to - start > left) return start + left
          left -= Math.max(0, period.to - start)
        }
      }
      return null
    },
  }
}
