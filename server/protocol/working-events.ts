import { z } from 'zod'
import { personName } from './api.ts'
import { bulkAsks, bulkTells } from './bulk.ts'
import { limits } from './limits.ts'
import { languageTag, timeZone } from './place.ts'
import { priorities } from './priority.ts'
import { storable } from './text.ts'
import { named } from './ticket.ts'
import { acted, step, tagOrName, team } from './working.ts'

const id = z.uuid().toLowerCase()
const ticket = id
const onTicket = { ask: z.object({ ticket }), answer: acted } as const
const tags = limits.tagsOfTicket

/** What an agent's page may ask to be done to a ticket by hand; every answer says what to undo it with. */
export const workingAsks = {
  /** S-10 */
  'ticket.close': onTicket,
  /** S-2 */
  'ticket.reopen': onTicket,
  /** S-1 */
  'ticket.snooze': { ask: z.object({ ticket, until: z.int().max(limits.moment) }), answer: acted },
  /** End a snooze by hand. */
  'ticket.wake': onTicket,
  /** S-3 (+) */
  'ticket.unread': onTicket,
  /** D-4: to a member, a team, or nobody; what is left out stays as it is. */
  'ticket.assign': {
    ask: z
      .object({ ticket, agent: id.nullable().optional(), team: id.nullable().optional() })
      .refine(({ agent, team }) => agent !== undefined || team !== undefined),
    answer: acted,
  },
  /** D-5: a name that is no tag yet becomes one. */
  'ticket.tag': {
    ask: z.object({ ticket, add: z.array(tagOrName).max(tags), remove: z.array(id).max(tags) }),
    answer: acted,
  },
  /** S-11 */
  'ticket.priority': { ask: z.object({ ticket, priority: z.enum(priorities) }), answer: acted },
  /** S-8, by hand. */
  'ticket.spam': { ask: z.object({ ticket, on: z.boolean() }), answer: acted },
  /** T-2: a stranger's mails go into the ticket they aimed at, and go on there. */
  'ticket.moveIn': { ask: z.object({ ticket, into: ticket }), answer: z.object({}) },
  /** Takes back what an answer of these gave, where nobody has changed it since. */
  'ticket.undo': { ask: z.object({ ticket, step }), answer: acted },
  /** D-1: what the team writes of a customer; what is left out stays as it is. `knew`: the `about` that is replaced. */
  'customer.edit': {
    ask: z.object({
      customer: id,
      name: personName.optional(),
      about: z.string().max(limits.about).overwrite(storable).optional(),
      knew: z.string().max(limits.about).optional(),
      /** Null: nobody knows. What shop or browser say later holds instead. */
      language: languageTag.nullable().optional(),
      timeZone: timeZone.nullable().optional(),
    }),
    answer: z.object({}),
  },
  ...bulkAsks,
} as const

/** What an agent's page is told of what tickets are worked with. */
export const workingTells = {
  /** All tags there are now (D-5). */
  'tags.changed': z.object({ tags: z.array(named) }),
  /** All teams there are now (D-4). */
  'teams.changed': z.object({ teams: z.array(team) }),
  /** A customer's card says something else now: read it again where it is shown. */
  'customer.changed': z.object({ customer: id }),
  ...bulkTells,
} as const
