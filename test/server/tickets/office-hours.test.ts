import { describe, expect, it } from 'vitest'
import { closedSince, hoursNow, isOpen } from '../../../server/tickets/office-hours.ts'
import { at, nineToFive, range, week } from './a-ticket.ts'

const always = [range('0:00', '24:00')]
const allWeek = { mon: always, tue: always, wed: always, thu: always, fri: always, sat: always, sun: always }

describe('on an ordinary week', () => {
  it.each([
    ['2026-03-02T08:59:59.999Z', false],
    ['2026-03-02T09:00Z', true],
    ['2026-03-02T11:59:59.999Z', true],
    ['2026-03-02T12:00Z', false],
    ['2026-03-02T13:30Z', true],
    ['2026-03-02T18:00Z', false],
    ['2026-03-03T10:00Z', false],
  ])('W-7a each day has its own ranges, any number: at %s open is %s', (moment, open) => {
    const hours = week({ mon: [range('13:00', '18:00'), range('9:00', '12:00')] })
    expect(isOpen(hours, 'UTC', at(moment))).toBe(open)
  })

  it.each([
    ['UTC', '09:00'],
    ['Europe/Berlin', '08:00'],
    ['America/Sao_Paulo', '12:00'],
    ['Asia/Kathmandu', '03:15'],
  ])('W-7a the ranges are wall times of the account’s zone: %s opens at %s UTC', (zone, time) => {
    const opening = at(`2026-03-02T${time}Z`)
    expect([isOpen(nineToFive, zone, opening - 1), isOpen(nineToFive, zone, opening)]).toEqual([false, true])
    expect(hoursNow(nineToFive, zone, opening - 1)).toEqual({ open: false, changesAt: opening })
  })

  it('W-7b an end before its start runs into the next day, from Sunday into Monday too', () => {
    const hours = week({ sun: [range('22:00', '6:00')] })
    const night = { from: at('2026-03-01T22:00Z'), to: at('2026-03-02T06:00Z') }
    expect(hoursNow(hours, 'UTC', night.from - 1)).toEqual({ open: false, changesAt: night.from })
    expect(hoursNow(hours, 'UTC', night.from)).toEqual({ open: true, changesAt: night.to })
    expect(hoursNow(hours, 'UTC', night.to - 1)).toEqual({ open: true, changesAt: night.to })
    expect(hoursNow(hours, 'UTC', night.to)).toEqual({ open: false, changesAt: night.from + 7 * 86_400_000 })
  })

  it('W-7b an end at 0:00 is the end of the day', () => {
    const hours = week({ mon: [range('18:00', '0:00')] })
    expect(hoursNow(hours, 'UTC', at('2026-03-02T20:00Z'))).toEqual({ open: true, changesAt: at('2026-03-03T00:00Z') })
    expect(isOpen(hours, 'UTC', at('2026-03-03T00:00Z'))).toBe(false)
  })

  it('W-7b ranges that touch are one open period, over midnight too', () => {
    const hours = week({
      mon: [range('9:00', '12:00'), range('12:00', '24:00')],
      tue: [range('0:00', '2:00'), range('2:00', '3:00')],
    })
    expect(hoursNow(hours, 'UTC', at('2026-03-02T09:00Z'))).toEqual({ open: true, changesAt: at('2026-03-03T03:00Z') })
  })

  it('W-7c without ranges there is nothing to tell', () => {
    expect(hoursNow(week({}, '2026-03-02'), 'UTC', at('2026-03-02T10:00Z'))).toBeNull()
    expect(hoursNow(week({ mon: [range('9:00', '9:00')] }), 'UTC', at('2026-03-02T10:00Z'))).toBeNull()
    expect(isOpen(week({}), 'UTC', at('2026-03-02T10:00Z'))).toBe(false)
  })
})

describe('holidays', () => {
  it('W-7b the desk is closed from midnight to midnight of the account’s zone', () => {
    const hours = week(allWeek, '2026-05-01')
    const day = { from: at('2026-04-30T22:00Z'), to: at('2026-05-01T22:00Z') }
    expect(hoursNow(hours, 'Europe/Berlin', day.from - 1)).toEqual({ open: true, changesAt: day.from })
    expect(hoursNow(hours, 'Europe/Berlin', day.from)).toEqual({ open: false, changesAt: day.to })
    expect(closedSince(hours, 'Europe/Berlin', day.to - 1)).toBe(day.from)
  })

  it('W-7b a holiday cuts the night before it and leaves the morning after', () => {
    const nights = week({ thu: [range('22:00', '6:00')], fri: [range('22:00', '6:00')] }, '2026-05-01')
    expect(hoursNow(nights, 'UTC', at('2026-04-30T23:00Z'))).toEqual({ open: true, changesAt: at('2026-05-01T00:00Z') })
    expect(hoursNow(nights, 'UTC', at('2026-05-01T23:00Z'))).toEqual({
      open: false,
      changesAt: at('2026-05-02T00:00Z'),
    })
    expect(hoursNow(nights, 'UTC', at('2026-05-02T00:00Z'))).toEqual({ open: true, changesAt: at('2026-05-02T06:00Z') })
  })

  it('W-7b holidays in a row are looked past', () => {
    const hours = week({ mon: [range('9:00', '17:00')] }, '2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23')
    const state = hoursNow(hours, 'UTC', at('2026-02-23T17:00Z'))
    expect(state).toEqual({ open: false, changesAt: at('2026-03-30T09:00Z') })
    expect(closedSince(hours, 'UTC', at('2026-03-29T09:00Z'))).toBe(at('2026-02-23T17:00Z'))
  })

  it('W-7b a desk that is always open changes at the next holiday, or never', () => {
    const now = at('2026-01-10T12:00Z')
    expect(hoursNow(week(allWeek, '2026-12-25'), 'UTC', now)).toEqual({
      open: true,
      changesAt: at('2026-12-25T00:00Z'),
    })
    expect(hoursNow(week(allWeek), 'UTC', now)).toEqual({ open: true, changesAt: null })
    expect(closedSince(week(allWeek), 'UTC', now)).toBeNull()
  })
})
