import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

type Props = { name: string; about: string; onName: (name: string) => void }

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A name that is changed where it stands: Enter keeps it, Esc leaves it as it was. */
export function NameLine({ name, about, onName }: Props) {
  const { teamsPage: said } = useWords()
  const typed = useSignal<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const again = useRef<HTMLButtonElement>(null)
  const editing = typed.value !== null
  useEffect(() => {
    if (editing) field.current?.select()
  }, [editing])
  const leave = () => {
    typed.value = null
    requestAnimationFrame(() => again.current?.focus())
  }
  const keep = () => {
    const text = clean(typed.peek() ?? '')
    leave()
    if (text !== '' && text !== name) onName(text)
  }
  if (typed.value !== null)
    return (
      <div>
        <input
          ref={field}
          class="input"
          aria-label={said.rename(name)}
          maxLength={limits.tagName}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
          onKeyDown={(event) => {
            if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
            event.preventDefault()
            event.stopPropagation()
            if (event.key === 'Enter') keep()
            else leave()
          }}
          onBlur={() => {
            if (typed.peek() !== null) keep()
          }}
        />
      </div>
    )
  return (
    <>
      <div class="cut">
        <b class="cut">{name}</b>
        <p class="text-3 small-text cut">{about}</p>
      </div>
      <button
        ref={again}
        type="button"
        class="button icon-only"
        aria-label={said.rename(name)}
        title={said.rename(name)}
        onClick={() => {
          typed.value = name
        }}
      >
        <Icon name="pen" small />
      </button>
    </>
  )
}

type NewProps = { label: string; button: string; onName: (name: string) => void }

/** A field for a new name. */
export function NewName({ label, button, onName }: NewProps) {
  const id = useId()
  const typed = useSignal('')
  return (
    <form
      class="new-name"
      onSubmit={(event) => {
        event.preventDefault()
        const name = clean(typed.peek())
        if (name === '') return
        typed.value = ''
        onName(name)
      }}
    >
      <div class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          class="input"
          autocomplete="off"
          maxLength={limits.teamName}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
        />
      </div>
      <button type="submit" class="button line" disabled={clean(typed.value) === ''}>
        {button}
      </button>
    </form>
  )
}
