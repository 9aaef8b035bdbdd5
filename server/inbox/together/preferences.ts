import { type ReadonlySignal, signal } from '@preact/signals'
import type { Refused } from '../../protocol/errors.ts'
import { type Preferences, usualPreferences } from '../../protocol/own-choices.ts'
import type { DeskLink } from '../desk-link.ts'

/** What the agent has chosen for themselves, the same on every page of theirs. */
export type OwnPreferences = {
  now: ReadonlySignal<Preferences>
  load(all: Preferences): void
  /** Holds at once here; taken back where the desk does not keep it. */
  change(change: Partial<Preferences>): Promise<{ ok: true } | Refused>
}

export function createPreferences(link: DeskLink): OwnPreferences {
  const now = signal<Preferences>(usualPreferences)
  const load = (all: Preferences) => {
    now.value = all
  }
  link.on('preferences.changed', load)
  return {
    now,
    load,
    async change(change) {
      const before = now.peek()
      now.value = { ...before, ...change }
      const answer = await link.ask('preferences.change', change)
      if (!answer.ok) now.value = before
      return answer
    },
  }
}
