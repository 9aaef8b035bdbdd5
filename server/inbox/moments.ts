import { momentAt, sameDay, wallTime } from './wall-time.ts'

/** How moments read on the page, in one locale and zone. Every `at` is in epoch milliseconds. */
export type Moments = ReturnType<typeof createMoments>

const minute = 60_000
const day = 86_400_000

/** Short and long forms of moments. `zone` is the agent's own unless a form says otherwise. */
export function createMoments(locale: string, zone: string) {
  const made = new Map<string, Intl.DateTimeFormat>()
  const format = (at: number, options: Intl.DateTimeFormatOptions, where = zone): string => {
    const key = JSON.stringify([options, where])
    let known = made.get(key)
    if (!known) {
      known = new Intl.DateTimeFormat(locale, { ...options, timeZone: where })
      made.set(key, known)
    }
    return known.format(at)
  }
  const time = (at: number, where?: string) => format(at, { hour: 'numeric', minute: '2-digit' }, where)
  const narrow = (unit: 'minute' | 'hour', n: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(n)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' })
  return {
    locale,
    zone,
    time,
    /** Age of a row: now, minutes, hours, then the day or the date. */
    age(at: number, now: number): string {
      const gone = Math.max(0, now - at)
      if (gone < minute) return relative.format(0, 'second')
      if (gone < 60 * minute) return narrow('minute', Math.floor(gone / minute))
      if (sameDay(at, now, zone) || gone < 6 * 60 * minute) return narrow('hour', Math.floor(gone / (60 * minute)))
      if (gone < 6 * day) return format(at, { weekday: 'short' })
      if (gone < 300 * day) return format(at, { day: 'numeric', month: 'short' })
      return format(at, { month: 'short', year: 'numeric' })
    },
    /** A day as a line in the thread names it. */
    day(at: number, now: number, names: { today: string; yesterday: string }): string {
      if (sameDay(at, now, zone)) return names.today
      const today = wallTime(now, zone)
      // Not 24 hours ago: the day of a clock change has more or fewer.
      if (sameDay(at, momentAt({ ...today, day: today.day - 1, hour: 12, minute: 0 }, zone), zone))
        return names.yesterday
      const year = now - at > 180 * day ? { year: 'numeric' as const } : {}
      return format(at, { weekday: 'long', day: 'numeric', month: 'long', ...year })
    },
    /** A moment to come: the time today, a weekday within the week, else the date. */
    until(at: number, now: number, where = zone): string {
      if (sameDay(at, now, where)) return time(at, where)
      const near = at > now && at - now < 6 * day
      const when = near ? { weekday: 'short' as const } : { day: 'numeric' as const, month: 'short' as const }
      return `${format(at, when, where)} ${time(at, where)}`
    },
    /** How long something takes or lasts, in hours and minutes. */
    span(ms: number): string {
      const minutes = Math.floor(ms / minute)
      const short = (unit: 'minute' | 'hour', n: number) =>
        new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(n)
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (hours === 0) return short('minute', rest)
      return rest === 0 ? short('hour', hours) : `${short('hour', hours)} ${short('minute', rest)}`
    },
    /** A weekday's name alone. */
    weekdayOf: (at: number, where?: string) => format(at, { weekday: 'long' }, where),
    /** Weekday and time, as in “Saturday 17:24”. */
    weekdayTime: (at: number, where?: string) => `${format(at, { weekday: 'long' }, where)} ${time(at, where)}`,
    /** Date and time without a doubt. */
    full: (at: number) => format(at, { dateStyle: 'medium', timeStyle: 'short' }),
    date: (at: number) => format(at, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** 0 is Monday. */
    weekday: (n: number) => format(Date.UTC(2024, 0, 1 + n, 12), { weekday: 'long' }, 'UTC'),
  }
}
