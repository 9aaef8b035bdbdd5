import { z } from 'zod'
import { channelNames } from './channel.ts'
import { marketingKinds, readFilters, sorts, statusFilters } from './list-names.ts'
import { views } from './views.ts'

/** Ids are compared as text, so there is one way to write them. */
const id = z.uuid().toLowerCase()

/** Whose tickets: of anyone, of nobody, of whoever asks, of one member or of one team. */
export const assigneeFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['anyone', 'nobody', 'me']) }),
  z.object({ kind: z.enum(['member', 'team']), id }),
])
export type AssigneeFilter = z.infer<typeof assigneeFilter>

/** A campaign or flow as its marketing tool calls it (M-4); it has no id of its own here. */
export const campaign = z.object({ kind: z.enum(marketingKinds), name: z.string().min(1).max(200) })
export type Campaign = z.infer<typeof campaign>

/** S-6: all of it has to hold; of several channels or tags one is enough, none of them means any. */
export const listFilter = z.object({
  status: z.enum(statusFilters),
  read: z.enum(readFilters).default('any'),
  channels: z.array(z.enum(channelNames)).max(channelNames.length).default([]),
  assignee: assigneeFilter.default({ kind: 'anyone' }),
  tags: z.array(id).max(20).default([]),
  priority: z.enum(['any', 'high']).default('any'),
  /** What one of its messages is attributed to. */
  campaign: campaign.nullable().default(null),
})
export type ListFilter = z.infer<typeof listFilter>

/** S-5: a view as somebody looks at it: which tickets, and in which order. */
export const listChoice = z.object({
  ...listFilter.shape,
  sort: z.enum(sorts),
  /** Channel by channel. */
  grouped: z.boolean().default(false),
})
export type ListChoice = z.infer<typeof listChoice>

/** Which tickets a list holds, whoever asks: what a page of it, and an action on all of it, are about. */
export const listScope = z.object({
  view: z.enum(views),
  ...listFilter.shape,
  /** Only this customer's tickets. */
  customer: id.optional(),
})
export type ListScope = z.infer<typeof listScope>

/** What is asked for a page of a list. */
export const listAsk = z.object({
  ...listScope.shape,
  ...listChoice.shape,
  /** Channels of a grouped list that are folded: nothing of them is read. */
  folded: z.array(z.enum(channelNames)).max(channelNames.length).default([]),
})
export type ListAsk = z.infer<typeof listAsk>

const named = z.array(z.object({ id: z.uuid(), name: z.string() }))

/** What a list can be filtered by, with the names people know. `former`: members who have left. */
export const filterNames = z.object({ tags: named, teams: named, former: named, campaigns: z.array(campaign) })
export type FilterNames = z.infer<typeof filterNames>
