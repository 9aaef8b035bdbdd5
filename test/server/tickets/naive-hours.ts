import type { OfficeHours } from '../../../server/protocol/settings.ts'

/**
 * A second opinion on office hours, made another way: it reads the clock of the zone through Intl and looks at one
 * minute at a time. Slow, and plain enough to be believed.
 */
export function naiveOpen(hours: OfficeHours, zone: string, now: number): boolean {
  const wall = new Date(wallClock(zone, now))
  if (hours.holidays.some(({ date }) => wall.toISOString().startsWith(date))) return false
  const minute = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  const today = (wall.getUTCDay() + 6) % 7
  const own = hours.days[today] ?? []
  const eve = hours.days[(today + 6) % 7] ?? []
  return (
    own.some(({ start, end }) => start !== end && minute >= start && (end < start || minute < end)) ||
    eve.some(({ start, end }) => end < start && minute < end)
  )
}

const minute = 60_000
/** Longer than any closed or open period of the tests' weeks with their few holidays, unless it has no end. */
const long = 30 * 24 * 60 * minute

/** Walks on minute by minute until it is otherwise. */
export function naiveHoursNow(hours: OfficeHours, zone: string, now: number) {
  if (!hours.days.flat().some(({ start, end }) => start !== end)) return null
  const open = naiveOpen(hours, zone, now)
  for (let moment = floor(now, minute); moment < now + long; moment += minute) {
    if (moment > now && naiveOpen(hours, zone, moment) !== open) return { open, changesAt: moment }
  }
  return { open, changesAt: null }
}

/** Walks back minute by minute until it is open; that minute's end was the last. */
export function naiveClosedSince(hours: OfficeHours, zone: string, now: number): number | null {
  if (naiveOpen(hours, zone, now)) return null
  for (let moment = floor(now, minute); moment > now - long; moment -= minute) {
    if (naiveOpen(hours, zone, moment)) return moment + minute
  }
  return null
}

const quarter = 15 * minute
const formats = new Map<string, Intl.DateTimeFormat>()
const clocks = new Map<string, number>()

/** What the clocks show, as if it were UTC. No zone of today changes its clocks but at a quarter of an hour. */
function wallClock(zone: string, now: number): number {
  const start = floor(now, quarter)
  const key = `${zone} ${start}`
  const wall = clocks.get(key) ?? read(zone, start)
  clocks.set(key, wall)
  return wall + (now - start)
}

function read(zone: string, now: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formats.set(zone, format)
  }
  return Date.parse(`${format.format(now).replace(' ', 'T')}Z`)
}

function floor(moment: number, unit: number): number {
  return Math.floor(moment / unit) * unit
}
