import { z } from 'zod'
import { limits } from './limits.ts'
import { priorities } from './priority.ts'
import { storable } from './text.ts'
import { named } from './ticket.ts'

/** Ids are compared as text, so there is one way to write them. */
const id = z.uuid().toLowerCase()

/** A name that is one however it is typed: without spaces around it and with single ones in it. */
const shortName = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => storable(text).normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(most))

export const tagName = shortName(limits.tagName)
export const teamName = shortName(limits.teamName)

/** D-4: a group of the team with the members in it. */
export const team = named.extend({ members: z.array(z.uuid()) })
export type Team = z.infer<typeof team>

/** A tag by its id, or by a name that is made where nobody has made it yet (D-5). */
export const tagOrName = z.union([z.object({ id }), z.object({ name: tagName })])
export type TagOrName = z.infer<typeof tagOrName>

/** All of a ticket that agents change by hand. */
export const worked = z
  .object({
    status: z.enum(['open', 'snoozed', 'closed']),
    snoozedUntil: z.int().max(limits.moment).nullable(),
    unread: z.boolean(),
    spam: z.boolean(),
    assignee: id.nullable(),
    team: id.nullable(),
    priority: z.enum(priorities),
    tags: z.array(id).max(limits.tags),
  })
  .refine(({ status, snoozedUntil }) => (status === 'snoozed') === (snoozedUntil !== null))
export type Worked = z.infer<typeof worked>

/** What a ticket was before an agent changed it, and what it was then: enough to undo it. */
export const step = z.object({ was: worked, is: worked })
export type Step = z.infer<typeof step>

/** What was done. Null: it was so already, and there is nothing to undo. */
export const acted = z.object({ step: step.nullable() })
export type Acted = z.infer<typeof acted>

/** What an agent does to a ticket by hand, alone or to many at once. */
export const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('close') }),
  z.object({ do: z.literal('reopen') }),
  z.object({ do: z.literal('snooze'), until: z.int().max(limits.moment) }),
  z.object({ do: z.literal('wake') }),
  /** D-4; what is left out stays as it is. */
  z.object({ do: z.literal('assign'), agent: id.nullable().optional(), team: id.nullable().optional() }),
  z.object({
    do: z.literal('tag'),
    add: z.array(tagOrName).max(limits.tagsOfTicket),
    remove: z.array(id).max(limits.tagsOfTicket),
  }),
  z.object({ do: z.literal('priority'), priority: z.enum(priorities) }),
  z.object({ do: z.literal('spam'), on: z.boolean() }),
  z.object({ do: z.literal('read') }),
  z.object({ do: z.literal('unread') }),
])
export type Action = z.infer<typeof action>
