import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { limits } from '../../protocol/limits.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { NameField, tidyName } from '../parts/name-field.tsx'

type Props = { name: string; about: string; onName: (name: string) => void }

/** A name that is changed where it stands, and the focus comes back to where it was begun. */
export function NameLine({ name, about, onName }: Props) {
  const { teamsPage: said } = useWords()
  const editing = useSignal(false)
  const again = useRef<HTMLButtonElement>(null)
  const leave = () => {
    editing.value = false
    requestAnimationFrame(() => again.current?.focus())
  }
  if (editing.value)
    return (
      <div>
        <NameField name={name} label={said.rename(name)} most={limits.tagName} onName={onName} onLeave={leave} />
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
          editing.value = true
        }}
      >
        <Icon name="pencil" small />
      </button>
    </>
  )
}

type NewProps = {
  label: string
  button: string
  /** Answers whether there is something of that name now. */
  onName: (name: string) => Promise<boolean>
}

/** A field for a new name; one that was not taken stays in it. */
export function NewName({ label, button, onName }: NewProps) {
  const id = useId()
  const typed = useSignal('')
  return (
    <form
      class="new-name"
      onSubmit={(event) => {
        event.preventDefault()
        const name = tidyName(typed.peek())
        if (name === '') return
        const written = typed.peek()
        void onName(name).then((done) => {
          if (done && typed.peek() === written) typed.value = ''
        })
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
      <button type="submit" class="button line" disabled={tidyName(typed.value) === ''}>
        {button}
      </button>
    </form>
  )
}
