import { z } from 'zod'

const link = z.object({ link: z.string(), caption: z.string().optional(), filename: z.string().optional() })

/** What the desk sends to WhatsApp. Source: FACTS 5 */
export const toWhatsApp = z.object({
  messaging_product: z.literal('whatsapp'),
  to: z.string().optional(),
  recipient: z.string().optional(),
  type: z.string().default('text'),
  text: z.object({ body: z.string().min(1).max(4_096) }).optional(),
  image: link.optional(),
  video: link.optional(),
  audio: link.optional(),
  document: link.optional(),
  template: z.object({ name: z.string(), language: z.object({ code: z.string() }) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
})

/** That a message of a person was read: no message, only a mark. */
export const whatsAppSeen = z.object({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string(),
})

/** What the desk sends to Messenger or Instagram. Source: FACTS 3 and 4 */
export const toGraph = z.object({
  recipient: z.object({ id: z.string() }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG', 'UTILITY']).optional(),
  tag: z.string().optional(),
  message: z
    .object({
      text: z.string().min(1).optional(),
      attachment: z.object({ type: z.string(), payload: z.object({ url: z.string() }) }).optional(),
      metadata: z.string().max(1_000).optional(),
    })
    .refine(({ text, attachment }) => (text === undefined) !== (attachment === undefined), 'one text or one file'),
})

export const graphAction = z.object({
  recipient: z.object({ id: z.string() }),
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']),
})
