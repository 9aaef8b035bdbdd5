import { type AutoClose, settingsOfChannel, type SilentTickets } from '../protocol/auto-close.ts'
import { type ChannelName, channelNames } from '../protocol/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import { countOldTickets, watchSilentTickets } from '../store/silence.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { setTimer } from '../store/timers.ts'
import { autoCloseSince, closesMore, firstLook } from '../tickets/auto-close.ts'
import { minute } from '../tickets/ticket.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk, Work } from './desk.ts'

export const autoCloseOf = (settings: Settings, channel: ChannelName): AutoClose =>
  settings[settingsOfChannel[channel]].autoClose

/** D-6: an agent has written: from now on their customer may be silent. */
export async function silenceBegan(w: Work, { id, channel }: TicketRecord, settings: Settings): Promise<void> {
  const setting = autoCloseOf(settings, channel)
  if (setting.on) await setTimer(w.tx, 'auto_close', id, firstLook(setting, w.now))
}

/** D-6: a ticket is open again. When its silence is over is worked out at the next sweep. */
export async function openedAgain(w: Work, { id, channel }: TicketRecord): Promise<void> {
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  if (autoCloseOf(settings, channel).on) await setTimer(w.tx, 'auto_close', id, w.now)
}

/** D-6: the settings with the moment since which each channel's closing has held. */
export function autoCloseStamped(before: Settings, after: Settings, now: number): Settings {
  const of = (channel: ChannelName) => autoCloseSince(autoCloseOf(before, channel), autoCloseOf(after, channel), now)
  return {
    ...after,
    webChat: { ...after.webChat, autoClose: of('web_chat') },
    email: { ...after.email, autoClose: of('email') },
    sms: { ...after.sms, autoClose: of('sms') },
    whatsapp: { ...after.whatsapp, autoClose: of('whatsapp') },
    instagram: { ...after.instagram, autoClose: of('instagram') },
    messenger: { ...after.messenger, autoClose: of('messenger') },
  }
}

/** As many tickets as are counted before somebody switches it on. */
const mostCounted = 1_000

/** D-6: the tickets that a draft of the settings will close though they have been silent for so long already. */
export async function silentAlready(desk: Desk, before: Settings, draft: Settings): Promise<SilentTickets> {
  const silent: SilentTickets = {}
  const now = desk.clock.now()
  for (const channel of channelNames) {
    const is = autoCloseOf(draft, channel)
    if (!closesMore(autoCloseOf(before, channel), is)) continue
    const asked = { after: is.afterMinutes * minute, now, most: mostCounted + 1 }
    const n = await countOldTickets(desk.db, channel, asked)
    if (n > 0) silent[channel] = { n: Math.min(n, mostCounted), more: n > mostCounted }
  }
  return silent
}

/** D-6: what there is already closes by the new settings too, the oldest no sooner than one warning period from now. */
export async function watchByNewSettings(w: Work, before: Settings, after: Settings): Promise<void> {
  for (const channel of channelNames) {
    const [was, is] = [autoCloseOf(before, channel), autoCloseOf(after, channel)]
    if (!is.on || JSON.stringify(was) === JSON.stringify(is)) continue
    const oldAt = Math.max(w.now, is.since + is.warnMinutes * minute)
    await watchSilentTickets(w.tx, channel, { after: firstLook(is, 0), from: w.now, oldAt })
  }
}
