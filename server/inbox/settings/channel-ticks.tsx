import './channel-ticks.css'
import { useId } from 'preact/hooks'
import { type ChannelName, channelNames } from '../../protocol/channel.ts'
import { useWords } from '../page.ts'
import { ChannelIcon } from '../parts/icon.tsx'

type Props = {
  label: string
  help?: string
  /** What it means that none is ticked. */
  none: string
  chosen: readonly ChannelName[]
  onChange: (chosen: ChannelName[]) => void
}

/** Any of the six channels. */
export function ChannelTicks({ label, help, none, chosen, onChange }: Props) {
  const { channel: names } = useWords()
  const id = useId()
  return (
    <fieldset class="channel-ticks" aria-describedby={`${id}-said`}>
      <legend class="label">{label}</legend>
      {help !== undefined && <p class="help">{help}</p>}
      <div>
        {channelNames.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(channelNames.filter((one) => (one === name ? checked : chosen.includes(one))))
              }
            />
            <ChannelIcon channel={name} />
            {names[name]}
          </label>
        ))}
      </div>
      <p class="help" id={`${id}-said`} role="status">
        {chosen.length === 0 && none}
      </p>
    </fieldset>
  )
}
