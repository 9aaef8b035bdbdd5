import { channelNames } from '../../server/protocol/channel.ts'
import { autoCloseSettings } from '../../server/protocol/auto-close.ts'
import { firstAutomation } from '../../server/protocol/automation.ts'
import { firstChannels } from '../../server/protocol/channel-settings.ts'
import type { Settings } from '../../server/protocol/settings.ts'

/** A shop's settings before anybody chose anything. */
export const settings: Settings = {
  general: {
    shopName: 'Tidewick',
    timeZone: 'Europe/Berlin',
    privacyUrl: '',
    termsUrl: '',
    unreadBadge: true,
    brandColour: '#2458c6',
    notify: [],
    notifyChannels: [...channelNames],
    storefronts: [],
  },
  hub: { on: true, launcher: true, language: 'page', signInUrl: '', texts: {} },
  webChat: {
    visibility: 'nobody',
    welcome: 'Hello! How can we help?',
    officeHours: { days: [[], [], [], [], [], [], []], holidays: [] },
    during: '',
    outside: '',
    followUpFrom: '',
    autoClose: autoCloseSettings.parse({}),
    satisfaction: false,
  },
  ...firstChannels(),
  ...firstAutomation(),
}
