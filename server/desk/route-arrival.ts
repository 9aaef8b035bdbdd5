import type { CustomerRecord } from '../store/customers.ts'
import { memberName } from '../store/members.ts'
import { absentSince } from '../store/round-robin.ts'
import { readRouting } from '../store/routing.ts'
import { tagsOf } from '../store/tags.ts'
import type { TicketChange, TicketRecord } from '../store/tickets.ts'
import type { Landing } from '../tickets/receive.ts'
import { givenAnew } from '../tickets/routing.ts'
import type { Work } from './desk.ts'
import { leftBehind } from './left-assignee.ts'
import { type Looking, type RoutedTo, routeTicket, toNobody } from './route-ticket.ts'
import type { InboundMessage } from './take-in.ts'
import type { Draft } from './write-entries.ts'

type Opens = Exclude<Landing, { ticket: 'append' | 'born_closed' }>

/** What a message's arrival means for who has its ticket: lines before and after the message, and what changes. */
export type Placed = { before: Draft[]; after: Draft[]; change: TicketChange }

/**
 * D-4, S-2, S-8: who gets the ticket that a message opens, or opens again; and who gets a running one whose assignee has
 * been away for too long. `found`: the ticket it goes into, undefined where it opens one. `brought`: the tags that
 * the message brings (D-5).
 */
export async function routeArrival(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  landing: Opens,
  found: TicketRecord | undefined,
  brought: readonly string[],
): Promise<Placed> {
  const freed = found === undefined ? { drafts: [], change: {} } : await leftBehind(w, found, landing.set.status)
  const routes = landing.route || freed.change.assignee_id === null
  const looking = async (): Promise<Looking> => ({
    customer,
    channel: found?.channel ?? inbound.channel,
    tags: [...(found === undefined ? [] : await tagsOf(w.tx, found.id)), ...brought],
    priority: found?.priority ?? 'normal',
    team: found?.team_id ?? null,
    words: [inbound.remote?.subject ?? '', inbound.text].join('\n'),
  })
  const routed = routes ? await routeTicket(w, await looking()) : await anew(w, landing, found, looking)
  return { before: freed.drafts, after: routed.drafts, change: { ...freed.change, ...changeOf(routed) } }
}

/** What a routed ticket is from then on. */
export function changeOf({ agent, team, priority }: RoutedTo): TicketChange {
  return {
    ...(agent !== null && { assignee_id: agent.id }),
    ...(team !== null && { team_id: team }),
    ...(priority !== null && { priority }),
  }
}

/** It stays with whoever has it where nobody else is there. What wakes from a snooze stays as well (T-7). */
async function anew(
  w: Work,
  landing: Opens,
  found: TicketRecord | undefined,
  looking: () => Promise<Looking>,
): Promise<RoutedTo> {
  const has = found?.assignee_id ?? null
  if (landing.ticket !== 'join' || landing.woke || has === null) return toNobody
  const since = await absentSince(w.tx, has)
  if (since === null || !givenAnew((await readRouting(w.tx)).routing.whenAway, since, w.now)) return toNobody
  const away = (await memberName(w.tx, has)) ?? ''
  const routed = await routeTicket(w, { ...(await looking()), away })
  return routed.agent === null || routed.agent.id === has ? toNobody : routed
}
