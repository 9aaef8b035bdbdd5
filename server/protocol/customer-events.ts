import { z } from 'zod'
import { limits } from './limits.ts'
import { ratingComment, score } from './satisfaction.ts'
import { threadEvent } from './thread.ts'
import type { Down, Up } from './typed-events.ts'

/** Ids are compared as text, so there is one way to write them. */
const id = z.uuid().toLowerCase()
const ticket = id
const n = z.int().min(0).max(limits.count)
const nothing = z.object({})
const hold = z.string().max(200)
/** Longer than any message may be, so that an over-long one gets its own refusal and not `bad_request`. */
const text = z.string().max(60_000)

/** W-7 as the drawer needs it; null when no hours are set. Moments in epoch milliseconds. */
export const hoursNow = z.object({ open: z.boolean(), changesAt: z.int().nullable() })
export type HoursNow = z.infer<typeof hoursNow>

export const conversation = z.object({
  ticket,
  closed: z.boolean(),
  /** Lets this page, which holds the conversation, fetch what it misses after the end (W-6). Keep in memory only. */
  hold: z.string(),
  /** Last entry of the conversation in the shopper's count. */
  last: n,
  /** The shopper has seen up to here (all tabs and devices). */
  seen: n,
})
export type Conversation = z.infer<typeof conversation>

/** What a shopper's page may ask. */
export const fromCustomer = {
  /**
   * First load and resume in one. `ticket: null`: the running conversation with its last page, if there is one.
   * With a ticket: what came after `after`; a closed one only with its `hold` (W-6).
   */
  'conversation.sync': {
    ask: z.object({ ticket: ticket.nullable(), after: n, hold: hold.optional() }),
    answer: z.object({
      conversation: conversation.nullable(),
      events: z.array(threadEvent),
      /** Older messages exist before the first of `events` (only when `after` is 0). */
      earlier: z.boolean(),
      /** There is more after the last of `events`: ask again. */
      more: z.boolean(),
      hours: hoursNow.nullable(),
      /** the address the shopper left, null for none; left out where the shop itself knows one, or nothing runs. */
      left: z.string().nullable().optional(),
    }),
  },
  /** Older entries, newest last, before the entry `before`. */
  'conversation.older': {
    ask: z.object({ ticket, before: n.min(2), hold }),
    answer: z.object({ events: z.array(threadEvent), earlier: z.boolean() }),
  },
  /** Joins the running conversation or starts one (T-1). The same id again gets the first answer again. */
  'message.send': {
    ask: z.object({ id, text }),
    answer: z.object({ ticket, hold: z.string(), n: z.int().min(1), at: z.int() }),
  },
  /** Where the files of a message of this conversation lie for a while, below the desk's address, in their order. */
  'file.links': {
    ask: z.object({ ticket, message: id, hold: hold.optional() }),
    answer: z.object({ links: z.array(z.object({ file: id, path: z.string() })), until: z.int() }),
  },
  /** Everything up to entry `n` stood in the open Chat tab of a visible page (W-11). */
  'message.seen': { ask: z.object({ ticket, n: n.min(1) }), answer: nothing },
  /** W-6; a second call answers the same. */
  'conversation.end': { ask: z.object({ ticket }), answer: nothing },
  /** D-10: it has ended; does this page ask how it was? */
  'satisfaction.ask': { ask: z.object({ ticket, hold }), answer: z.object({ ask: z.boolean() }) },
  'satisfaction.give': { ask: z.object({ ticket, hold, score, comment: ratingComment }), answer: nothing },
  /** where answers may go; `email` is what was kept of it. */
  'address.leave': { ask: z.object({ email: z.string().max(400) }), answer: z.object({ email: z.string() }) },
  typing: { ask: z.object({ on: z.boolean() }) },
  /** W-11: is this page visible now? Sent on connect and on every change. */
  presence: { ask: z.object({ visible: z.boolean() }) },
} as const

/** What a shopper's page is told. */
export const toCustomer = {
  'thread.event': z.object({ ticket, event: threadEvent }),
  /** A quiet heartbeat: the number of the last entry, so that a lost last one is found. */
  'thread.tail': z.object({ ticket, last: n }),
  /** An agent types, or has stopped. */
  typing: z.object({ ticket, name: z.string().nullable(), on: z.boolean() }),
  /** the shopper left an address, on whichever page. */
  'address.left': z.object({ email: z.string() }),
  /** Settings were saved: may shoppers chat (W-2), and what are the hours now (W-7)? */
  'chat.visible': z.object({ on: z.boolean(), hours: hoursNow.nullable() }),
} as const

export type FromCustomer = Up<typeof fromCustomer>
export type ToCustomer = Down<typeof toCustomer>
