import { type ReadonlySignal, signal } from '@preact/signals'
import type { Macro } from '../../protocol/macro.ts'
import type { DeskLink } from '../desk-link.ts'

/** the macros this agent may use, read when they are first needed and kept as they are from then on. */
export type Macros = {
  /** Null: not read yet. */
  list: ReadonlySignal<readonly Macro[] | null>
  /** The last try to read them did not go through. */
  failed: ReadonlySignal<boolean>
  need(): void
  /** They have changed, or the connection is back. */
  again(): void
}

export function createMacros(link: DeskLink): Macros {
  const list = signal<readonly Macro[] | null>(null)
  const failed = signal(false)
  let needed = false
  async function read() {
    const answer = await link.ask('macro.list', {})
    failed.value = !answer.ok
    if (answer.ok) list.value = answer.macros
  }
  return {
    list,
    failed,
    need() {
      if (needed && !failed.peek()) return
      needed = true
      void read()
    },
    again() {
      if (needed) void read()
    },
  }
}

/** Those whose name or category has every word that was typed, those whose name begins with it first; by category. */
export function findMacros(macros: readonly Macro[], query: string): Macro[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const fits = macros.filter(({ name, category }) => {
    const said = `${category} ${name}`.toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
  const rank = ({ name }: Macro) => (name.toLocaleLowerCase().startsWith(words.join(' ')) ? 0 : 1)
  const best = new Map<string, number>()
  for (const macro of fits) best.set(macro.category, Math.min(best.get(macro.category) ?? 1, rank(macro)))
  // Those without a category stand last.
  return fits.toSorted(
    (a, b) =>
      (best.get(a.category) ?? 1) - (best.get(b.category) ?? 1) ||
      Number(a.category === '') - Number(b.category === '') ||
      a.category.localeCompare(b.category) ||
      rank(a) - rank(b) ||
      a.name.localeCompare(b.name),
  )
}
