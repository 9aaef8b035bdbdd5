import { z } from 'zod'
import { autoCloseSettings } from './auto-close.ts'
import { channelNames } from './channel.ts'
import {
  emailSettings,
  instagramSettings,
  marketingSettings,
  messengerSettings,
  smsSettings,
  whatsappSettings,
} from './channel-settings.ts'
import { hubLanguages } from './hub-languages.ts'
import { limits } from './limits.ts'
import { storable } from './text.ts'
import { scannerSettings, taggingSettings } from './automation.ts'

/** Text that somebody typed, without what no store can hold. */
const typed = z.string().overwrite(storable)

/** Minutes after midnight; `end` before `start` runs into the next day, the same minute is refused (W-7). 1440 is the end of the day. */
export const officeRange = z.object({ start: z.int().min(0).max(1439), end: z.int().min(0).max(1440) })
export type OfficeRange = z.infer<typeof officeRange>

/** Seven days, Monday first, and dates on which the desk stays closed all day. */
export const officeHours = z.object({
  days: z.array(z.array(officeRange).max(24)).length(7),
  holidays: z.array(z.object({ date: z.iso.date(), name: typed.max(80) })).max(200),
})
export type OfficeHours = z.infer<typeof officeHours>

const message = typed.max(2_000)
/** Empty, or an http(s) address. */
const link = z.union([
  z.literal(''),
  z
    .url({ protocol: /^https?$/ })
    .overwrite(storable)
    .max(500),
])

export const settings = z.object({
  general: z.object({
    shopName: typed.trim().min(1).max(80),
    timeZone: z.string().max(64),
    /** W-4 */
    privacyUrl: link,
    termsUrl: link,
    /** S-4 */
    unreadBadge: z.boolean(),
    brandColour: z.string().regex(/^#[0-9a-f]{6}$/),
    /** M-6: who is told of new messages by mail. Nobody: it is off. */
    notify: z.array(z.email().max(254).toLowerCase()).max(100).default([]),
    /** M-6: of which channels' messages they are told. */
    notifyChannels: z
      .array(z.enum(channelNames))
      .max(channelNames.length)
      .default([...channelNames]),
    /** Origins of the shop's own pages: only they may use the hub. */
    storefronts: z
      .array(
        z
          .string()
          .regex(/^https?:\/\/[^/\s\0]+$/)
          .max(200),
      )
      .max(50),
  }),
  hub: z.object({
    /** W-2 */
    on: z.boolean(),
    /** W-1 */
    launcher: z.boolean(),
    /** W-13: what the hub speaks; `page`: what the shop's page does. */
    language: z.enum(['page', ...hubLanguages]).default('page'),
    /** W-14: where visitors sign in to the shop. */
    signInUrl: link.default(''),
    /** The merchant's own wording, by language and by the sentence's name in widget/words. */
    texts: z
      .partialRecord(z.enum(hubLanguages), z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), typed.max(300)))
      .default({}),
  }),
  webChat: z.object({
    visibility: z.enum(['signed_in', 'nobody']),
    /** W-3 */
    welcome: typed.max(500),
    officeHours,
    /** W-8 */
    during: message,
    outside: message,
    /** W-10: where the follow-up mail comes from. Empty: the first support address. */
    followUpFrom: z.union([z.literal(''), z.email().max(254).toLowerCase()]).default(''),
    autoClose: autoCloseSettings,
    /** D-10 */
    satisfaction: z.boolean().default(false),
  }),
  email: emailSettings.prefault({}),
  sms: smsSettings.prefault({}),
  whatsapp: whatsappSettings.prefault({}),
  instagram: instagramSettings.prefault({}),
  messenger: messengerSettings.prefault({}),
  marketing: marketingSettings.prefault({}),
  scanner: scannerSettings.prefault({}),
  tagging: taggingSettings.prefault({}),
})
export type Settings = z.infer<typeof settings>

/** Settings as stored: a save names the version it started from, and loses to an earlier save (`conflict`). */
export const storedSettings = z.object({
  version: z
    .int()
    .min(0)
    .max(limits.count - 1),
  settings,
})
export type StoredSettings = z.infer<typeof storedSettings>

/** Problems the rule book finds in a draft; `path` names the field, as in `webChat.officeHours.days.4.1`. */
export const settingsProblem = z.object({
  path: z.string(),
  code: z.enum([
    'range_empty',
    'range_overlaps',
    'unknown_zone',
    'date_repeated',
    'invalid',
    'missing',
    'repeated',
    'branded_sender',
    'bad_number',
    'unknown_variable',
    'marks_differ',
    'too_early',
  ]),
  /** For an overlap: the other range. */
  with: officeRange.optional(),
})
export type SettingsProblem = z.infer<typeof settingsProblem>

/** What a customer who writes at a moment would get (shown beside the form). */
export const settingsPreview = z.object({
  problems: z.array(settingsProblem),
  moments: z.array(
    z.object({
      at: z.int(),
      open: z.boolean(),
      reply: z.enum(['during', 'outside', 'none']),
      text: z.string(),
      changesAt: z.int().nullable(),
    }),
  ),
})
export type SettingsPreview = z.infer<typeof settingsPreview>
