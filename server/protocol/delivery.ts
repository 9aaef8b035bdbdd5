import { z } from 'zod'
import { channelNames } from './channel.ts'
import { deliveryStates } from './thread.ts'

/** A message that left the house, or is to: to whom, how often it was tried, and what became of it. */
export const exportedDelivery = z.object({
  message: z.uuid(),
  channel: z.enum(channelNames),
  to: z.string(),
  from: z.string(),
  state: z.enum(deliveryStates),
  externalId: z.string().nullable(),
  attempts: z.int(),
  error: z.object({ code: z.string(), words: z.string() }).nullable(),
  createdAt: z.int(),
  sentAt: z.int().nullable(),
})
export type ExportedDelivery = z.infer<typeof exportedDelivery>
