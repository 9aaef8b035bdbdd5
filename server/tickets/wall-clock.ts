import { Temporal } from 'temporal-polyfill'
import type { Moment } from './ticket.ts'

/** A time during which the zone keeps one offset; `from` is in it, `to` is not. Offset in milliseconds. */
export type Stretch = { from: Moment; to: Moment; offset: number }

/** The moment on the clocks of `zone`, an IANA name; throws RangeError for a zone that does not exist. */
export function onClocksOf(zone: string, at: Moment): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
}

/** What has to be added to a moment to read the clocks of `zone`, in milliseconds. */
export function offsetAt(zone: string, at: Moment): number {
  return onClocksOf(zone, at).offsetNanoseconds / 1e6
}

/** The time from `from` to `to`, cut where the clocks of `zone` change. */
export function stretches(zone: string, from: Moment, to: Moment): Stretch[] {
  const cut: Stretch[] = []
  let clock: Temporal.ZonedDateTime | null = onClocksOf(zone, from)
  while (clock) {
    const offset = clock.offsetNanoseconds / 1e6
    const start: Moment = clock.epochMilliseconds
    const change: Temporal.ZonedDateTime | null = clock.getTimeZoneTransition('next')
    clock = change && change.epochMilliseconds < to ? change : null
    cut.push({ from: start, to: clock ? clock.epochMilliseconds : to, offset })
  }
  return cut
}

/** Is this the name of a time zone? Bare offsets are not: they would not follow the clock changes. */
export function zoneExists(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    onClocksOf(zone, 0)
    return true
  } catch {
    return false
  }
}
