import type { Settings, SettingsPreview, SettingsProblem } from '../protocol/settings.ts'
import { automaticReply } from './automatic-reply.ts'
import { channelProblems } from './channel-problems.ts'
import { hubTextProblems } from './hub-texts.ts'
import { hoursNow, hoursProblems, zoneExists } from './office-hours.ts'
import type { Moment } from './ticket.ts'

/** What keeps these settings from being saved; empty when nothing does. Paths lead from the settings' root. */
export function settingsProblems(settings: Settings): SettingsProblem[] {
  const problems: SettingsProblem[] = hoursProblems(settings.webChat.officeHours).map(({ path, ...problem }) => ({
    path: ['webChat', 'officeHours', ...path].join('.'),
    ...problem,
  }))
  problems.push(...channelProblems(settings), ...hubTextProblems(settings.hub.texts))
  if (!zoneExists(settings.general.timeZone)) problems.unshift({ path: 'general.timeZone', code: 'unknown_zone' })
  return problems
}

/**
 * What a customer who starts a conversation at each of `moments` (none: at `now`) would get. Without a zone nobody
 * can tell: no moments then.
 */
export function settingsPreview(settings: Settings, moments: readonly Moment[], now: Moment): SettingsPreview {
  const problems = settingsProblems(settings)
  if (!zoneExists(settings.general.timeZone)) return { problems, moments: [] }
  const asked = moments.length > 0 ? moments : [now]
  return { problems, moments: asked.map((at) => previewAt(settings, at)) }
}

function previewAt({ general, webChat }: Settings, at: Moment): SettingsPreview['moments'][number] {
  const { officeHours: hours, during, outside } = webChat
  const zone = general.timeZone
  const state = hoursNow(hours, zone, at) ?? { open: false, changesAt: null }
  const reply = automaticReply(true, { hours, zone, during, outside, lastOutsideAt: null, lastAgentAt: null }, at)
  return { at, ...state, reply: reply?.kind ?? 'none', text: reply?.text ?? '' }
}
