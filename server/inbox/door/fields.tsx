import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

type Props = {
  label: string
  name: string
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'email' | 'password'
  autocomplete?: string
  help?: string
  error?: string | null
  focus?: boolean
}

/** A labelled field with its help or what is wrong with it; a password can be looked at. */
export function TextField({ label, name, value, onValue, type = 'text', autocomplete, help, error, focus }: Props) {
  const { door } = useWords()
  const id = useId()
  const shown = useSignal(false)
  const said = error ?? help
  const common = {
    id,
    class: 'input',
    name,
    autocomplete,
    autofocus: focus,
    value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': said ? `${id}-said` : undefined,
    onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
  } as const
  const input =
    type === 'password' && !shown.value ? (
      <input {...common} type="password" />
    ) : type === 'email' ? (
      <input {...common} type="email" />
    ) : (
      <input {...common} type="text" />
    )
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'password' ? (
        <div class="secret">
          {input}
          <button
            type="button"
            class="button icon-only"
            aria-label={shown.value ? door.hide : door.show}
            aria-pressed={shown.value}
            onClick={() => {
              shown.value = !shown.value
            }}
          >
            <Icon name="eye" />
          </button>
        </div>
      ) : (
        input
      )}
      {said && (
        <p class={error ? 'error' : 'help'} id={`${id}-said`}>
          {error && <Icon name="warning" small />}
          {said}
        </p>
      )}
    </div>
  )
}

/** A rough look at an address; the server's is the one that counts. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
}
