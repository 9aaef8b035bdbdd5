import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Sought, soughtAt } from './sought.ts'

/** Suggestions under a text that is being written: opened by a sign, walked by the arrow keys, taken by Enter or Tab. */
export type Suggesting<T> = {
  /** Null: nothing is looked for, or nothing fits. */
  open: ReadonlySignal<{ sought: Sought; options: readonly T[] } | null>
  active: ReadonlySignal<number>
  /** The text or its cursor has changed. */
  look(area: HTMLTextAreaElement): void
  point(at: number): void
  close(): void
  /** Whether a key was meant for the suggestions. */
  press(key: string, take: (option: T, sought: Sought) => void): boolean
}

export function createSuggesting<T>(sign: '/' | '@', find: (query: string) => readonly T[]): Suggesting<T> {
  const sought = signal<Sought | null>(null)
  const active = signal(0)
  /** Where a sign stands whose suggestions were sent away. */
  let dismissed = -1
  const open = computed(() => {
    const now = sought.value
    const options = now === null ? [] : find(now.query)
    return now === null || options.length === 0 ? null : { sought: now, options }
  })
  const close = () => {
    dismissed = sought.peek()?.from ?? -1
    sought.value = null
  }
  return {
    open,
    active,
    look(area) {
      const now = area.selectionStart === area.selectionEnd ? soughtAt(area.value, area.selectionStart, sign) : null
      if (now?.from !== dismissed) dismissed = -1
      const before = sought.peek()
      batch(() => {
        if (now?.from !== before?.from || now?.query !== before?.query) active.value = 0
        sought.value = now?.from === dismissed ? null : now
      })
    },
    point(at) {
      active.value = at
    },
    close,
    press(key, take) {
      const shown = open.peek()
      if (shown === null) return false
      const { length } = shown.options
      const option = shown.options[active.peek()]
      if (key === 'ArrowDown') active.value = (active.peek() + 1) % length
      else if (key === 'ArrowUp') active.value = (active.peek() + length - 1) % length
      else if (key === 'Escape') close()
      else if ((key === 'Enter' || key === 'Tab') && option !== undefined) {
        take(option, shown.sought)
        sought.value = null
      } else return false
      return true
    },
  }
}

/** What a field has to say of the suggestions under it. */
export function suggestAttributes<T>(id: string, suggesting: Suggesting<T>) {
  const open = suggesting.open.value !== null
  return {
    'aria-autocomplete': 'list' as const,
    'aria-controls': open ? id : undefined,
    'aria-activedescendant': open ? `${id}-${suggesting.active.value}` : undefined,
  }
}
