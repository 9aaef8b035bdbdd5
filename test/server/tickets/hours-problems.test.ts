import { describe, expect, it } from 'vitest'
import { hoursProblems, zoneExists } from '../../../server/tickets/office-hours.ts'
import { nineToFive, range, week } from './a-ticket.ts'

describe('what office hours may not be', () => {
  it('W-7b touching and overnight ranges are fine', () => {
    const fine = week(
      { mon: [range('6:00', '9:00'), range('9:00', '17:00')], sun: [range('17:00', '6:00')] },
      '2026-12-25',
      '2026-12-26',
    )
    expect(hoursProblems(fine)).toEqual([])
    expect(hoursProblems(nineToFive)).toEqual([])
    expect(hoursProblems(week({}))).toEqual([])
  })

  it('W-7b a range that ends where it starts is refused', () => {
    expect(hoursProblems(week({ tue: [range('9:00', '9:00')] }))).toEqual([
      { path: ['days', 1, 0], code: 'range_empty' },
    ])
  })

  it.each([
    ['equal', [range('9:00', '17:00'), range('9:00', '17:00')]],
    ['one in the other', [range('9:00', '17:00'), range('10:00', '11:00')]],
    ['by a minute', [range('9:00', '17:00'), range('16:59', '18:00')]],
    ['listed the other way round', [range('9:00', '17:00'), range('8:00', '9:01')]],
  ])('W-7b of two ranges that overlap (%s) the later is refused, with the other', (_how, mon) => {
    const [first] = mon
    expect(hoursProblems(week({ mon }))).toEqual([{ path: ['days', 0, 1], code: 'range_overlaps', with: first }])
  })

  it('W-7b a night may not run into the next morning’s range, nor Sunday’s into Monday’s', () => {
    const early = range('5:00', '9:00')
    const night = range('22:00', '6:00')
    expect(hoursProblems(week({ wed: [night], thu: [early] }))).toEqual([
      { path: ['days', 3, 0], code: 'range_overlaps', with: night },
    ])
    expect(hoursProblems(week({ sun: [night], mon: [early] }))).toEqual([
      { path: ['days', 6, 0], code: 'range_overlaps', with: early },
    ])
  })

  it('W-7b a holiday is listed once', () => {
    expect(hoursProblems(week({}, '2026-12-25', '2026-12-26', '2026-12-25'))).toEqual([
      { path: ['holidays', 2, 'date'], code: 'date_repeated' },
    ])
  })
})

it.each([
  ['Europe/Berlin', true],
  ['America/Sao_Paulo', true],
  ['Asia/Kathmandu', true],
  ['UTC', true],
  ['Mars/Olympus', false],
  ['', false],
  ['+02:00', false],
  ['Europe/Berlin ', false],
])('W-7a the account’s zone has to exist: %j %s', (zone, exists) => {
  expect(zoneExists(zone)).toBe(exists)
})
