import { useId } from 'preact/hooks'
import { useSettingsWords } from './settings-words.ts'

const offered = [1, 6, 12, 24, 48, 72, 120, 168, 336, 720]

/** M-4: for how long after a campaign or flow message an answer is credited to it. */
export function Attribution({ hours, onHours }: { hours: number; onHours: (hours: number) => void }) {
  const { general } = useSettingsWords()
  const id = useId()
  const all = offered.includes(hours) ? offered : [...offered, hours].toSorted((a, b) => a - b)
  return (
    <div class="field">
      <label for={id}>{general.attribution}</label>
      <select
        id={id}
        class="select"
        value={hours}
        aria-describedby={`${id}-help`}
        onChange={(event) => onHours(Number(event.currentTarget.value))}
      >
        {all.map((n) => (
          <option key={n} value={n}>
            {n % 24 === 0 && n > 24 ? general.days(n / 24) : general.hours(n)}
          </option>
        ))}
      </select>
      <p class="help" id={`${id}-help`}>
        {general.attributionHelp}
      </p>
    </div>
  )
}
