import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import type { Words } from '../words/en.ts'
import type { FieldProblem } from './settings-check.ts'

/** What is wrong with a field, in words. */
export function problemText({ settings }: Words, problem: FieldProblem | undefined): string | null {
  if (!problem) return null
  return {
    missing: settings.missing,
    url: settings.invalidUrl,
    origin: settings.invalidOrigin,
    colour: settings.invalidColour,
    mail: settings.invalidMail,
    forward: settings.invalid,
    invalid: settings.invalid,
  }[problem]
}

export function Problem({ id, text }: { id: string; text: string }) {
  return (
    <p class="error" id={id}>
      <Icon name="warning" small />
      {text}
    </p>
  )
}

type FootProps = {
  problem?: string | null
  /** On the button that leaves without saving; Cancel where nothing is said. */
  leave?: string
  save: string
  saving: boolean
  onLeave: () => void
}

/** The end of a form in a dialog: what is wrong, and the two ways out. */
export function FormFoot({ problem = null, leave, save, saving, onLeave }: FootProps) {
  const words = useWords()
  const id = useId()
  return (
    <footer>
      <div class="grow" role="alert">
        {problem !== null && <Problem id={`${id}-problem`} text={problem} />}
      </div>
      <button type="button" class="button line" onClick={onLeave}>
        {leave ?? words.cancel}
      </button>
      {/* It keeps the focus while it saves. */}
      <button type="submit" class="button solid" aria-disabled={saving}>
        {save}
      </button>
    </footer>
  )
}

/** A part of the form under a heading. */
export function Block({ title, text, children }: { title: string; text?: string; children: ComponentChildren }) {
  const id = useId()
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text && <p class="text-2 lead">{text}</p>}
      {children}
    </section>
  )
}

type TextProps = {
  label: string
  value: string
  onValue: (value: string) => void
  problem?: FieldProblem | undefined
  /** What is wrong with it, where the form has words of its own for that. */
  wrong?: string | null
  help?: string
  lines?: boolean
  disabled?: boolean
  max?: number
  type?: 'text' | 'url'
}

/** A line or a paragraph of text. */
export function TextSetting(props: TextProps) {
  const { label, value, onValue, problem, help, lines, disabled, max, type = 'text' } = props
  const words = useWords()
  const id = useId()
  const wrong = props.wrong ?? problemText(words, problem)
  const said = wrong !== null || help !== undefined
  const common = {
    id,
    value,
    disabled: disabled ?? false,
    'aria-invalid': wrong === null ? undefined : true,
    'aria-describedby': said ? `${id}-said` : undefined,
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea
          {...common}
          class="area"
          rows={2}
          dir="auto"
          maxLength={max}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : type === 'url' ? (
        <input
          {...common}
          class="input"
          type="url"
          inputMode="url"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          class="input"
          type="text"
          maxLength={max}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {wrong !== null ? (
        <Problem id={`${id}-said`} text={wrong} />
      ) : (
        help !== undefined && (
          <p class="help" id={`${id}-said`}>
            {help}
          </p>
        )
      )}
    </div>
  )
}

type SwitchProps = { label: string; help: string; on: boolean; onChange: (on: boolean) => void }

/** On or off, with what off means. */
export function SwitchSetting({ label, help, on, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div class="switch-line">
      <label for={id}>
        <span class="label">{label}</span>
        <span class="help">{help}</span>
      </label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  )
}
