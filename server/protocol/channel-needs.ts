import { z } from 'zod'
import { remoteChannels } from './channel.ts'

/** What a channel may lack before it can take messages in and send answers out. */
export const needs = [
  'account_sid',
  'auth_token',
  'number',
  'account',
  'linked_page',
  'page',
  'mailbox',
  'relay',
  'access_token',
  'app_secret',
  'verify_token',
  'help_address', // M-2: a text names {{email}}, and nobody knows one
] as const
export type Need = (typeof needs)[number]

export const channelNeed = z.object({ channel: z.enum(remoteChannels), what: z.enum(needs) })
export type ChannelNeed = z.infer<typeof channelNeed>

/** What came of asking the provider something harmless. `about`: the address it was asked of; `words`: the provider's own. */
export const connectionTest = z.object({
  outcome: z.enum(['works', 'missing', 'unreachable', 'wrong_credentials', 'unknown_address', 'refused']),
  about: z.string().nullable(),
  words: z.string().nullable(),
})
export type ConnectionTest = z.infer<typeof connectionTest>
