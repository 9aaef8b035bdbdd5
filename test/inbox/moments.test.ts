import { expect, it } from 'vitest'
import { createMoments } from '../../server/inbox/moments.ts'

const names = { today: 'Today', yesterday: 'Yesterday' }

it('D-2 calls the day before yesterday, also after a day of 23 or 25 hours', () => {
  const { day } = createMoments('en-GB', 'Europe/Berlin')
  const at = (moment: string) => Date.parse(moment)
  // Half past midnight of the Monday after the clocks went on.
  const monday = at('2026-03-30T00:30+02:00')
  expect(day(at('2026-03-29T20:00+02:00'), monday, names)).toBe('Yesterday')
  expect(day(at('2026-03-28T20:00+01:00'), monday, names)).toContain('Saturday')
  const autumn = at('2026-10-25T23:30+01:00')
  expect(day(at('2026-10-25T00:10+02:00'), autumn, names)).toBe('Today')
  expect(day(at('2026-10-24T12:00+02:00'), autumn, names)).toBe('Yesterday')
})
