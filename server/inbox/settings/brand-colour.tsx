import { useId } from 'preact/hooks'
import { useSettingsWords } from './settings-words.ts'
import { Icon } from '../parts/icon.tsx'
import { Problem } from './form-parts.tsx'
import type { SettingsPreview } from './settings-preview.ts'

type Props = { preview: SettingsPreview; value: string; problem: string | null; onValue: (colour: string) => void }

/** The merchant's colour, and what becomes of it where white text on it would be hard to read. */
export function BrandColour({ preview, value, problem, onValue }: Props) {
  const { general } = useSettingsWords()
  const id = useId()
  const shown = preview.shown.value?.accent.light['--accent'] ?? null
  const corrected = problem === null && shown !== null && shown.toLowerCase() !== value.toLowerCase()
  return (
    <div class="field">
      <label for={id}>{general.colour}</label>
      <div class="colour">
        <input
          type="color"
          class="swatch"
          value={problem === null ? value : '#000000'}
          aria-label={general.pickColour}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <input
          id={id}
          class="input mono"
          value={value}
          maxLength={7}
          spellcheck={false}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={`${id}-said`}
          onInput={(event) => onValue(event.currentTarget.value.trim().toLowerCase())}
        />
        {problem === null &&
          shown !== null &&
          (corrected ? (
            <span class="chip warn">
              <span class="sample" style={{ background: shown }} />
              {general.colourCorrected(shown)}
            </span>
          ) : (
            <span class="chip ok">
              <Icon name="check" />
              {general.colourFine}
            </span>
          ))}
      </div>
      {problem === null ? (
        <p class="help" id={`${id}-said`}>
          {general.colourHelp}
        </p>
      ) : (
        <Problem id={`${id}-said`} text={problem} />
      )}
    </div>
  )
}
