import { type ReadonlySignal, signal } from '@preact/signals'
import type { Settings } from '../../protocol/settings.ts'
import type { Api, Previewed } from '../api.ts'
import { fieldProblems } from './settings-check.ts'

export type SettingsPreview = {
  /** The last answer; what it says of a moment, the moment's `at` tells. */
  shown: ReadonlySignal<Previewed | null>
  failed: ReadonlySignal<boolean>
  /** Asks the rule book what a customer would get; the last question wins. */
  ask(draft: Settings, moments: readonly number[]): void
  close(): void
}

const pauseMs = 200

/** What a customer would get with these settings, asked while one types, but not at every letter. */
export function createSettingsPreview(api: Api): SettingsPreview {
  const shown = signal<Previewed | null>(null)
  const failed = signal(false)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(draft: Settings, moments: readonly number[], mine: number) {
    const answer = await api.preview(draft, [...moments])
    if (mine !== turn) return
    failed.value = !answer.ok
    if (answer.ok) shown.value = answer
  }

  return {
    shown,
    failed,
    ask(draft, moments) {
      clearTimeout(timer)
      const mine = ++turn
      // Half an address cannot be judged; the preview stays as it is until it is whole.
      if (fieldProblems(draft).size > 0) return
      timer = setTimeout(() => void look(draft, moments, mine), shown.peek() === null ? 0 : pauseMs)
    },
    close() {
      clearTimeout(timer)
      turn++
    },
  }
}
