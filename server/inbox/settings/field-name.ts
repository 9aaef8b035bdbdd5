import { remoteChannels } from '../../protocol/channel.ts'
import type { Moments } from '../moments.ts'
import { isRemote, type Section } from '../route.ts'
import type { SettingsWords } from './settings-words.ts'

/** A field's name on the form, for sentences about it. */
export function fieldName(
  { byItself, general, notify, chat, hubForm, satisfaction, settings, channel }: SettingsWords,
  path: string,
  moments: Moments,
): string {
  const day = /^webChat\.officeHours\.days\.(\d)/.exec(path)?.[1]
  if (day !== undefined) return `${chat.hours} (${moments.weekday(Number(day))})`
  const names: Record<string, string> = {
    'general.shopName': general.shopName,
    'general.timeZone': general.timeZone,
    'general.privacyUrl': general.privacyUrl,
    'general.termsUrl': general.termsUrl,
    'general.unreadBadge': general.badge,
    'general.brandColour': general.colour,
    'general.notify': notify.title,
    'general.notifyChannels': notify.channels,
    'general.storefronts': general.storefronts,
    'marketing.attributionHours': general.attribution,
    'hub.on': chat.hub,
    'hub.launcher': chat.launcher,
    'hub.language': hubForm.language,
    'hub.signInUrl': hubForm.signInUrl,
    'webChat.visibility': chat.who,
    'webChat.welcome': chat.welcome,
    'webChat.during': chat.during,
    'webChat.outside': chat.outside,
    'webChat.satisfaction': satisfaction.title,
    'webChat.followUpFrom': byItself.from,
    'webChat.autoClose': byItself.close,
    'webChat.officeHours.holidays': chat.holidays,
  }
  const section = sectionOf(path)
  if (section === 'texts') return settings.texts
  return names[path] ?? (isRemote(section) ? channel[section] : path)
}

/** The tab on which a field stands. */
export function sectionOf(path: string): Section {
  const part = path.split('.')[0]
  if (path.startsWith('hub.texts.')) return 'texts'
  if (path.startsWith('general.notify')) return 'notifications'
  if (part === 'hub' || part === 'webChat') return 'web-chat'
  return remoteChannels.find((name) => name === part) ?? 'general'
}
