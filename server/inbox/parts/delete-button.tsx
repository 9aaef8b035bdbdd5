import { useSignal } from '@preact/signals'
import { Confirm } from './dialog.tsx'
import { Icon } from './icon.tsx'

type Props = {
  /** What it does, and to what: the name of the button, and the question unless there is an `ask`. */
  label: string
  ask?: string
  text: string
  yes: string
  onYes: () => void
  /** Why it cannot be done, shown where the label would be. */
  hint?: string
  disabled?: boolean
}

/** Asks once, because there is no way back. */
export function DeleteButton({ label, ask = `${label}?`, text, yes, onYes, hint = label, disabled = false }: Props) {
  const asking = useSignal(false)
  return (
    <>
      <button
        type="button"
        class="button icon-only"
        aria-label={label}
        title={hint}
        disabled={disabled}
        onClick={() => (asking.value = true)}
      >
        <Icon name="trash" small />
      </button>
      {asking.value && (
        <Confirm title={ask} text={text} yes={yes} onYes={onYes} onClose={() => (asking.value = false)} />
      )}
    </>
  )
}
