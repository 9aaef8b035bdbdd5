import { z } from 'zod'
import { channelNames } from './channel.ts'
import { fileKinds, lostWhys } from './files.ts'
import { priorities } from './priority.ts'
import { givenWhy } from './routing.ts'
import { score } from './satisfaction.ts'

/** what became of a message that left the house, in rank (tickets/delivery-state.ts). */
export const deliveryStates = ['queued', 'unknown', 'sent', 'failed', 'delivered', 'read'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const stories = ['reply', 'mention'] as const
export type Story = (typeof stories)[number]

/** What an automatic message is: an answer to what came (W-8, M-2), the follow-up (W-10), the word before a close (D-6), the question after it (D-10). */
export const automaticKinds = ['answer', 'follow_up', 'close_warning', 'satisfaction'] as const
export type AutomaticKind = (typeof automaticKinds)[number]

/** M-5: a file of a message. `waiting`: its provider still keeps it. It lies at /api/attachments/ID, for agents, once it is here. */
const threadFile = z.object({
  id: z.uuid(),
  name: z.string(),
  /** As far as it is known: the sender's word until the bytes are here. */
  type: z.string(),
  kind: z.enum(fileKinds),
  state: z.enum(['waiting', 'here', 'lost']),
  size: z.int().nullable(),
  why: z.enum(lostWhys).nullable(),
})
export type ThreadFile = z.infer<typeof threadFile>

export const movedWays = ['here', 'there'] as const

/** S-8: a word (`free`) or a sign (`!link`) that spoke for spam, and how much. */
export const spamReason = z.object({ name: z.string().max(40), weight: z.number() })
export type SpamReason = z.infer<typeof spamReason>

const n = z.int().min(1)
const at = z.int()

/**
 * One entry of a ticket's log as one reader sees it. `n` counts that reader's own entries, 1, 2, 3 … without a gap
 * (agents and customer have different counts, so that a hidden note cannot be inferred). Times are epoch milliseconds.
 */
export const threadEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    n,
    at,
    id: z.uuid(),
    from: z.enum(['customer', 'agent', 'automatic']),
    /** The writer's name; null for the customer's own view of themselves and for automatic messages. */
    name: z.string().nullable(),
    channel: z.enum(channelNames),
    text: z.string(),
    /** Agents only: the member who wrote it. */
    by: z.uuid().optional(),
    /**
     * Agents only: of a mail. All of it is at GET /api/mails/<id of the message>; `html`: it has a page of its own;
     * `more`: it says more than `text`, such as what it quotes.
     */
    mail: z.object({ subject: z.string(), html: z.boolean(), more: z.boolean() }).optional(),
    /**
     * What came with it, as it stood when this was told; entries of type `file` say what became of it, to agents. A
     * shopper's page asks for links to them (`file.links`).
     */
    files: z.array(threadFile).optional(),
    /** Agents only: it answers a story of the shop's, or mentions the shop in one. */
    story: z.enum(stories).optional(),
    /** Agents only: what an automatic one is. */
    sent: z.enum(automaticKinds).optional(),
  }),
  z.object({
    type: z.literal('status'),
    n,
    at,
    status: z.enum(['open', 'snoozed', 'closed']),
    by: z.enum(['customer', 'agent', 'timer']),
    name: z.string().nullable(),
    /** When a snooze ends. */
    until: z.int().nullable(),
  }),
  /** One side has seen everything up to the entry `upTo` (in this reader's count). */
  z.object({ type: z.literal('seen'), n, at, by: z.enum(['customer', 'agent']), upTo: z.int().min(0) }),
  /**
   * Agents only: it was given to a member, or to nobody. With `team` (D-4): to a team, null out of one, and `to` says
   * nothing. `left`: whose it was and who is no longer in the team. `why`: nobody did it by hand.
   */
  z.object({
    type: z.literal('assigned'),
    n,
    at,
    to: z.string().nullable(),
    name: z.string().nullable(),
    team: z.string().nullable().optional(),
    left: z.string().optional(),
    why: givenWhy.optional(),
  }),
  /** Agents only: tags were put on it or taken off (D-5), by their names of then. `automatic`: by what was written. */
  z.object({
    type: z.literal('tags'),
    n,
    at,
    added: z.array(z.string()),
    removed: z.array(z.string()),
    name: z.string().nullable(),
    automatic: z.boolean().optional(),
  }),
  /** Agents only (S-11). `rule`: the routing rule that did it. */
  z.object({
    type: z.literal('priority'),
    n,
    at,
    priority: z.enum(priorities),
    name: z.string().nullable(),
    rule: z.string().optional(),
  }),
  /** Agents only: it was marked as spam, or as none (S-8). `why`: what made the scanner mark it. */
  z.object({
    type: z.literal('spam'),
    n,
    at,
    on: z.boolean(),
    name: z.string().nullable(),
    why: z.array(spamReason).optional(),
  }),
  /** Agents only: the customer has said how it was (D-10). */
  z.object({ type: z.literal('satisfaction'), n, at, score, comment: z.string() }),
  /** Agents only: one of the team to the team. `mentions` are the colleagues it calls. */
  z.object({
    type: z.literal('note'),
    n,
    at,
    id: z.uuid(),
    by: z.uuid(),
    name: z.string().nullable(),
    text: z.string(),
    mentions: z.array(z.object({ id: z.uuid(), name: z.string() })),
  }),
  /** Agents only: what became of a message that left the house. `words` say why it failed. */
  z.object({
    type: z.literal('delivery'),
    n,
    at,
    message: z.uuid(),
    state: z.enum(deliveryStates),
    words: z.string().nullable(),
  }),
  /** Agents only: the customer followed a link of a text message, for the first time. */
  z.object({ type: z.literal('clicked'), n, at, message: z.uuid(), url: z.string() }),
  /** Agents only: a file of a message has come, or is lost (M-5). */
  z.object({ type: z.literal('file'), n, at, message: z.uuid(), file: threadFile }),
  /** Agents only: the customer wrote a keyword (M-1). */
  z.object({ type: z.literal('keyword'), n, at, keyword: z.enum(['stop', 'join', 'help']), text: z.string() }),
  /** Agents only: a stranger's mails came from, or went to, the ticket with this number (T-2). */
  z.object({ type: z.literal('moved'), n, at, way: z.enum(movedWays), number: z.int(), name: z.string().nullable() }),
  /** Agents only: the customer was blocked, or let in again (S-9). */
  z.object({ type: z.literal('blocked'), n, at, on: z.boolean(), name: z.string().nullable() }),
])
export type ThreadEvent = z.infer<typeof threadEvent>
export type ThreadMessage = Extract<ThreadEvent, { type: 'message' }>
