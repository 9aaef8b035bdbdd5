import type { SilentTickets } from '../protocol/auto-close.ts'
import type { ChannelNeed } from '../protocol/channel-needs.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Settings, SettingsPreview, SettingsProblem, StoredSettings } from '../protocol/settings.ts'
import { writeAudit } from '../store/members.ts'
import { createSettings, writeSettings } from '../store/settings.ts'
import { accentTokens } from '../protocol/accent-tokens.ts'
import { channelNeeds } from '../tickets/channel-problems.ts'
import { settingsPreview, settingsProblems } from '../tickets/preview.ts'
import { knownSecrets } from './channel-secrets.ts'
import { currentSettings } from './current-settings.ts'
import { type Actor, type Desk, work } from './desk.ts'
import { autoCloseStamped, silentAlready, watchByNewSettings } from './watch-silence.ts'

/** The settings of now, for their page. */
export function readStoredSettings(desk: Desk): Promise<StoredSettings> {
  return currentSettings(desk.settings, desk.db)
}

/** Saves over the version the page began with; an earlier save wins, and problems are named, field by field (W-7). */
export async function saveSettings(
  desk: Desk,
  actor: Actor,
  draft: StoredSettings,
): Promise<StoredSettings | { refused: ErrorCode; problems: SettingsProblem[] }> {
  const problems = settingsProblems(draft.settings)
  if (problems.length > 0) return { refused: 'bad_request', problems }
  return work(desk, async (w) => {
    const before = await currentSettings(desk.settings, w.tx)
    const after = autoCloseStamped(before.settings, draft.settings, w.now)
    if (!(await writeSettings(w.tx, draft.version, after, w.now))) return { refused: 'conflict', problems: [] }
    await watchByNewSettings(w, before.settings, after)
    await writeAudit(w.tx, {
      at: w.now,
      memberId: actor.id,
      action: 'settings.save',
      subject: 'settings',
      detail: { before: before.settings, after },
    })
    w.tell({ kind: 'settings' })
    return { version: draft.version + 1, settings: after }
  })
}

/** What a customer who writes at those moments would get with these settings, what the channels still lack, what closes. */
export async function previewSettings(
  desk: Desk,
  draft: Settings,
  moments: number[],
): Promise<SettingsPreview & { missing: ChannelNeed[]; silent: SilentTickets }> {
  const having = { secrets: await knownSecrets(desk), relay: desk.providers.relayUrl !== null }
  const { settings: now } = await currentSettings(desk.settings, desk.db)
  return {
    ...settingsPreview(draft, moments, desk.clock.now()),
    missing: channelNeeds(draft, having),
    silent: await silentAlready(desk, now, draft),
  }
}

/** The very first settings of an installation; later calls change nothing. */
export function beginSettings(desk: Desk, first: Settings): Promise<void> {
  return work(desk, (w) => createSettings(w.tx, first, w.now))
}

/** The merchant's colour after correction, for the preview. */
export function accentOf(draft: Settings) {
  return accentTokens(draft.general.brandColour)
}
