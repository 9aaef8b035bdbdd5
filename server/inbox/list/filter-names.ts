import { type ReadonlySignal, signal } from '@preact/signals'
import type { FilterNames } from '../../protocol/list-filter.ts'
import type { DeskLink } from '../desk-link.ts'

export type NamesModel = {
  /** Null: not read yet. */
  names: ReadonlySignal<FilterNames | null>
  /** The last try failed. */
  failed: ReadonlySignal<boolean>
  read(): Promise<void>
}

/** What lists can be filtered by; read when the page connects, and again when somebody wants to choose. */
export function createFilterNames(link: DeskLink): NamesModel {
  const names = signal<FilterNames | null>(null)
  const failed = signal(false)
  return {
    names,
    failed,
    async read() {
      const answer = await link.ask('filters.read', {})
      failed.value = !answer.ok
      if (answer.ok) names.value = answer
    },
  }
}
