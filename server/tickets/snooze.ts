import type { Temporal } from 'temporal-polyfill'
import type { Moment } from './ticket.ts'
import { onClocksOf } from './wall-clock.ts'

export type SnoozeOffer = { key: 'later_today' | 'tomorrow' | 'next_week'; at: Moment }

/** S-1: the moments a snooze is offered for, on the clocks of the agent's zone. */
export function snoozeOffers(now: Moment, zone: string): SnoozeOffer[] {
  const clock = onClocksOf(zone, now)
  const nine = (days: number): Moment => morning(clock, days).epochMilliseconds
  const offers: SnoozeOffer[] = [
    { key: 'tomorrow', at: nine(1) },
    { key: 'next_week', at: nine(7) },
  ]
  const last = clock.withPlainTime('21:00')
  if (now <= last.epochMilliseconds) offers.unshift({ key: 'later_today', at: now + 3 * 3_600_000 })
  return offers
}

function morning(clock: Temporal.ZonedDateTime, days: number): Temporal.ZonedDateTime {
  return clock.toPlainDate().add({ days }).toZonedDateTime({ timeZone: clock.timeZoneId, plainTime: '09:00' })
}
