import { channelNames } from '../protocol/channel.ts'
import { autoCloseSettings } from '../protocol/auto-close.ts'
import { firstAutomation } from '../protocol/automation.ts'
import { firstChannels } from '../protocol/channel-settings.ts'
import type { Settings, StoredSettings } from '../protocol/settings.ts'
import type { Db } from '../store/connect.ts'
import { readSettings, readSettingsVersion } from '../store/settings.ts'

/** The settings as last read; asked by version, so that a save by another process is seen at once. */
export type SettingsCache = { last: StoredSettings | null }

/** The settings of this very moment. They exist from the first start on (`firstSettings`). */
export async function currentSettings(cache: SettingsCache, db: Db): Promise<StoredSettings> {
  const version = await readSettingsVersion(db)
  if (cache.last === null || cache.last.version !== version) cache.last = await readSettings(db)
  if (cache.last === null) throw new Error('The settings row is missing: the desk was not started properly.')
  return cache.last
}

/** What a new shop begins with: nothing switched on that nobody chose (W-2). */
export function firstSettings(shopName: string, timeZone: string, storefronts: string[]): Settings {
  return {
    general: {
      shopName,
      timeZone,
      privacyUrl: '',
      termsUrl: '',
      unreadBadge: true,
      brandColour: '#2458c6',
      notify: [],
      notifyChannels: [...channelNames],
      storefronts,
    },
    hub: { on: false, launcher: true, language: 'page', signInUrl: '', texts: {} },
    webChat: {
      visibility: 'nobody',
      welcome: 'Hello! How can we help?',
      officeHours: { days: [[], [], [], [], [], [], []], holidays: [] },
      during: 'Thank you for writing. One of us will answer shortly.',
      outside: 'Thank you for writing. We are not here right now and will answer as soon as we are back.',
      followUpFrom: '',
      autoClose: autoCloseSettings.parse({}),
      satisfaction: false,
    },
    ...firstChannels(),
    ...firstAutomation(),
  }
}
