import type { Settings } from '../protocol/settings.ts'
import { type OpenTime, openTime } from '../tickets/office-hours.ts'

/** Made once for the settings that hold: the weeks it has looked at are worth keeping. */
const openTimes = new WeakMap<Settings, OpenTime>()

export function openTimeOf(settings: Settings): OpenTime {
  const known = openTimes.get(settings) ?? openTime(settings.webChat.officeHours, settings.general.timeZone)
  openTimes.set(settings, known)
  return known
}
