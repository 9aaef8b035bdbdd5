import { z } from 'zod'
import { autoCloseSettings } from './auto-close.ts'
import { storable } from './text.ts'

const typed = z.string().overwrite(storable)
const id = typed.trim().max(64)
const address = z.union([z.literal(''), z.email().max(254)])
/** Own keywords beside those of M-1. */
const words = z.array(typed.trim().min(1).max(40)).max(50).default([])
const ownWords = z.object({ stop: words, join: words, help: words }).prefault({})

/** One of the brand's numbers for SMS, with its country: `+4930…`, or a short code. */
const smsNumber = z.object({ number: typed.trim().max(32), name: typed.max(80).default('') })

export const smsSettings = z.object({
  on: z.boolean().default(false),
  autoClose: autoCloseSettings,
  accountSid: id.default(''),
  /** Twilio picks a number of this service, where there is one. */
  messagingServiceSid: id.default(''),
  numbers: z.array(smsNumber).max(50).default([]),
  ownWords,
  /** M-1: Twilio answers STOP, START and HELP itself unless somebody turned that off there. */
  providerAnswers: z.boolean().default(true),
  /** M-2; an empty text turns it off. */
  autoresponder: z
    .object({
      audience: z.enum(['everybody', 'without_consent']).default('everybody'),
      text: typed.max(1_000).default('{{organization}}: Thank you for your message. We answer here as soon as we can.'),
    })
    .prefault({}),
  /** */
  shortenLinks: z.boolean().default(true),
})

/** M-2: the setting that is recommended beside the form. */
export const recommendedAutoresponder = {
  audience: 'without_consent' as const,
  text: '{{organization}}: We cannot answer because you have not agreed to receive SMS. For help write to {{email}}.',
}

export const whatsappSettings = z.object({
  on: z.boolean().default(false),
  autoClose: autoCloseSettings,
  numbers: z
    .array(z.object({ phoneNumberId: id, number: typed.max(32).default(''), name: typed.max(80).default('') }))
    .max(50)
    .default([]),
  ownWords,
})

/** Answers leave from the page that is linked with the account. */
export const instagramSettings = z.object({
  on: z.boolean().default(false),
  autoClose: autoCloseSettings,
  accounts: z
    .array(z.object({ accountId: id, pageId: id, name: typed.max(80).default('') }))
    .max(50)
    .default([]),
})

export const messengerSettings = z.object({
  on: z.boolean().default(false),
  autoClose: autoCloseSettings,
  pages: z
    .array(z.object({ pageId: id, name: typed.max(80).default('') }))
    .max(50)
    .default([]),
})

/**
 * Where a support address forwards to: an address of this desk. A tag of 42 characters is put behind its name for
 * answers, and a name may have 64.
 */
const forwardsTo = z
  .email()
  .max(254)
  .toLowerCase()
  .refine((to) => to.indexOf('@') < 22, 'at most 21 characters before the @')
  .refine((to) => !to.includes('+'), 'no plus: that is what answers are known by')

/** D-11: the shop's support addresses, and where each of them forwards to. */
export const emailSettings = z.object({
  on: z.boolean().default(false),
  autoClose: autoCloseSettings,
  mailboxes: z
    .array(z.object({ address: z.email().max(254).toLowerCase(), forwardsTo }))
    .max(20)
    .default([]),
  /** The name beside the address; empty: the shop's name. */
  fromName: typed.max(80).default(''),
  /** What a mail that opens a ticket is answered with. An empty subject: the shop's name. */
  acknowledgement: z
    .object({
      on: z.boolean().default(false),
      subject: typed.max(200).default('We have received your message'),
      text: typed
        .max(2_000)
        .default('Thank you for writing to {{organization}}. We have received your message and will answer it soon.'),
    })
    .prefault({}),
  /** M-2, autoresponder texts: where a customer finds help by mail. Empty: the first mailbox. */
  helpAddress: address.default(''),
})

/** M-4: for how long after a campaign or flow message an answer may be credited to it. */
export const marketingSettings = z.object({ attributionHours: z.int().min(1).max(720).default(24) })

/** The channels of providers as a new shop has them: none is on. */
export function firstChannels() {
  return {
    email: emailSettings.parse({}),
    sms: smsSettings.parse({}),
    whatsapp: whatsappSettings.parse({}),
    instagram: instagramSettings.parse({}),
    messenger: messengerSettings.parse({}),
    marketing: marketingSettings.parse({}),
  }
}
