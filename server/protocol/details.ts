import { z } from 'zod'
import { addressKinds, channelNames } from './channel.ts'
import { consents } from './consent.ts'

/** How a customer came to a consent: by a keyword of their own (M-1), or as the shop reports it (M-3). */
export const consentStep = z.object({
  at: z.int(),
  consent: z.enum(consents),
  by: z.enum(['customer', 'shop']),
  /** The customer's own word. */
  said: z.string().nullable(),
})
export type ConsentStep = z.infer<typeof consentStep>

/** M-3: what a customer agreed to on a channel, with what led there, newest first. */
export const consentCard = z.object({
  channel: z.enum(['sms', 'whatsapp']),
  consent: z.enum(consents),
  history: z.array(consentStep),
})
export type ConsentCard = z.infer<typeof consentCard>

/** T-2, T-3, R-7: a ticket that another came out of or went into. */
export const linkedTicket = z.object({
  id: z.uuid(),
  number: z.int(),
  channel: z.enum(channelNames),
  status: z.enum(['open', 'snoozed', 'closed']),
  customer: z.string(),
  /** What it is to the ticket that was asked for. */
  how: z.enum(['before', 'after', 'merged_here', 'merged_there']),
  /** The mails of the ticket that was asked for may be moved into it. */
  takes: z.boolean(),
})
export type LinkedTicket = z.infer<typeof linkedTicket>

/** D-1: what stands beside a thread and is not on its row. */
export const ticketDetails = z.object({
  names: z.array(z.object({ kind: z.enum(addressKinds), value: z.string() })),
  /** For channels that ask for consent, and only where the customer has an address or said something. */
  consents: z.array(consentCard),
  linked: z.array(linkedTicket),
})
export type TicketDetails = z.infer<typeof ticketDetails>
