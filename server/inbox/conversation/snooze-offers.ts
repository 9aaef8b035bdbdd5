import { momentAt, wallTime } from '../wall-time.ts'

export type SnoozeOffer = { kind: 'later' | 'tomorrow' | 'week'; until: number }

const laterMs = 3 * 3_600_000
const lastHour = 21
const morning = 9

/** S-1: the moments a ticket can be hidden until, in the agent's zone. Later today is not offered after 21:00. */
export function snoozeOffers(now: number, zone: string): SnoozeOffer[] {
  const today = wallTime(now, zone)
  const at = (days: number, hour: number) => momentAt({ ...today, day: today.day + days, hour, minute: 0 }, zone)
  const offers: SnoozeOffer[] = []
  if (now <= at(0, lastHour)) offers.push({ kind: 'later', until: now + laterMs })
  offers.push({ kind: 'tomorrow', until: at(1, morning) }, { kind: 'week', until: at(7, morning) })
  return offers
}

/** What a `datetime-local` field says, in the agent's zone; null where it says nothing. */
export function pickedMoment(value: string, zone: string): number | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(value)
  if (!found) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number)
  return momentAt({ year, month, day, hour, minute }, zone)
}

/** A moment in the form a `datetime-local` field takes. */
export function fieldMoment(at: number, zone: string): string {
  const wall = wallTime(at, zone)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${wall.year}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}
