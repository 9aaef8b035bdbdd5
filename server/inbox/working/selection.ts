import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { TicketRow } from '../../protocol/ticket.ts'

/** Which tickets of the list are picked for something that is done to all of them at once. */
export type Selection = {
  picked: ReadonlySignal<ReadonlySet<string>>
  /** Every ticket of the list, loaded or not; then nothing is picked one by one. */
  all: ReadonlySignal<boolean>
  /** Ticks are shown, and a tap on a row ticks it: for those without a pointer that hovers. */
  choosing: ReadonlySignal<boolean>
  some: ReadonlySignal<boolean>
  isPicked(id: string): boolean
  /** It stands in the list no more: nothing is done to what nobody sees. */
  left(id: string): void
  toggle(id: string): void
  /** From the last one that was ticked to this one. */
  range(id: string): void
  pickLoaded(): void
  pickAll(): void
  choose(on: boolean): void
  clear(): void
}

export function createSelection(rows: ReadonlySignal<readonly TicketRow[]>): Selection {
  const picked = signal<ReadonlySet<string>>(new Set())
  const all = signal(false)
  const choosing = signal(false)
  let anchor: string | null = null

  return {
    picked,
    all,
    choosing,
    some: computed(() => all.value || picked.value.size > 0),
    isPicked: (id) => all.value || picked.value.has(id),
    left(id) {
      if (!picked.peek().has(id)) return
      const now = new Set(picked.peek())
      now.delete(id)
      picked.value = now
    },
    toggle(id) {
      // Out of all of them, one that is left out leaves those that are loaded.
      const now = new Set(all.peek() ? rows.peek().map((row) => row.id) : picked.peek())
      if (!now.delete(id)) now.add(id)
      all.value = false
      picked.value = now
      anchor = id
    },
    range(id) {
      const ids = rows.peek().map((row) => row.id)
      const [from, to] = [ids.indexOf(anchor ?? id), ids.indexOf(id)]
      if (from < 0 || to < 0) return this.toggle(id)
      picked.value = new Set([...picked.peek(), ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)])
    },
    pickLoaded() {
      all.value = false
      picked.value = new Set(rows.peek().map((row) => row.id))
    },
    pickAll() {
      all.value = true
      picked.value = new Set()
    },
    choose(on) {
      choosing.value = on
      if (!on) this.clear()
    },
    clear() {
      all.value = false
      picked.value = new Set()
      choosing.value = false
      anchor = null
    },
  }
}
