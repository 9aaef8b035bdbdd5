import { z } from 'zod'
import { channelNames } from './channel.ts'
import { previewKinds } from './files.ts'

/** D-9: a customer's message as whoever hears of it is told. */
export const arrived = z.object({
  ticket: z.uuid(),
  /** The message's own id: several pages of one person tell by it that it is the same. */
  message: z.uuid(),
  number: z.int(),
  channel: z.enum(channelNames),
  customer: z.string(),
  /** Is it somebody's? Then only they are told. */
  assigned: z.boolean(),
  /** Its first line; empty where it has no words, then `kind` says what it was. */
  text: z.string(),
  kind: z.enum(previewKinds).nullable(),
})
export type Arrived = z.infer<typeof arrived>
