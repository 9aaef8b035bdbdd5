import { z } from 'zod'
import { priorities } from '../protocol/priority.ts'
import { givenWhy } from '../protocol/routing.ts'
import { automaticKinds, deliveryStates, movedWays, spamReason, stories } from '../protocol/thread.ts'
import { fileNote } from './attachments.ts'

/** What stands in the log beside a message: parsed on the way out, so that a wrong row is found here. */
export const entryData = z.discriminatedUnion('type', [
  /** `sent`: what an automatic message is; left out in what was written before this was kept. */
  z.object({
    type: z.literal('message'),
    story: z.enum(stories).optional(),
    sent: z.enum(automaticKinds).optional(),
  }),
  z.object({
    type: z.literal('status'),
    status: z.enum(['open', 'snoozed', 'closed']),
    by: z.enum(['customer', 'agent', 'timer']),
    until: z.int().nullable(),
  }),
  /** `upTo` in the agents' count, `customerUpTo` in the customer's. */
  z.object({
    type: z.literal('seen'),
    by: z.enum(['customer', 'agent']),
    upTo: z.int(),
    customerUpTo: z.int(),
  }),
  /** `team`: its name of then, or null. `left`: who had it and is no longer in the team. `why`: nobody did it by hand. */
  z.object({
    type: z.literal('assigned'),
    team: z.string().nullable().optional(),
    left: z.string().optional(),
    why: givenWhy.optional(),
  }),
  /** `automatic`: the desk put them on by what the customer wrote (D-5). */
  z.object({
    type: z.literal('tags'),
    added: z.array(z.string()),
    removed: z.array(z.string()),
    automatic: z.boolean().optional(),
  }),
  z.object({ type: z.literal('priority'), priority: z.enum(priorities), rule: z.string().optional() }),
  /** `why`: what made the scanner mark it, the weightiest first; left out: a member did. */
  z.object({ type: z.literal('spam'), on: z.boolean(), why: z.array(spamReason).optional() }),
  z.object({ type: z.literal('satisfaction'), score: z.int(), comment: z.string() }),
  z.object({ type: z.literal('note'), note: z.uuid() }),
  /** T-2: mails came from, or went to, the ticket with this number. */
  z.object({ type: z.literal('moved'), way: z.enum(movedWays), number: z.int() }),
  z.object({ type: z.literal('blocked'), on: z.boolean() }),
  z.object({
    type: z.literal('delivery'),
    message: z.uuid(),
    state: z.enum(deliveryStates),
    words: z.string().nullable(),
  }),
  z.object({ type: z.literal('clicked'), message: z.uuid(), url: z.string() }),
  z.object({ type: z.literal('file'), message: z.uuid(), file: fileNote }),
  z.object({ type: z.literal('keyword'), keyword: z.enum(['stop', 'join', 'help']), text: z.string() }),
])
export type EntryData = z.infer<typeof entryData>
