import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Colleague } from '../../protocol/colleague.ts'
import type { Me } from '../api.ts'
import type { DeskLink } from '../desk-link.ts'

/** The team, and the own switch (D-4). */
export type Team = {
  all: ReadonlySignal<readonly Colleague[]>
  /** Is my switch off? */
  away: ReadonlySignal<boolean>
  load(all: readonly Colleague[]): void
}

/**
 * Follows who is in the team, and who of it is there. `me` is kept as the team knows them; `renamed` runs when somebody
 * is called otherwise: rows on the screen bear the old name.
 */
export function createTeam(link: DeskLink, me: Signal<Me>, renamed: () => void): Team {
  const all = signal<readonly Colleague[]>([])
  link.on('agents.changed', ({ agents, gone }) => {
    const told = new Set([...gone, ...agents.map(({ id }) => id)])
    const was = new Map(all.peek().map(({ id, name }) => [id, name]))
    const others = all.peek().filter(({ id }) => !told.has(id))
    all.value = [...others, ...agents].toSorted((a, b) => a.name.localeCompare(b.name))
    const mine = agents.find(({ id }) => id === me.peek().id)
    if (mine && mine.name !== me.peek().name) me.value = { ...me.peek(), name: mine.name }
    if (agents.some(({ id, name }) => was.has(id) && was.get(id) !== name)) renamed()
  })
  return {
    all,
    away: computed(() => all.value.some(({ id, presence }) => id === me.value.id && presence === 'away')),
    load(now) {
      all.value = now
    },
  }
}
