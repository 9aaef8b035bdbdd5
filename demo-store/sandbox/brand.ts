import { z } from 'zod'
import written from '../../server/demo-channels.json'

const digits = z.string().regex(/^\d+$/)
const number = z.string().regex(/^\+\d{7,15}$/)
const address = z.email()

/** The demo shop as its providers know it. The desk reads the same file, as it would be typed into its settings. */
export const brand = z
  .object({
    name: z.string(),
    graphVersion: z.string().regex(/^v\d+\.\d+$/),
    sms: z.object({ accountSid: z.string().regex(/^AC[0-9a-f]{32}$/), number }),
    whatsapp: z.object({ number, phoneNumberId: digits, businessAccountId: digits }),
    instagram: z.object({ accountId: digits, pageId: digits, username: z.string() }),
    messenger: z.object({ pageId: digits }),
    email: z.object({ supportAddress: address, mailbox: address, relay: z.string() }),
  })
  .parse(written)

export const channels = ['sms', 'whatsapp', 'instagram', 'messenger', 'email'] as const
export type Channel = (typeof channels)[number]
export const phoneChannels = ['sms', 'whatsapp', 'instagram', 'messenger'] as const
export type PhoneChannel = (typeof phoneChannels)[number]

export const channelWords: Readonly<Record<Channel, string>> = {
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  messenger: 'Messenger',
  email: 'Mail',
}

/** All mail to this host goes to the desk's own door. */
export const deskHost = brand.email.mailbox.slice(brand.email.mailbox.indexOf('@') + 1)

export const isPhoneChannel = (name: string): name is PhoneChannel => phoneChannels.some((one) => one === name)
