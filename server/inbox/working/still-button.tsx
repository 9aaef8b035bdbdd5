import './working.css'
import type { Signal } from '@preact/signals'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** W-12: this reply is not the answer yet: the customer goes on waiting, and the clock begins anew. */
export function StillButton({ on }: { on: Signal<boolean> }) {
  const { working } = useWords()
  return (
    <button
      type="button"
      class={`button icon-only small${on.value ? ' on' : ''}`}
      aria-pressed={on.value}
      aria-label={working.still}
      title={working.stillText}
      onClick={() => {
        on.value = !on.peek()
      }}
    >
      <Icon name="wait" small />
    </button>
  )
}
