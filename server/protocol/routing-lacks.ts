import type { RoutingRule } from './routing.ts'

/** The teams, members and tags there are, by id. */
export type Known = Record<'teams' | 'members' | 'tags', ReadonlySet<string>>

/** What a rule names that is no more. Such a rule fits nothing, until somebody mends it. */
export function lacks({ when, to }: RoutingRule, known: Known): ('team' | 'agent' | 'tag')[] {
  return [
    ...(to.kind === 'team' && !known.teams.has(to.team) ? (['team'] as const) : []),
    ...(to.kind === 'agent' && !known.members.has(to.agent) ? (['agent'] as const) : []),
    ...(when.tags.some((tag) => !known.tags.has(tag)) ? (['tag'] as const) : []),
  ]
}
