import { describe, expect, it } from 'vitest'
import {
  addRange,
  changeRange,
  copyToAll,
  type Days,
  duplicateLast,
  hasHours,
  parseTime,
  removeRange,
  runsOver,
  timeText,
} from '../../server/inbox/settings/hours-edit.ts'

const none: Days = [[], [], [], [], [], [], []]
const range = (text: string) => {
  const [start = 0, end = 0] = text.split('-').map((t) => parseTime(t, true) ?? -1)
  return { start, end }
}
const monday = (...ranges: string[]): Days => [ranges.map(range), ...none.slice(1)]
const shown = (days: Days, day = 0) => (days[day] ?? []).map((r) => `${timeText(r.start)}-${timeText(r.end)}`)

describe('the editor of office hours', () => {
  it('W-7a adds hours: nine to five on a closed day, else after the last ones', () => {
    expect(shown(addRange(none, 0))).toEqual(['09:00-17:00'])
    expect(shown(addRange(monday('9-12:30'), 0))).toEqual(['09:00-12:30', '13:30-17:30'])
    expect(shown(addRange(monday('9-22'), 0))).toEqual(['09:00-22:00', '23:00-24:00'])
  })

  it('W-7a adds hours to be changed by hand where no room is left', () => {
    expect(shown(addRange(monday('9-24'), 0))).toHaveLength(2)
    expect(shown(addRange(monday('22-3'), 0))).toHaveLength(2)
  })

  it('W-7a duplicates the last hours of a day behind them, or as they are where they do not fit', () => {
    expect(shown(duplicateLast(monday('9-12'), 0))).toEqual(['09:00-12:00', '13:00-16:00'])
    expect(shown(duplicateLast(monday('9-20'), 0))).toEqual(['09:00-20:00', '09:00-20:00'])
    expect(duplicateLast(none, 0)).toEqual(none)
  })

  it('W-7a copies one day to all, as copies that change alone', () => {
    const all = copyToAll(monday('9-12', '13-18'), 0)
    expect(all.map((_, day) => shown(all, day))).toEqual(
      Array.from({ length: 7 }, () => ['09:00-12:00', '13:00-18:00']),
    )
    const changed = changeRange(all, 6, 0, range('10-12'))
    expect(shown(changed, 6)[0]).toBe('10:00-12:00')
    expect(shown(changed, 0)[0]).toBe('09:00-12:00')
  })

  it('W-7a deletes one of several, and leaves what it was given as it was', () => {
    const before = monday('9-12', '13-18')
    expect(shown(removeRange(before, 0, 0))).toEqual(['13:00-18:00'])
    expect(shown(before)).toHaveLength(2)
  })

  it('W-7b marks hours that run into the next day; midnight is the end of the day', () => {
    expect(runsOver(range('22-3'))).toBe(true)
    expect(runsOver(range('22-0'))).toBe(false)
    expect(runsOver(range('9-9'))).toBe(false)
    expect(runsOver(range('9-24'))).toBe(false)
  })

  it('W-7c knows a week without any hours', () => {
    expect(hasHours(none)).toBe(false)
    expect(hasHours(monday('9-12'))).toBe(true)
  })
})

describe('times as people type them', () => {
  it.each([
    ['9', 540],
    ['09:00', 540],
    ['9.30', 570],
    ['930', 570],
    ['0930', 570],
    ['9h', 540],
    ['9 Uhr', 540],
    ['9 pm', 1260],
    ['12am', 0],
    ['12:15 pm', 735],
    ['23:59', 1439],
  ])('reads %s', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes)
  })

  it.each(['', 'x', '25', '9:60', '24:00', '24:01', '13 pm', '9:3:0', '-1'])('refuses %s', (text) => {
    expect(parseTime(text)).toBeNull()
  })

  it('takes 24:00 where hours end', () => {
    expect(parseTime('24:00', true)).toBe(1440)
    expect(parseTime('24:01', true)).toBeNull()
  })
})
