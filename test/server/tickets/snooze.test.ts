import { describe, expect, it } from 'vitest'
import { snoozeOffers } from '../../../server/tickets/snooze.ts'
import { at } from './a-ticket.ts'

const offers = (moment: string, zone: string) =>
  Object.fromEntries(snoozeOffers(at(moment), zone).map((offer) => [offer.key, offer.at]))

describe('the moments offered for a snooze', () => {
  it('S-1a later today, tomorrow and in one week, in the agent’s zone', () => {
    expect(snoozeOffers(at('2026-03-04T10:20Z'), 'Europe/Berlin')).toEqual([
      { key: 'later_today', at: at('2026-03-04T13:20Z') },
      { key: 'tomorrow', at: at('2026-03-05T08:00Z') },
      { key: 'next_week', at: at('2026-03-11T08:00Z') },
    ])
  })

  it.each([
    ['2026-03-04T20:00Z', true],
    ['2026-03-04T20:00:00.001Z', false],
    ['2026-03-04T22:59Z', false],
    ['2026-03-04T23:00Z', true],
  ])('S-1a later today is not offered after 21:00: at %s offered is %s', (moment, offered) => {
    expect('later_today' in offers(moment, 'Europe/Berlin')).toBe(offered)
  })

  it('S-1a tomorrow is the agent’s tomorrow, not that of UTC', () => {
    expect(offers('2026-03-04T23:30Z', 'Europe/Berlin')).toMatchObject({ tomorrow: at('2026-03-06T08:00Z') })
    expect(offers('2026-03-04T23:30Z', 'America/Sao_Paulo')).toMatchObject({ tomorrow: at('2026-03-05T12:00Z') })
    expect(offers('2026-03-04T23:30Z', 'Asia/Kathmandu')).toMatchObject({ tomorrow: at('2026-03-06T03:15Z') })
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00Z', '2026-03-29T07:00Z', '2026-04-04T07:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00Z', '2026-10-25T08:00Z', '2026-10-31T08:00Z'],
    ['Pacific/Chatham', '2026-04-04T00:00Z', '2026-04-04T20:15Z', '2026-04-10T20:15Z'],
  ])('S-1a nine stays nine when the clocks change: %s from %s', (zone, now, tomorrow, nextWeek) => {
    expect(offers(now, zone)).toMatchObject({ tomorrow: at(tomorrow), next_week: at(nextWeek) })
  })

  it('S-1a three hours are three hours when the clocks change', () => {
    expect(offers('2026-03-28T23:30Z', 'Europe/Berlin')).toMatchObject({ later_today: at('2026-03-29T02:30Z') })
  })
})
