import { expect, it } from 'vitest'
import { zoneExists } from '../../../server/tickets/wall-clock.ts'
import { knownZones, zoneOfNumber } from '../../../server/tickets/zone-of-number.ts'

it.each([
  ['+493023125010', 'Europe/Berlin'],
  ['+351211234567', 'Europe/Lisbon'],
  ['+447700900142', 'Europe/London'],
  ['+6581234567', 'Asia/Singapore'],
  ['+85221234567', 'Asia/Hong_Kong'],
])('R-11a finds a number at home: %s', (number, zone) => {
  expect(zoneOfNumber(number)).toBe(zone)
})

it.each([
  '+12025550143',
  '+5511912345678',
  '+61212345678',
  '+74951234567',
  '4930',
  '49302312501',
  '',
  '+49',
  'Tidewick',
])('R-11a knows no one hour for %j', (number) => {
  expect(zoneOfNumber(number)).toBeNull()
})

it('R-11a names zones that there are, and no calling code that begins another', () => {
  expect(knownZones.filter((zone) => !zoneExists(zone))).toEqual([])
  expect(knownZones.length).toBeGreaterThan(100)
})
