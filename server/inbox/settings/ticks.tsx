import './ticks.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Props<T> = {
  label: string
  help?: string
  /** What it means that none is ticked. */
  none: string
  choices: readonly { key: T; label: string; icon?: ComponentChildren }[]
  chosen: readonly T[]
  /** The choices that are ticked now, in their own order. */
  onChange: (chosen: T[]) => void
}

/** Any of several choices. */
export function Ticks<T extends string>({ label, help, none, choices, chosen, onChange }: Props<T>) {
  const id = useId()
  const all = choices.map(({ key }) => key)
  return (
    <fieldset class="ticks" aria-describedby={`${id}-said`}>
      <legend class="label">{label}</legend>
      {help !== undefined && <p class="help">{help}</p>}
      <div>
        {choices.map(({ key, label: name, icon }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(all.filter((one) => (one === key ? checked : chosen.includes(one))))
              }
            />
            {icon}
            {name}
          </label>
        ))}
      </div>
      <p class="help" id={`${id}-said`} role="status">
        {chosen.length === 0 && none}
      </p>
    </fieldset>
  )
}
