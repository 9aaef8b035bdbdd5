import { z } from 'zod'
import { type ChannelName, channelNames } from './channel.ts'
import { storable } from './text.ts'

const minutes = z.int().min(1).max(129_600)

/** D-6: when tickets of a channel close by themselves. An empty warning: they close without one. */
export const autoCloseSettings = z
  .object({
    on: z.boolean().default(false),
    /** Of silence, since the last word of either side. */
    afterMinutes: minutes.default(4_320),
    /** How long before the close the warning goes; also the least time that anything has after a change. */
    warnMinutes: minutes.default(1_440),
    warning: z
      .string()
      .overwrite(storable)
      .max(1_000)
      .default(
        'We have not heard from you, so we will close this conversation soon. Write to us if we can still help.',
      ),
    /** Since when it has been so, which is the desk's word: whatever a page sends is not believed. */
    since: z.int().min(0).default(0),
  })
  .prefault({})
export type AutoClose = z.infer<typeof autoCloseSettings>

/** Tickets, by channel, that changed settings will close though they are silent already; `more`: there are more yet. */
export const silentTickets = z.partialRecord(z.enum(channelNames), z.object({ n: z.int(), more: z.boolean() }))
export type SilentTickets = z.infer<typeof silentTickets>

/** Where each channel's settings stand. */
export const settingsOfChannel = {
  web_chat: 'webChat',
  email: 'email',
  sms: 'sms',
  whatsapp: 'whatsapp',
  instagram: 'instagram',
  messenger: 'messenger',
} as const satisfies Record<ChannelName, string>
