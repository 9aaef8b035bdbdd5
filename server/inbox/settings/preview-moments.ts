import { momentAt, wallTime } from '../wall-time.ts'

/** Moments to look at beside now: tonight late, and noon of the next Sunday, in the desk's zone. */
export function otherMoments(now: number, zone: string): [number, number] {
  const today = wallTime(now, zone)
  const tonight = momentAt({ ...today, hour: 21, minute: 40 }, zone)
  const toSunday = 6 - today.weekday || 7
  const sunday = momentAt({ ...today, day: today.day + toSunday, hour: 12, minute: 0 }, zone)
  return [tonight > now ? tonight : momentAt({ ...today, day: today.day + 1, hour: 21, minute: 40 }, zone), sunday]
}
