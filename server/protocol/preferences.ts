import { z } from 'zod'
import { channelNames } from './channel.ts'
import { messageNews, type Preferences, usualPreferences as usual } from './own-choices.ts'

const quietChannels = z.array(z.enum(channelNames)).max(channelNames.length)

export const preferences = z.object({
  browser: z.boolean(),
  sound: z.boolean(),
  messages: z.enum(messageNews),
  quietChannels,
  mentions: z.boolean(),
  singleKeys: z.boolean(),
}) satisfies z.ZodType<Preferences>

/** One or several of them, changed. */
export const preferencesChange = preferences.partial().refine((change) => Object.values(change).length > 0)

/** As they were stored, perhaps by another version: what cannot be read is as usual, and takes nothing along. */
export const storedPreferences = z
  .object({
    browser: z.boolean().catch(usual.browser),
    sound: z.boolean().catch(usual.sound),
    messages: z.enum(messageNews).catch(usual.messages),
    quietChannels: quietChannels.catch([]),
    mentions: z.boolean().catch(usual.mentions),
    singleKeys: z.boolean().catch(usual.singleKeys),
  })
  .catch(usual)
