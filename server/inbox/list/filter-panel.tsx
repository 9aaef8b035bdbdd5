import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { ListChoice } from '../../protocol/list-filter.ts'
import type { ViewName } from '../../protocol/views.ts'
import { useScreen } from '../desk-screen.ts'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { later } from '../parts/later.tsx'

const FilterFields = later(async () => (await import('./filter-fields.tsx')).FilterFields)

type Props = {
  view: ViewName
  choice: ListChoice
  /** How many filters are on. */
  on: number
  change: (part: Partial<ListChoice>) => void
}

/** S-6: one button, behind it every filter as a plain form. What is ticked holds at once; Esc leaves. */
export function FilterPanel({ view, choice, on, change }: Props) {
  const words = useWords()
  const { desk } = useScreen()
  const open = useSignal(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const { filters } = words
  const isOpen = open.value

  useEffect(() => {
    if (!isOpen) return
    // Somebody may have made a tag meanwhile.
    void desk.filterNames.read()
    const outside = (event: Event) => {
      if (event.target instanceof Node && event.target !== document && !root.current?.contains(event.target))
        open.value = false
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [isOpen, open, desk])

  return (
    <div
      class="filter-root"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return
        event.preventDefault()
        event.stopPropagation()
        open.value = false
        button.current?.focus()
      }}
    >
      <button
        type="button"
        ref={button}
        class={`filter marked${on > 0 ? ' on' : ''}`}
        aria-expanded={isOpen}
        onPointerEnter={FilterFields.soon}
        aria-controls={isOpen ? id : undefined}
        onClick={() => {
          open.value = !isOpen
        }}
      >
        <Icon name="filter" small />
        {filters.filter}
        {on > 0 && <span class="hidden-text">, {filters.on(on)}</span>}
      </button>
      {isOpen && (
        <div id={id} class="filter-panel" role="group" aria-label={filters.label}>
          <FilterFields view={view} choice={choice} change={change} />
        </div>
      )}
    </div>
  )
}
