import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
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

/** A change on its way. `kept`: the desk has it, and has not told it yet. */
type Wish = { change: Partial<Preferences>; kept: boolean }

export function createPreferences(link: DeskLink): OwnPreferences {
  const known = signal<Preferences>(usualPreferences)
  const wishes = signal<readonly Wish[]>([])
  let told = 0
  const load = (all: Preferences) => {
    told++
    batch(() => {
      known.value = all
      wishes.value = wishes.peek().filter((wish) => !wish.kept)
    })
  }
  link.on('preferences.changed', load)
  return {
    now: computed(() => wishes.value.reduce((all, { change }) => ({ ...all, ...change }), known.value)),
    load,
    async change(change) {
      const wish: Wish = { change, kept: false }
      const toldBefore = told
      wishes.value = [...wishes.peek(), wish]
      const answer = await link.ask('preferences.change', change)
      // It is told as well, before this answer or after it; until then it holds by our own word.
      if (answer.ok && told === toldBefore) wish.kept = true
      else wishes.value = wishes.peek().filter((one) => one !== wish)
      return answer
    },
  }
}
