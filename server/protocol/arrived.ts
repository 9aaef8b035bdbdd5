import { z } from 'zod'
import { channelNames } from './channel.ts'
import { previewKinds } from './files.ts'

/** D-9: the ticket that something is told of, as far as each page needs it to know whether its agent wants to hear. */
export const toldTicket = z.object({
  ticket: z.uuid(),
  number: z.int(),
  /** By which the customer wrote; of a ticket that waits or wakes, its own. */
  channel: z.enum(channelNames),
  customer: z.string(),
  assignee: z.uuid().nullable(),
  team: z.uuid().nullable(),
})
export type ToldTicket = z.infer<typeof toldTicket>

/** D-9: a customer's message as it is told; each page knows whose choice it is to hear of it. */
export const arrived = toldTicket.extend({
  /** The message's own id: several pages of one person tell by it that it is the same. */
  message: z.uuid(),
  /** Its first line; empty where it has no words, then `kind` says what it was. */
  text: z.string(),
  kind: z.enum(previewKinds).nullable(),
})
export type Arrived = z.infer<typeof arrived>
