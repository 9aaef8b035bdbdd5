import { channelNames } from '../../../server/protocol/channel.ts'
import { autoCloseSettings } from '../../../server/protocol/auto-close.ts'
import { firstAutomation } from '../../../server/protocol/automation.ts'
import { firstChannels } from '../../../server/protocol/channel-settings.ts'
import type { AutomaticState } from '../../../server/tickets/automatic-reply.ts'
import type { TicketState } from '../../../server/tickets/ticket.ts'
import type { OfficeHours, OfficeRange, Settings } from '../../../server/protocol/settings.ts'

/** An open, read web chat ticket of nobody, but for what is given. */
export function aTicket(given: Partial<TicketState> = {}): TicketState {
  return {
    id: 't1',
    channel: 'web_chat',
    status: 'open',
    snoozedUntil: null,
    unread: false,
    assigneeId: null,
    ...given,
  }
}

/** The moment a text names, as in `at('2026-03-29T01:00Z')`. */
export function at(iso: string): number {
  const moment = Date.parse(iso)
  if (Number.isNaN(moment)) throw new Error(`not a moment: ${iso}`)
  return moment
}

/** A range from wall times: `range('22:00', '6:00')`. */
export function range(start: string, end: string): OfficeRange {
  const minutes = (text: string): number => {
    const [h = Number.NaN, m = Number.NaN] = text.split(':').map(Number)
    return h * 60 + m
  }
  return { start: minutes(start), end: minutes(end) }
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Office hours from the days that have any: `week({ mon: [range('9:00', '17:00')] })`. */
export function week(
  days: Partial<Record<(typeof dayNames)[number], OfficeRange[]>>,
  ...holidays: string[]
): OfficeHours {
  return {
    days: dayNames.map((name) => days[name] ?? []),
    holidays: holidays.map((date) => ({ date, name: 'Holiday' })),
  }
}

export const nineToFive = week({
  mon: [range('9:00', '17:00')],
  tue: [range('9:00', '17:00')],
  wed: [range('9:00', '17:00')],
  thu: [range('9:00', '17:00')],
  fri: [range('9:00', '17:00')],
})

/** Both texts set, working days nine to five in UTC, nothing written in the ticket yet. */
export function automatic(given: Partial<AutomaticState> = {}): AutomaticState {
  return {
    hours: nineToFive,
    zone: 'UTC',
    during: 'We are here.',
    outside: 'We are away.',
    lastOutsideAt: null,
    lastAgentAt: null,
    ...given,
  }
}

export function someSettings(
  given: {
    general?: Partial<Settings['general']>
    hub?: Partial<Settings['hub']>
    webChat?: Partial<Settings['webChat']>
  } = {},
): Settings {
  return {
    general: {
      shopName: 'Birch & Wool',
      timeZone: 'Europe/Berlin',
      privacyUrl: '',
      termsUrl: '',
      unreadBadge: true,
      brandColour: '#3b5bdb',
      notify: [],
      notifyChannels: [...channelNames],
      storefronts: [],
      ...given.general,
    },
    hub: { on: true, launcher: true, language: 'page', signInUrl: '', texts: {}, ...given.hub },
    webChat: {
      visibility: 'signed_in',
      welcome: 'Hello! How can we help?',
      officeHours: nineToFive,
      during: 'We are here.',
      outside: 'We are away.',
      followUpFrom: '',
      autoClose: autoCloseSettings.parse({}),
      satisfaction: false,
      ...given.webChat,
    },
    ...firstChannels(),
    ...firstAutomation(),
  }
}
