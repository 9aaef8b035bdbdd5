import { type ChannelName, channelNames } from '../protocol/channel.ts'
import type { ComposerRules } from '../protocol/composer-rules.ts'
import { channelRules } from './channels/channel-rules.ts'

/** What a composer has to know of each channel while somebody types; the numbers stay in the channels' own files. */
export function composerRules(): ComposerRules {
  const of = (channel: ChannelName) => {
    const { text, quietHours, files } = channelRules[channel]
    return { channel, text, quietHours, files }
  }
  return channelNames.map(of)
}
