import type { OfficeRange } from '../../protocol/settings.ts'

/** Seven days, Monday first, each with its ranges in the order they were entered. */
export type Days = readonly (readonly OfficeRange[])[]

const dayMinutes = 1440
const usual: OfficeRange = { start: 540, end: 1020 }
const pause = 60
const longest = 240

/** W-7: an end before its start runs into the next day; midnight itself is the end of this one. */
export function runsOver(range: OfficeRange): boolean {
  return range.end < range.start && range.end !== 0
}

function lengthOf(range: OfficeRange): number {
  return range.end > range.start ? range.end - range.start : range.end + dayMinutes - range.start
}

/** Where the next hours of a day can begin, after all there are; null when the day is full. */
function nextStart(ranges: readonly OfficeRange[]): number | null {
  if (ranges.some((range) => range.end <= range.start)) return null
  const end = Math.max(0, ...ranges.map((range) => range.end))
  const start = end + pause
  return start < dayMinutes ? start : null
}

function withDay(days: Days, day: number, ranges: readonly OfficeRange[]): Days {
  return days.map((was, i) => (i === day ? ranges : was))
}

/** More hours on a day: nine to five on an empty one, else after the last, as long as four hours fit. */
export function addRange(days: Days, day: number): Days {
  const ranges = days[day] ?? []
  if (ranges.length === 0) return withDay(days, day, [usual])
  const start = nextStart(ranges)
  const range = start === null ? usual : { start, end: Math.min(dayMinutes, start + longest) }
  return withDay(days, day, [...ranges, range])
}

/** The day's last hours once more, moved behind them where they fit; else as they are, to be changed by hand. */
export function duplicateLast(days: Days, day: number): Days {
  const ranges = days[day] ?? []
  const last = ranges.at(-1)
  if (!last) return days
  const start = nextStart(ranges)
  const fits = start !== null && start + lengthOf(last) <= dayMinutes
  return withDay(days, day, [...ranges, fits ? { start, end: start + lengthOf(last) } : { ...last }])
}

/** Every day gets the hours of one. */
export function copyToAll(days: Days, day: number): Days {
  const ranges = days[day] ?? []
  return days.map(() => ranges.map((range) => ({ ...range })))
}

/** A day without one of its ranges. */
export function removeRange(days: Days, day: number, at: number): Days {
  return withDay(days, day, (days[day] ?? []).toSpliced(at, 1))
}

/** A day with one of its ranges changed. */
export function changeRange(days: Days, day: number, at: number, range: OfficeRange): Days {
  return withDay(
    days,
    day,
    (days[day] ?? []).map((was, i) => (i === at ? range : was)),
  )
}

/** Are there any hours? Without any, nobody gets an automatic reply (W-7). */
export function hasHours(days: Days): boolean {
  return days.some((ranges) => ranges.length > 0)
}

/** Minutes after midnight as people write them: 540 is 09:00, 1440 is 24:00. */
export function timeText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Reads 9, 09:00, 9.30, 930, 9 pm, 24:00; null for anything else. 24:00 only where a range ends. */
export function parseTime(text: string, end = false): number | null {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2})?)?\s*(am|pm|uhr|h)?$/i.exec(text.trim())
  if (!found) return null
  let hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  const half = found[3]?.toLowerCase()
  if (half === 'am' || half === 'pm') {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half === 'pm' ? 12 : 0)
  }
  const minutes = hour * 60 + minute
  if (minute > 59 || minutes > dayMinutes || (minutes === dayMinutes && !end)) return null
  return minutes
}
