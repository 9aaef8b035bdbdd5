import { sentences } from '../../../widget/words/sentences.ts'
import { type HubLanguage, hubLanguages } from '../../protocol/hub-languages.ts'
import { type RemoteChannel, remoteChannels } from '../../protocol/channel.ts'
import { firstChannels } from '../../protocol/channel-settings.ts'
import type { Settings } from '../../protocol/settings.ts'

/** The hub with another wording of a sentence, or (undefined) with our own again. */
export function withText(
  hub: Settings['hub'],
  language: HubLanguage,
  name: string,
  wording: string | undefined,
): Settings['hub'] {
  const { [name]: _, ...others } = hub.texts[language] ?? {}
  return {
    ...hub,
    texts: { ...hub.texts, [language]: wording === undefined ? others : { ...others, [name]: wording } },
  }
}

/** One thing somebody can change; a weekday's hours are one. */
type Field = { path: string; read: (settings: Settings) => unknown; copy: (to: Settings, from: Settings) => Settings }

const general = (name: keyof Settings['general']): Field => ({
  path: `general.${name}`,
  read: (settings) => settings.general[name],
  copy: (to, from) => ({ ...to, general: { ...to.general, [name]: from.general[name] } }),
})
const hub = (name: keyof Settings['hub']): Field => ({
  path: `hub.${name}`,
  read: (settings) => settings.hub[name],
  copy: (to, from) => ({ ...to, hub: { ...to.hub, [name]: from.hub[name] } }),
})
/** A sentence of the hub as the merchant words it; undefined: as it comes. */
const hubText = (language: HubLanguage, name: string): Field => ({
  path: `hub.texts.${language}.${name}`,
  read: ({ hub: { texts } }) => texts[language]?.[name],
  copy: (to, from) => ({ ...to, hub: withText(to.hub, language, name, from.hub.texts[language]?.[name]) }),
})
const webChat = (name: Exclude<keyof Settings['webChat'], 'officeHours'>): Field => ({
  path: `webChat.${name}`,
  read: (settings) => settings.webChat[name],
  copy: (to, from) => ({ ...to, webChat: { ...to.webChat, [name]: from.webChat[name] } }),
})
const day = (index: number): Field => ({
  path: `webChat.officeHours.days.${index}`,
  read: (settings) => settings.webChat.officeHours.days[index],
  copy: (to, from) => {
    const { officeHours } = to.webChat
    const days = officeHours.days.with(index, from.webChat.officeHours.days[index] ?? [])
    return { ...to, webChat: { ...to.webChat, officeHours: { ...officeHours, days } } }
  },
})
const holidays: Field = {
  path: 'webChat.officeHours.holidays',
  read: (settings) => settings.webChat.officeHours.holidays,
  copy: (to, from) => {
    const officeHours = { ...to.webChat.officeHours, holidays: from.webChat.officeHours.holidays }
    return { ...to, webChat: { ...to.webChat, officeHours } }
  },
}

const attribution: Field = {
  path: 'marketing.attributionHours',
  read: (settings) => settings.marketing.attributionHours,
  copy: (to, from) => ({ ...to, marketing: from.marketing }),
}

const automation = (name: 'scanner' | 'tagging'): Field => ({
  path: name,
  read: (settings) => settings[name],
  copy: (to, from) => ({ ...to, [name]: from[name] }),
})

const partOf = (settings: Settings, name: RemoteChannel, part: string): unknown => {
  const parts: Record<string, unknown> = settings[name]
  return parts[part]
}

/** Whatever a channel's settings hold, each part by itself. */
const channel =
  (name: RemoteChannel) =>
  (part: string): Field => ({
    path: `${name}.${part}`,
    read: (settings) => partOf(settings, name, part),
    copy: (to, from) => ({ ...to, [name]: { ...to[name], [part]: partOf(from, name, part) } }),
  })

const fields: readonly Field[] = [
  ...(
    [
      'shopName',
      'timeZone',
      'privacyUrl',
      'termsUrl',
      'unreadBadge',
      'brandColour',
      'notify',
      'notifyChannels',
      'storefronts',
    ] as const
  ).map(general),
  ...(['on', 'launcher', 'language', 'signInUrl'] as const).map(hub),
  ...hubLanguages.flatMap((language) => Object.keys(sentences[language]).map((name) => hubText(language, name))),
  ...(['visibility', 'welcome', 'during', 'outside', 'satisfaction', 'followUpFrom', 'autoClose'] as const).map(
    webChat,
  ),
  ...[0, 1, 2, 3, 4, 5, 6].map(day),
  holidays,
  attribution,
  ...(['scanner', 'tagging'] as const).map(automation),
  ...remoteChannels.flatMap((name) => Object.keys(firstChannels()[name]).map(channel(name))),
]

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Paths of what differs between two settings, in the order of the form. */
export function changedFields(a: Settings, b: Settings): string[] {
  return fields.filter((field) => !same(field.read(a), field.read(b))).map((field) => field.path)
}

/** `to` with the named fields taken from `from`. */
export function copyFields(to: Settings, from: Settings, paths: readonly string[]): Settings {
  return fields.reduce((all, field) => (paths.includes(field.path) ? field.copy(all, from) : all), to)
}
