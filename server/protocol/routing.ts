import { z } from 'zod'
import { channelNames } from './channel.ts'
import { limits } from './limits.ts'
import { recipient } from './marketing.ts'
import { priorities } from './priority.ts'
import { storable } from './text.ts'

const typed = z.string().overwrite(storable)
const id = z.uuid().toLowerCase()

/** A group of customers, by the name the shop gives it. */
export const segmentName = typed.trim().min(1).max(limits.segmentName)
/** Each once, in one order, so that two lists of the same are equal. */
export const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort()
export const segmentNames = z.array(segmentName).max(limits.segments)

/** Where a rule sends a ticket. `hand`: round robin among the team's members who are online; else the team alone. */
export const routeTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team'), team: id, hand: z.boolean() }),
  z.object({ kind: z.literal('agent'), agent: id }),
  /** To whoever would get it without this rule. */
  z.object({ kind: z.literal('usual') }),
])
export type RouteTo = z.infer<typeof routeTo>

/** What a ticket has to be. Of each list one is enough, an empty one asks nothing, and all that ask have to fit. */
export const routeWhen = z.object({
  channels: z.array(z.enum(channelNames)).max(channelNames.length),
  segments: segmentNames,
  tags: z.array(id).max(limits.tagsOfTicket),
  /** As a page names them: "de" fits "de-AT" too. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(20),
  priority: z.enum(priorities).nullable(),
  /** Words or phrases of its first message. */
  words: z.array(typed.trim().min(1).max(60)).max(30),
})

/** D-4: one rule. It gives a ticket a place, a priority, or both. */
export const routingRule = z
  .object({
    id,
    name: typed.trim().min(1).max(80),
    when: routeWhen,
    to: routeTo,
    priority: z.enum(priorities).nullable(),
  })
  .refine(({ to, priority }) => to.kind !== 'usual' || priority !== null, 'does nothing')
export type RoutingRule = z.infer<typeof routingRule>

/** What becomes of an agent's open tickets while they are away or offline. */
export const whenAway = z.discriminatedUnion('do', [
  z.object({ do: z.literal('keep') }),
  /** With the customer's next message, once the agent is away for longer. A page that is only loaded anew takes less. */
  z.object({ do: z.literal('again'), minutes: z.int().min(1).max(1_440) }),
])
export type WhenAway = z.infer<typeof whenAway>

/** D-4: who gets a ticket. The first rule that fits wins. */
export const routing = z.object({
  roundRobin: z.boolean(),
  /** Open tickets an agent may have and still be given another one; null: as many as come. */
  limit: z.int().min(1).max(1_000).nullable(),
  whenAway,
  rules: z.array(routingRule).max(limits.routingRules),
})
export type Routing = z.infer<typeof routing>

/** As stored: a save names the version it started from, and loses to an earlier save (`conflict`). */
export const storedRouting = z.object({
  version: z
    .int()
    .min(1)
    .max(limits.count - 1),
  routing,
})
export type StoredRouting = z.infer<typeof storedRouting>

/** Why a ticket was given to somebody by itself. */
export const givenWhy = z.discriminatedUnion('by', [
  z.object({ by: z.literal('round_robin'), away: z.string().optional() }),
  z.object({ by: z.literal('rule'), rule: z.string(), away: z.string().optional() }),
])
export type GivenWhy = z.infer<typeof givenWhy>

export const routingApi = {
  'GET /api/routing': { about: 'Who gets a ticket: rules and round robin.', who: 'manager', answer: storedRouting },
  'PUT /api/routing': {
    about: 'Saves over the version it started from.',
    who: 'manager',
    body: storedRouting,
    answer: storedRouting,
  },
} as const

/** What the shop says of the groups a customer is in; what it says now is all. */
export const segmentsReport = z.object({ of: recipient, segments: segmentNames })
export type SegmentsReport = z.infer<typeof segmentsReport>
