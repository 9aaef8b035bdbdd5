import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** Does what typing / does, for those who do not know. */
export function MacroButton({ onAsk }: { onAsk: () => void }) {
  const { composing } = useWords()
  return (
    <button
      type="button"
      class="button icon-only"
      aria-label={composing.macrosButton}
      title={composing.macrosButton}
      // The field keeps the focus, and the place of its cursor.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onAsk}
    >
      <Icon name="macro" />
    </button>
  )
}
