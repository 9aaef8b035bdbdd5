/** A moment as a clock on the wall of a zone shows it. `weekday`: 0 is Monday. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number; weekday: number }

const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** Reads a moment (epoch milliseconds) in an IANA zone. */
export function wallTime(at: number, zone: string): WallTime {
  const part = new Map(
    format(zone)
      .formatToParts(at)
      .map((p) => [p.type, Number(p.value)]),
  )
  const [year, month, day] = [part.get('year') ?? 0, part.get('month') ?? 1, part.get('day') ?? 1]
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
  return { year, month, day, hour: part.get('hour') ?? 0, minute: part.get('minute') ?? 0, weekday }
}

/**
 * The moment at which a zone's clocks show this date and time; `day` may run over the month's end.
 * A time that a change to summer time leaves out becomes the same time an hour later; a doubled one is the first.
 */
export function momentAt(wall: Omit<WallTime, 'weekday'>, zone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offset = (at: number) => {
    const seen = wallTime(at, zone)
    return Date.UTC(seen.year, seen.month - 1, seen.day, seen.hour, seen.minute) - Math.floor(at / 60_000) * 60_000
  }
  const day = 86_400_000
  const [before, after] = [offset(asUtc - day), offset(asUtc + day)]
  // The larger offset gives the earlier moment: the first of two, if the clock really shows it.
  const first = asUtc - Math.max(before, after)
  if (offset(first) === Math.max(before, after)) return first
  const second = asUtc - Math.min(before, after)
  return offset(second) === Math.min(before, after) ? second : asUtc - before
}

/** Two moments on the same date of a zone? */
export function sameDay(a: number, b: number, zone: string): boolean {
  const [x, y] = [wallTime(a, zone), wallTime(b, zone)]
  return x.year === y.year && x.month === y.month && x.day === y.day
}
