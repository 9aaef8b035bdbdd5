import { type ChannelName, channelNames } from '../../protocol/channel.ts'
import { useWords } from '../page.ts'
import { ChannelIcon } from '../parts/icon.tsx'
import { Ticks } from './ticks.tsx'

type Props = {
  label: string
  help?: string
  /** What it means that none is ticked. */
  none: string
  chosen: readonly ChannelName[]
  onChange: (chosen: ChannelName[]) => void
}

/** Any of the six channels. */
export function ChannelTicks(props: Props) {
  const { channel } = useWords()
  const choices = channelNames.map((key) => ({ key, label: channel[key], icon: <ChannelIcon channel={key} /> }))
  return <Ticks {...props} choices={choices} />
}
