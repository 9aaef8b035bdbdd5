import type { RoutingRule } from '../../protocol/routing.ts'
import type { Named } from '../../protocol/ticket.ts'
import type { RoutingWords } from '../words/routing.en.ts'

/** What rules name, by what it is called now. */
export type Names = {
  teams: readonly Named[]
  members: readonly Named[]
  tags: readonly Named[]
  channel: Readonly<Record<RoutingRule['when']['channels'][number], string>>
  language: (code: string) => string
}

/** A rule in one line: what a ticket has to be, and where it goes then. */
export function ruleSaid({ when, to, priority }: RoutingRule, names: Names, said: RoutingWords) {
  const all = (list: readonly string[]) => list.join(said.or)
  const quoted = (list: readonly string[]) => all(list.map((one) => `“${one}”`))
  const called = (list: readonly Named[], id: string) => list.find((one) => one.id === id)?.name ?? `(${said.gone})`
  const asks = [
    when.channels.length > 0 && said.if.channels(all(when.channels.map((name) => names.channel[name]))),
    when.segments.length > 0 && said.if.segments(quoted(when.segments)),
    when.tags.length > 0 && said.if.tags(quoted(when.tags.map((id) => called(names.tags, id)))),
    when.languages.length > 0 && said.if.languages(all(when.languages.map(names.language))),
    when.priority !== null && said.if[when.priority],
    when.words.length > 0 && said.if.words(quoted(when.words)),
  ].filter((one) => one !== false)
  const place = {
    team: () => (to.kind === 'team' ? said.to[to.hand ? 'hand' : 'team'](called(names.teams, to.team)) : ''),
    agent: () => (to.kind === 'agent' ? said.to.agent(called(names.members, to.agent)) : ''),
    usual: () => said.to.usual,
  }[to.kind]()
  return {
    asks: asks.length === 0 ? said.every : asks.join(', '),
    goes: priority === null ? place : `${place}, ${said.to[priority]}`,
  }
}

/** A list as it was typed, with commas between. */
export const listed = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
]
