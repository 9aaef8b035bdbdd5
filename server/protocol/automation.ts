import { z } from 'zod'
import { topics } from './topics.ts'

/**
 * S-8: on which channels strangers' messages are scanned for spam. Web chat is not among them: whoever writes there is
 * signed in. Meta keeps spam from its own channels, so there it is the merchant's choice.
 */
export const scannerSettings = z.object({
  email: z.boolean().default(true),
  sms: z.boolean().default(true),
  whatsapp: z.boolean().default(false),
  instagram: z.boolean().default(false),
  messenger: z.boolean().default(false),
})

/** D-5: `off`: topics nobody wants tags of. `language`: what tags are called when they are first needed. */
export const taggingSettings = z.object({
  on: z.boolean().default(true),
  language: z.enum(['en', 'de', 'pt']).default('en'),
  off: z.array(z.enum(topics)).max(topics.length).default([]),
})

/** What desks begin with. */
export function firstAutomation() {
  return { scanner: scannerSettings.parse({}), tagging: taggingSettings.parse({}) }
}
