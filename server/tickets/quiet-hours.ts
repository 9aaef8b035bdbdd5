import type { ChannelName } from '../protocol/channel.ts'
import { quietAt, type QuietHoursWarning } from '../protocol/quiet-hours.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { Moment } from './ticket.ts'

/** the warning to show before sending by that channel, or null. */
export function quietHoursWarning(
  channel: ChannelName,
  zone: string | null,
  lastWroteAt: Moment | null,
  now: Moment,
): QuietHoursWarning | null {
  return quietAt(channelRules[channel].quietHours, zone, lastWroteAt, now)
}
