import type { ChannelName } from '../protocol/channel.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { Moment } from './ticket.ts'
import { onClocksOf, zoneExists } from './wall-clock.ts'

/** The recipient's time, as in `06:45`. */
export type QuietHoursWarning = { time: string }

/**
 * the warning to show before sending by that channel, or null. Eight and eight sharp are day. `zone` is the
 * recipient's, null when nobody knows it; who wrote within the last 15 minutes, those included, is awake.
 */
export function quietHoursWarning(
  channel: ChannelName,
  zone: string | null,
  lastWroteAt: Moment | null,
  now: Moment,
): QuietHoursWarning | null {
  const { quietHours } = channelRules[channel]
  if (quietHours === null || zone === null || !zoneExists(zone)) return null
  if (lastWroteAt !== null && now - lastWroteAt <= quietHours.unlessWroteWithin) return null
  const time = onClocksOf(zone, now).toPlainTime().toString({ smallestUnit: 'millisecond' })
  // Both are written hours first, so they compare as text.
  const night = time < quietHours.before || time > `${quietHours.after}:00.000`
  return night ? { time: time.slice(0, 5) } : null
}
