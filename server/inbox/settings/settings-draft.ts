import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { z } from 'zod'
import { emailSettings } from '../../protocol/channel-settings.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import { settings as shape, type Settings, type SettingsProblem } from '../../protocol/settings.ts'
import type { Api } from '../api.ts'
import type { Kept } from '../storage.ts'
import { changedFields, copyFields } from './setting-fields.ts'

export type DraftState = 'loading' | 'ready' | 'saving' | { failed: ErrorCode }
/** What the person should know about a save of somebody else: fields that both changed. */
export type Crossed = { fields: readonly string[] }

export type SettingsDraft = {
  state: ReadonlySignal<DraftState>
  zones: ReadonlySignal<readonly string[]>
  /** What the form shows; null until loaded. */
  draft: ReadonlySignal<Settings | null>
  changed: ReadonlySignal<readonly string[]>
  crossed: ReadonlySignal<Crossed | null>
  /** Problems the server named at the last save. */
  problems: ReadonlySignal<readonly SettingsProblem[]>
  load(): Promise<void>
  edit(change: (draft: Settings) => Settings): void
  discard(): void
  /** True when saved; else a code, or false where the form says what is wrong. */
  save(): Promise<true | false | ErrorCode>
}

const key = 'hub.settings-draft'

/** A draft may be what the server would refuse: half an address is still somebody's typing. */
const loose = shape.extend({
  general: shape.shape.general.extend({
    shopName: z.string(),
    privacyUrl: z.string(),
    termsUrl: z.string(),
    brandColour: z.string(),
    notify: z.array(z.string()).default([]),
    storefronts: z.array(z.string()),
  }),
  hub: shape.shape.hub.extend({ signInUrl: z.string().default('') }),
  webChat: shape.shape.webChat.extend({
    welcome: z.string(),
    during: z.string(),
    outside: z.string(),
    followUpFrom: z.string().default(''),
    officeHours: shape.shape.webChat.shape.officeHours.extend({
      holidays: z.array(z.object({ date: z.string(), name: z.string() })),
    }),
  }),
  email: emailSettings
    .extend({
      mailboxes: z.array(z.object({ address: z.string(), forwardsTo: z.string() })).default([]),
      helpAddress: z.string().default(''),
    })
    .prefault({}),
})
const stored = z.object({ base: loose, draft: loose })

/**
 * The form's unsaved changes: kept in this browser until saved or discarded, and carried over to a newer version where
 * somebody else saved first. What both changed is named; nobody's typing is lost.
 */
export function createSettingsDraft(api: Pick<Api, 'settings' | 'saveSettings'>, storage: Kept): SettingsDraft {
  const state = signal<DraftState>('loading')
  const zones = signal<readonly string[]>([])
  const base = signal<{ version: number; settings: Settings } | null>(null)
  const draft = signal<Settings | null>(null)
  const crossed = signal<Crossed | null>(null)
  const problems = signal<readonly SettingsProblem[]>([])
  const changed = computed(() =>
    base.value && draft.value ? changedFields(base.value.settings, draft.value) : ([] as string[]),
  )

  function keep() {
    const from = base.peek()?.settings
    if (from && draft.peek() && changed.peek().length > 0)
      storage.setItem(key, JSON.stringify({ base: from, draft: draft.peek() }))
    else storage.removeItem(key)
  }

  /** Puts the own changes, made against `was`, onto what the server has now. */
  function carry(was: Settings, mine: Settings, now: { version: number; settings: Settings }) {
    const own = changedFields(was, mine)
    const theirs = changedFields(was, now.settings)
    const both = own.filter((path) => theirs.includes(path))
    base.value = now
    draft.value = copyFields(now.settings, mine, own)
    crossed.value = theirs.length > 0 && own.length > 0 ? { fields: both } : null
    keep()
  }

  async function load() {
    if (base.peek() === null) state.value = 'loading'
    const answer = await api.settings()
    if (!answer.ok) {
      if (base.peek() === null) state.value = { failed: answer.code }
      return
    }
    // An older answer may come after a newer one, or after what was saved here.
    if (answer.version < (base.peek()?.version ?? 0)) return
    zones.value = answer.zones
    const from = base.peek()?.settings
    const mine = draft.peek()
    const kept = from && mine ? { base: from, draft: mine } : readKept()
    if (kept) carry(kept.base, kept.draft, answer)
    else {
      base.value = { version: answer.version, settings: answer.settings }
      draft.value = answer.settings
    }
    state.value = 'ready'
  }

  function readKept(): { base: Settings; draft: Settings } | null {
    try {
      const found = stored.safeParse(JSON.parse(storage.getItem(key) ?? 'null'))
      return found.success ? found.data : null
    } catch {
      return null
    }
  }

  return {
    state,
    zones,
    draft,
    changed,
    crossed,
    problems,
    load,
    edit(change) {
      const now = draft.peek()
      if (!now) return
      draft.value = change(now)
      problems.value = []
      keep()
    },
    discard() {
      draft.value = base.peek()?.settings ?? null
      crossed.value = null
      problems.value = []
      keep()
    },
    async save() {
      const from = base.peek()
      const mine = draft.peek()
      if (!from || !mine || state.peek() === 'saving') return false
      state.value = 'saving'
      const answer = await api.saveSettings(from.version, mine)
      state.value = 'ready'
      if (answer.ok) {
        // What was typed while it was on its way stays a change.
        carry(mine, draft.peek() ?? mine, answer)
        crossed.value = null
        return true
      }
      if (answer.problems && answer.problems.length > 0) {
        problems.value = answer.problems
        return false
      }
      if (answer.code !== 'conflict') return answer.code
      await load()
      crossed.value ??= { fields: [] }
      return false
    },
  }
}
