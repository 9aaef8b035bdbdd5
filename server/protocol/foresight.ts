import { z } from 'zod'
import { channelNames } from './channel.ts'
import { limits } from './limits.ts'
import { storable } from './text.ts'
import { replyChannel } from './ticket.ts'

/** A message nobody has sent: who would write what, on which channel. */
export const foresightAsk = z.object({
  channel: z.enum(channelNames),
  /** The address, number or id of the sender; on web chat the shop's own id or the mail address. */
  sender: z.string().trim().min(1).max(254).overwrite(storable),
  text: z.string().max(limits.textPoints).overwrite(storable),
  /** Mail only: it answers a mail of this ticket. */
  answers: z.int().min(1).max(limits.count).nullable(),
})
export type ForesightAsk = z.infer<typeof foresightAsk>

/** D-4: who would get the ticket. `keeps`: whoever has it, who may be nobody; `inTurn`: round robin chooses the agent. */
const foreseenRoute = z.object({
  keeps: z.boolean(),
  rule: z.string().nullable(),
  team: z.string().nullable(),
  agent: z.string().nullable(),
  inTurn: z.boolean(),
})
export type ForeseenRoute = z.infer<typeof foreseenRoute>

/** What the rules would make of it, and why. */
export const foresight = z.object({
  customer: z.object({ becomes: z.enum(['joins', 'created', 'none']), name: z.string().nullable() }),
  /** The rule that decides, what it found, and the number of the ticket it found. */
  because: z.object({
    rule: z.string(),
    found: z.enum(['keyword', 'blocked', 'spam', 'stranger', 'chat_over', 'live', 'closed', 'nothing']),
    ticket: z.int().nullable(),
  }),
  outcome: z.enum(['join', 'reopen', 'new', 'spam', 'append', 'born_closed', 'none']),
  keyword: z.enum(['stop', 'join', 'help']).nullable(),
  wakes: z.boolean(),
  /** What the sender is answered by itself; `refused`: why a rule that would answer does not; null: no rule would. */
  automatic: z.object({ text: z.string().nullable(), refused: z.string().nullable() }).nullable(),
  /** Null where there is no ticket to give. */
  route: foreseenRoute.nullable(),
  /** How an agent may answer then; null where there is no ticket to answer in. */
  reply: z.object({ offered: z.array(replyChannel), chosen: z.enum(channelNames) }).nullable(),
})
export type Foresight = z.infer<typeof foresight>
