import type { ChannelName } from '../protocol/channel.ts'
import type { Priority } from '../protocol/priority.ts'
import type { GivenWhy } from '../protocol/routing.ts'
import { holdMember } from '../store/members.ts'
import { agentsInTurn, serve, takeTurn } from '../store/round-robin.ts'
import { knownNames, readRouting } from '../store/routing.ts'
import { holdTeam } from '../store/teams.ts'
import { agentPresence } from '../tickets/agent-presence.ts'
import { nextInTurn } from '../tickets/round-robin.ts'
import { type Plan, planFor } from '../tickets/routing.ts'
import type { Actor, Work } from './desk.ts'
import type { Draft } from './write-entries.ts'

/** A ticket that looks for an assignee. `tags`: those it has and those it is about to get, by id. */
export type Looking = {
  customer: { blocked_at: number | null; locale: string | null; segments: readonly string[] }
  channel: ChannelName
  tags: readonly string[]
  priority: Priority
  team: string | null
  words: string
  /** Who has it and is away, whose name the line says; left out: nobody has it. */
  away?: string
}

/** Whom it goes to, and the lines of the thread that say why. What is null stays as it is. */
export type RoutedTo = { agent: Actor | null; team: string | null; priority: Priority | null; drafts: Draft[] }

export const toNobody: RoutedTo = { agent: null, team: null, priority: null, drafts: [] }

/**
 * D-4: decides who gets a ticket, by the rules and then in turn, evenly over every process. The caller has locked the
 * ticket, or is about to make it, and writes it only afterwards (`takeTurn`).
 */
export async function routeTicket(w: Work, looking: Looking): Promise<RoutedTo> {
  const { customer, channel, tags, priority, team, words } = looking
  if (customer.blocked_at !== null) return toNobody
  const { routing } = await readRouting(w.tx)
  if (routing.rules.length === 0 && !routing.roundRobin) return toNobody
  const { locale, segments } = customer
  const known = await knownNames(w.tx)
  const plan = planFor(routing, known, { channel, locale, segments, tags, priority, team, words })
  const agent = await whoFor(w, plan, routing.limit)
  return tellOf(w, looking, plan, agent)
}

async function whoFor(w: Work, { to }: Plan, limit: number | null): Promise<Actor | null> {
  if (to === null) return null
  if ('agent' in to) return (await holdMember(w.tx, to.agent)) ?? null
  const turn = await takeTurn(w.tx)
  let agents = (await agentsInTurn(w.tx, to.turnOf)).map(({ away, connected, ...agent }) => ({
    ...agent,
    presence: agentPresence({ connected: Boolean(connected), away }),
  }))
  for (;;) {
    const next = nextInTurn(agents, limit)
    if (next === null) return null
    if (await serve(w.tx, next.id, turn)) return next
    agents = agents.filter((one) => one !== next)
  }
}

/** Only what changes is said. A team that is gone at this very moment is left out. */
async function tellOf(w: Work, was: Looking, { rule, to, ...plan }: Plan, agent: Actor | null): Promise<RoutedTo> {
  const drafts: Draft[] = []
  const ruled: GivenWhy | null = rule === null ? null : { by: 'rule', rule: rule.name }
  const team = plan.team === null || plan.team === was.team ? undefined : await holdTeam(w.tx, plan.team)
  if (team !== undefined) drafts.push({ data: { type: 'assigned', team: team.name, ...(ruled && { why: ruled }) } })
  if (agent !== null) {
    const inTurn = to !== null && 'turnOf' in to
    const why: GivenWhy = inTurn || ruled === null ? { by: 'round_robin' } : ruled
    const away = was.away === undefined ? {} : { away: was.away }
    drafts.push({ data: { type: 'assigned', why: { ...why, ...away } }, to: { id: agent.id, name: agent.name } })
  }
  const priority = plan.priority === was.priority ? null : plan.priority
  if (priority !== null) {
    drafts.push({ data: { type: 'priority', priority, ...(rule !== null && { rule: rule.name }) } })
  }
  return { agent, team: team?.id ?? null, priority, drafts }
}
