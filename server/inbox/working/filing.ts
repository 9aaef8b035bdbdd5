import { type ReadonlySignal, signal } from '@preact/signals'
import type { Named } from '../../protocol/ticket.ts'
import type { Team } from '../../protocol/working.ts'
import type { DeskLink } from '../desk-link.ts'

/** The tags (D-5) and teams (D-4) there are, kept live. */
export type Filing = {
  tags: ReadonlySignal<readonly Named[]>
  teams: ReadonlySignal<readonly Team[]>
  load(found: { tags: readonly Named[]; teams: readonly Team[] }): void
}

/** `renamed` runs when something is called otherwise or is gone: rows on the screen bear its old name. */
export function createFiling(link: DeskLink, renamed: () => void): Filing {
  const tags = signal<readonly Named[]>([])
  const teams = signal<readonly Team[]>([])
  const stays = (was: readonly Named[], now: readonly Named[]) =>
    was.every((one) => now.some(({ id, name }) => id === one.id && name === one.name))
  link.on('tags.changed', (e) => {
    const stayed = stays(tags.peek(), e.tags)
    tags.value = e.tags
    if (!stayed) renamed()
  })
  link.on('teams.changed', (e) => {
    const stayed = stays(teams.peek(), e.teams)
    teams.value = e.teams
    if (!stayed) renamed()
  })
  return {
    tags,
    teams,
    load(found) {
      tags.value = found.tags
      teams.value = found.teams
    },
  }
}
