import { z } from 'zod'
import { channelNames } from './channel.ts'
import { errorCodes } from './errors.ts'
import { campaign } from './list-filter.ts'
import { previewKinds } from './files.ts'
import { priorities } from './priority.ts'

/** A member of the team as colleagues see them. */
export const agentCard = z.object({ id: z.uuid(), name: z.string() })
export type AgentCard = z.infer<typeof agentCard>

/** A word the team files tickets under (D-5), or a group of the team (D-4), as both are shown. */
export const named = z.object({ id: z.uuid(), name: z.string() })
export type Named = z.infer<typeof named>

/** may an agent answer by that channel, until when (null: without end), or why not? */
export const replyChannel = z.object({
  channel: z.enum(channelNames),
  until: z.int().nullable(),
  refused: z.enum(errorCodes).nullable(),
})
export type ReplyChannel = z.infer<typeof replyChannel>

/** A ticket as a row of the inbox shows it. Times in epoch milliseconds. */
export const ticketRow = z.object({
  id: z.uuid(),
  number: z.int(),
  channel: z.enum(channelNames),
  status: z.enum(['open', 'snoozed', 'closed']),
  snoozedUntil: z.int().nullable(),
  unread: z.boolean(),
  customer: z.object({ id: z.uuid(), name: z.string(), blocked: z.boolean(), online: z.boolean() }),
  assignee: agentCard.nullable(),
  /** D-4: the team it was given to. */
  team: named.nullable(),
  priority: z.enum(priorities),
  tags: z.array(named),
  /** S-8 */
  spam: z.boolean(),
  /** Since when the customer waits for a first answer, or for the next (W-12); null: they do not. */
  waitingSince: z.int().nullable(),
  /** W-12: from when on it is marked for that, and from when on loudly; by the office hours' clock. */
  waitingMarks: z.object({ marked: z.int(), loud: z.int().nullable() }).nullable(),
  /** members whom a note in it mentions. */
  mentioned: z.array(z.uuid()),
  /** M-4: what its messages are attributed to. */
  campaigns: z.array(campaign),
  preview: z
    .object({
      from: z.enum(['customer', 'agent', 'automatic']),
      text: z.string(),
      /** The agent who wrote it. */
      by: agentCard.optional(),
      /** What it was, where there are no words. */
      kind: z.enum(previewKinds).optional(),
    })
    .nullable(),
  createdAt: z.int(),
  lastMessageAt: z.int(),
  closedAt: z.int().nullable(),
  /** Last entry of the thread in the agents' count. */
  last: z.int(),
  /** May an agent open it again (S-2)? */
  mayReopen: z.boolean(),
  /** How it can be answered: the channels the composer offers, and the one to begin with. */
  reply: z.object({ offered: z.array(replyChannel), chosen: z.enum(channelNames) }),
  /** Where an answer by the ticket's own channel goes: who wrote last, by that address. Null: it has none to show. */
  answerTo: z.string().nullable(),
  /** Of a mail; null elsewhere. */
  subject: z.string().nullable(),
})
export type TicketRow = z.infer<typeof ticketRow>

/** The customer beside a thread (D-1). */
export const customerCard = z.object({
  id: z.uuid(),
  /** T-6: no customer at all, but who a page-scoped id of Messenger stands for; null for everybody else. */
  visitor: z.object({ pageScopedId: z.string() }).nullable(),
  name: z.string(),
  email: z.string().nullable(),
  /** written in the chat; nobody vouches for it. */
  leftEmail: z.string().nullable(),
  phone: z.string().nullable(),
  shopId: z.string().nullable(),
  locale: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** D-1: what the team knows of them, in its own words. */
  about: z.string(),
  createdAt: z.int(),
  blocked: z.boolean(),
  online: z.boolean(),
  tickets: z.int(),
  /** the number of their latest order. */
  order: z.string().nullable(),
})
export type CustomerCard = z.infer<typeof customerCard>

export type { ViewName } from './views.ts'

/**
 * Open tickets of each view; of Mentions the tickets with one not seen yet, of Spam all that is not closed. `unread` is
 * the badge (S-4), null when the setting turns it off.
 */
export const counts = z.object({
  mine: z.int(),
  unassigned: z.int(),
  mentions: z.int(),
  spam: z.int(),
  unread: z.int().nullable(),
})
export type Counts = z.infer<typeof counts>
