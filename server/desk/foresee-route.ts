import type { ForesightAsk, ForeseenRoute } from '../protocol/foresight.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { memberName } from '../store/members.ts'
import { agentsInTurn } from '../store/round-robin.ts'
import { knownNames, readRouting } from '../store/routing.ts'
import { tagsOf } from '../store/tags.ts'
import { listTeams } from '../store/teams.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { agentPresence } from '../tickets/agent-presence.ts'
import { nextInTurn } from '../tickets/round-robin.ts'
import { type Plan, planFor } from '../tickets/routing.ts'
import type { Foreseen } from '../tickets/what-would-happen.ts'
import type { Desk } from './desk.ts'

/**
 * D-4: who would get the ticket right now, and by which rule; nobody is given a turn for it. Null where there is no
 * ticket to give, as with a keyword or a blocked sender. `found`: the ticket that the message would go into.
 */
export async function foreseeRoute(
  desk: Desk,
  { channel, text }: ForesightAsk,
  { outcome }: Foreseen,
  customer: CustomerRecord | undefined,
  found: TicketRecord | undefined,
): Promise<ForeseenRoute | null> {
  if (!('route' in outcome) || outcome.ticket === 'spam') return null
  const into = outcome.ticket === 'new' ? undefined : found
  if (!outcome.route) {
    const has = into?.assignee_id ?? null
    return { ...nothing, keeps: true, agent: has === null ? null : await memberName(desk.db, has) }
  }
  const { routing } = await readRouting(desk.db)
  const plan = planFor(routing, await knownNames(desk.db), {
    channel: into?.channel ?? channel,
    locale: customer?.locale ?? null,
    segments: customer?.segments ?? [],
    tags: into === undefined ? [] : await tagsOf(desk.db, into.id),
    priority: into?.priority ?? 'normal',
    team: into?.team_id ?? null,
    words: text,
  })
  const team = (await listTeams(desk.db)).find(({ id }) => id === plan.team)
  return {
    keeps: false,
    rule: plan.rule?.name ?? null,
    team: team?.name ?? null,
    agent: await agentOf(desk, plan, routing.limit),
    inTurn: plan.to !== null && 'turnOf' in plan.to,
  }
}

const nothing = { rule: null, team: null, inTurn: false }

async function agentOf(desk: Desk, { to }: Plan, limit: number | null): Promise<string | null> {
  if (to === null) return null
  if ('agent' in to) return memberName(desk.db, to.agent)
  const agents = (await agentsInTurn(desk.db, to.turnOf)).map(({ away, connected, ...agent }) => ({
    ...agent,
    presence: agentPresence({ connected: Boolean(connected), away }),
  }))
  return nextInTurn(agents, limit)?.name ?? null
}
