import { z } from 'zod'

/**
 * All of a mail, beside the message it became. `html`: it has a page of its own (GET /mail/<id of the message>);
 * `held`: how many pictures from elsewhere that page leaves out until somebody asks for them (P-2).
 */
export const openedMail = z.object({
  subject: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  at: z.int(),
  text: z.string(),
  html: z.boolean(),
  held: z.int(),
})
export type OpenedMail = z.infer<typeof openedMail>
