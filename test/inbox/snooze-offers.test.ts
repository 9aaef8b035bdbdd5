import { describe, expect, it } from 'vitest'
import { fieldMoment, pickedMoment, snoozeOffers } from '../../server/inbox/conversation/snooze-offers.ts'
import { momentAt, wallTime } from '../../server/inbox/wall-time.ts'

const berlin = 'Europe/Berlin'
const at = (text: string, zone = berlin) => {
  const moment = pickedMoment(text, zone)
  if (moment === null) throw new Error(`no moment: ${text}`)
  return moment
}
const offered = (text: string, zone = berlin) =>
  Object.fromEntries(snoozeOffers(at(text, zone), zone).map(({ kind, until }) => [kind, fieldMoment(until, zone)]))

describe('snooze offers', () => {
  it('S-1a offers later today in three hours, tomorrow and the same weekday at nine', () => {
    expect(offered('2026-11-21T17:24')).toEqual({
      later: '2026-11-21T20:24',
      tomorrow: '2026-11-22T09:00',
      week: '2026-11-28T09:00',
    })
  })

  it('S-1a does not offer later today after 21:00', () => {
    expect(offered('2026-11-21T21:00')).toHaveProperty('later')
    expect(offered('2026-11-21T21:01')).not.toHaveProperty('later')
    expect(offered('2026-11-21T23:59').tomorrow).toBe('2026-11-22T09:00')
    expect(offered('2026-11-22T00:30').tomorrow).toBe('2026-11-23T09:00')
  })

  it('S-1a counts in the agent’s own zone', () => {
    const now = at('2026-11-21T23:30', berlin)
    const tomorrowIn = (zone: string) => fieldMoment(snoozeOffers(now, zone).at(-2)?.until ?? 0, zone)
    expect(tomorrowIn(berlin)).toBe('2026-11-22T09:00')
    expect(tomorrowIn('Pacific/Auckland')).toBe('2026-11-23T09:00')
    expect(tomorrowIn('Asia/Kathmandu')).toBe('2026-11-23T09:00')
  })

  it('S-1a says nine on the clock over a change of time, and the year’s end', () => {
    expect(offered('2026-03-28T10:00').tomorrow).toBe('2026-03-29T09:00')
    expect(offered('2026-10-24T10:00').tomorrow).toBe('2026-10-25T09:00')
    expect(offered('2026-12-29T10:00').week).toBe('2027-01-05T09:00')
    expect(snoozeOffers(at('2026-03-29T00:30'), berlin)[0]?.until).toBe(at('2026-03-29T04:30'))
  })
})

describe('wall time', () => {
  it('reads a moment as the clocks of a zone show it', () => {
    expect(wallTime(Date.UTC(2026, 10, 21, 16, 24), berlin)).toEqual({
      year: 2026,
      month: 11,
      day: 21,
      hour: 17,
      minute: 24,
      weekday: 5,
    })
  })

  it('takes the first of two equal times, and moves one that is left out to an hour later', () => {
    expect(at('2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(fieldMoment(at('2026-03-29T02:30'), berlin)).toBe('2026-03-29T03:30')
    expect(momentAt({ year: 2026, month: 11, day: 31, hour: 9, minute: 0 }, berlin)).toBe(at('2026-12-01T09:00'))
  })

  it('comes back to the same moment from every zone, all year round', () => {
    for (const zone of [berlin, 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/New_York', 'UTC'])
      for (let day = 0; day < 366; day++) {
        const moment = Date.UTC(2026, 0, 1 + day, 12, 15)
        expect(momentAt(wallTime(moment, zone), zone)).toBe(moment)
      }
  })

  it('makes nothing of a field that is empty', () => {
    expect(pickedMoment('', berlin)).toBeNull()
  })

  it.each([
    ['Europe/Berlin', '2026-03-28T12:00Z', '2026-03-29T07:00Z', '2026-04-04T07:00Z'],
    ['Europe/Berlin', '2026-10-24T12:00Z', '2026-10-25T08:00Z', '2026-10-31T08:00Z'],
    ['Pacific/Chatham', '2026-04-04T00:00Z', '2026-04-04T20:15Z', '2026-04-10T20:15Z'],
    ['America/Sao_Paulo', '2026-03-04T23:30Z', '2026-03-05T12:00Z', '2026-03-11T12:00Z'],
  ])('S-1a nine stays nine when the clocks change: %s from %s', (zone, now, tomorrow, week) => {
    const found = snoozeOffers(Date.parse(now), zone).map(({ kind, until }) => [kind, until])
    expect(Object.fromEntries(found)).toMatchObject({ tomorrow: Date.parse(tomorrow), week: Date.parse(week) })
  })

  it('S-1a three hours are three hours when the clocks change, and 21:00 is the last moment', () => {
    expect(snoozeOffers(Date.parse('2026-03-28T19:30Z'), berlin)[0]).toEqual({
      kind: 'later',
      until: Date.parse('2026-03-28T22:30Z'),
    })
    expect(snoozeOffers(Date.parse('2026-03-28T23:30Z'), berlin)[0]?.until).toBe(Date.parse('2026-03-29T02:30Z'))
    expect(snoozeOffers(Date.parse('2026-03-04T20:00:00.001Z'), berlin)[0]?.kind).toBe('tomorrow')
  })
})
