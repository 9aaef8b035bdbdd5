import { z } from 'zod'
import { limits } from './limits.ts'
import { storable } from './text.ts'

const typed = z.string().overwrite(storable)
/** Epoch milliseconds, or a moment as ISO 8601 writes it. */
export const reportedMoment = z.union([
  z.int().min(0).max(limits.moment),
  z.iso.datetime({ offset: true }).transform((text) => new Date(text).getTime()),
])

/** Whom the shop speaks of: by its own id of them, or by an address. */
export const recipient = z
  .object({
    customer: typed.trim().min(1).max(200).optional(),
    email: z.email().max(254).optional(),
    phone: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/)
      .optional(),
    /** What a customer who is new to the desk is called. */
    name: typed.trim().min(1).max(200).optional(),
  })
  .refine(({ customer, email, phone }) => customer ?? email ?? phone, 'names nobody')
export type Recipient = z.infer<typeof recipient>

/** A campaign or flow message that the shop's marketing tool sent (D-2, M-4). The same id again changes `failed` only. */
export const marketingReport = z.object({
  id: typed.trim().min(1).max(200),
  kind: z.enum(['campaign', 'flow']),
  /** What the marketing tool calls it, as in "Autumn sale". */
  name: typed.trim().min(1).max(200),
  channel: z.enum(['email', 'sms', 'whatsapp']),
  to: recipient,
  text: typed.max(20_000),
  subject: typed.max(500).optional(),
  /** The Message-ID of a mail, without angle brackets: an answer to it finds it by that. */
  mailId: typed.trim().max(500).optional(),
  at: reportedMoment,
  /** It did not arrive. May be told later. */
  failed: z.boolean().default(false),
})
export type MarketingReport = z.infer<typeof marketingReport>

/** M-3: what a customer agreed to, as the shop knows it. It never lowers a consent and never lifts a STOP. */
export const consentReport = z.object({
  channel: z.enum(['sms', 'whatsapp']),
  to: recipient,
  consent: z.enum(['transactional', 'marketing']),
})
export type ConsentReport = z.infer<typeof consentReport>

/** A campaign or flow message as it stands in a thread. */
export const marketingEntry = z.object({
  id: z.uuid(),
  kind: z.enum(['campaign', 'flow']),
  name: z.string(),
  text: z.string(),
  subject: z.string().nullable(),
  at: z.int(),
  failed: z.boolean(),
  /** The customer's message that is credited to it (M-4). */
  answeredBy: z.uuid().nullable(),
})
export type MarketingEntry = z.infer<typeof marketingEntry>
