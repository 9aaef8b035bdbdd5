import { type ReadonlySignal, signal } from '@preact/signals'
import type { Kept } from './storage.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export type ThemeSwitch = { theme: ReadonlySignal<Theme>; choose(theme: Theme): void }

const key = 'hub.theme'

/** Light, dark or as the system has it: set on the root before the first paint and kept in this browser. */
export function createTheme(root: HTMLElement, storage: Kept): ThemeSwitch {
  const kept = storage.getItem(key)
  const theme = signal<Theme>(themes.find((t) => t === kept) ?? 'system')
  const show = () => {
    if (theme.peek() === 'system') delete root.dataset.theme
    else root.dataset.theme = theme.peek()
  }
  show()
  return {
    theme,
    choose(wanted) {
      theme.value = wanted
      if (wanted === 'system') storage.removeItem(key)
      else storage.setItem(key, wanted)
      show()
    },
  }
}
