import { firstAutomation } from '../../server/protocol/automation.ts'
import { describe, expect, it } from 'vitest'
import type { Api } from '../../server/inbox/api.ts'
import { changedFields, copyFields } from '../../server/inbox/settings/setting-fields.ts'
import { fieldProblems } from '../../server/inbox/settings/settings-check.ts'
import { createSettingsDraft } from '../../server/inbox/settings/settings-draft.ts'
import { originOf } from '../../server/inbox/settings/storefronts.tsx'
import { firstChannels } from '../../server/protocol/channel-settings.ts'
import type { Settings } from '../../server/protocol/settings.ts'
import { fakeStorage } from './fake-link.ts'
import { settings } from './settings.ts'

const named = (shopName: string) => (now: Settings) => ({ ...now, general: { ...now.general, shopName } })
const welcomed = (welcome: string) => (now: Settings) => ({ ...now, webChat: { ...now.webChat, welcome } })

/** A server that keeps one version and refuses an older one. */
function server() {
  let version = 1
  let now = settings
  const api: Pick<Api, 'settings' | 'saveSettings'> = {
    settings: () => Promise.resolve({ ok: true, version, settings: now, zones: ['Europe/Berlin'] }),
    saveSettings(from, wanted) {
      if (from !== version) return Promise.resolve({ ok: false, code: 'conflict', retry: false, problems: [] })
      version++
      now = wanted
      return Promise.resolve({ ok: true, version, settings: now })
    },
  }
  return {
    api,
    now: () => now,
    somebodySaves(change: (was: Settings) => Settings) {
      version++
      now = change(now)
    },
  }
}

describe('unsaved settings', () => {
  it('are counted field by field; a weekday is one', async () => {
    const draft = createSettingsDraft(server().api, fakeStorage())
    await draft.load()
    draft.edit(named('Harbour'))
    draft.edit((now) => {
      const { officeHours } = now.webChat
      const days = officeHours.days.with(0, [
        { start: 540, end: 720 },
        { start: 780, end: 1080 },
      ])
      return { ...now, webChat: { ...now.webChat, officeHours: { ...officeHours, days } } }
    })
    expect(draft.changed.value).toEqual(['general.shopName', 'webChat.officeHours.days.0'])
    draft.edit(named('Tidewick'))
    expect(draft.changed.value).toEqual(['webChat.officeHours.days.0'])
  })

  it('D-11a M-4 are carried over part by part in the channels and for campaigns', async () => {
    const desk = server()
    const draft = createSettingsDraft(desk.api, fakeStorage())
    await draft.load()
    draft.edit((now) => ({ ...now, sms: { ...now.sms, accountSid: 'AC1' }, marketing: { attributionHours: 48 } }))
    expect(draft.changed.value).toEqual(['marketing.attributionHours', 'sms.accountSid'])
    desk.somebodySaves((was) => ({ ...was, sms: { ...was.sms, accountSid: 'AC9', shortenLinks: false } }))
    await draft.load()
    expect(draft.crossed.value).toEqual({ fields: ['sms.accountSid'] })
    expect(draft.draft.value).toMatchObject({
      sms: { accountSid: 'AC1', shortenLinks: false },
      marketing: { attributionHours: 48 },
    })
  })

  it('are kept in this browser until they are saved or discarded', async () => {
    const desk = server()
    const storage = fakeStorage()
    const before = createSettingsDraft(desk.api, storage)
    await before.load()
    before.edit(named(''))
    const after = createSettingsDraft(desk.api, storage)
    await after.load()
    expect(after.draft.value?.general.shopName).toBe('')
    expect(after.changed.value).toEqual(['general.shopName'])
    after.discard()
    expect(storage.kept.size).toBe(0)
    expect(after.draft.value).toEqual(settings)
  })

  it('are saved over the version they began with, and nothing is left over', async () => {
    const desk = server()
    const storage = fakeStorage()
    const draft = createSettingsDraft(desk.api, storage)
    await draft.load()
    draft.edit(named('Harbour'))
    expect(await draft.save()).toBe(true)
    expect(desk.now().general.shopName).toBe('Harbour')
    expect(draft.changed.value).toEqual([])
    expect(storage.kept.size).toBe(0)
  })

  it('survive a save of somebody else: theirs is loaded, the own changes stand on it, what both changed is named', async () => {
    const desk = server()
    const draft = createSettingsDraft(desk.api, fakeStorage())
    await draft.load()
    draft.edit(named('Mine'))
    desk.somebodySaves((was) => welcomed('Theirs')(named('Theirs')(was)))
    expect(await draft.save()).toBe(false)
    expect(draft.crossed.value).toEqual({ fields: ['general.shopName'] })
    expect(draft.draft.value?.general.shopName).toBe('Mine')
    expect(draft.draft.value?.webChat.welcome).toBe('Theirs')
    expect(await draft.save()).toBe(true)
    expect(desk.now().webChat.welcome).toBe('Theirs')
    expect(desk.now().general.shopName).toBe('Mine')
    expect(draft.crossed.value).toBeNull()
  })

  it('do not hold on to what is stored from somewhere else or is broken', async () => {
    for (const stored of ['{', 'null', '{"base":1}', JSON.stringify({ base: settings, draft: { hub: {} } })]) {
      const draft = createSettingsDraft(server().api, fakeStorage({ 'hub.settings-draft': stored }))
      await draft.load()
      expect(draft.draft.value).toEqual(settings)
    }
  })
})

describe('fields of the settings', () => {
  it('are all known: whatever differs can be named and carried over', () => {
    const other: Settings = {
      general: {
        shopName: 'B',
        timeZone: 'UTC',
        privacyUrl: 'https://b.example/p',
        termsUrl: 'https://b.example/t',
        unreadBadge: false,
        brandColour: '#000000',
        notify: [],
        notifyChannels: ['sms'],
        storefronts: ['https://b.example'],
      },
      hub: {
        on: false,
        launcher: false,
        language: 'de',
        signInUrl: 'https://own.example/in',
        texts: { de: { chat: 'Plausch' } },
      },
      webChat: {
        visibility: 'signed_in',
        welcome: 'B',
        officeHours: {
          days: Array.from({ length: 7 }, () => [{ start: 0, end: 60 }]),
          holidays: [{ date: '2026-12-25', name: 'B' }],
        },
        during: 'B',
        outside: 'B',
        followUpFrom: 'b@b.example',
        autoClose: { ...settings.webChat.autoClose, on: true },
        satisfaction: false,
      },
      ...firstChannels(),
      scanner: { ...firstAutomation().scanner, sms: false },
      tagging: { ...firstAutomation().tagging, on: false },
    }
    const all = changedFields(settings, other)
    expect(all).toHaveLength(8 + 5 + 6 + 7 + 1 + 2)
    expect(copyFields(settings, other, all)).toEqual(other)
    expect(copyFields(settings, other, [])).toEqual(settings)
  })

  it('say what is wrong with them where they stand', () => {
    const wrong = { ...settings, general: { ...settings.general, shopName: ' ', termsUrl: 'shop', brandColour: 'red' } }
    expect(Object.fromEntries(fieldProblems(wrong))).toEqual({
      'general.shopName': 'missing',
      'general.termsUrl': 'url',
      'general.brandColour': 'colour',
    })
    expect(fieldProblems(settings).size).toBe(0)
  })

  it('cut a pasted address to what the desk wants', () => {
    expect(originOf('https://shop.example/products?x=1')).toBe('https://shop.example')
    expect(originOf('javascript:alert(1)')).toBe('javascript:alert(1)')
    expect(originOf('shop')).toBe('shop')
  })
})

/** Every value in it that is no list, by its path; `to` makes another one of it, undefined leaves it alone. */
function eachChanged(to: (value: unknown, path: string) => unknown): [path: string, changed: Settings][] {
  const found: [string, Settings][] = []
  const walk = (at: object, keys: readonly string[]) => {
    for (const key of Object.keys(at)) {
      const value: unknown = Reflect.get(at, key)
      const path = [...keys, key]
      if (Array.isArray(value)) continue
      if (value instanceof Object) {
        walk(value, path)
        continue
      }
      const wanted = to(value, path.join('.'))
      if (wanted === undefined) continue
      const copy = structuredClone(settings)
      const inside = keys.reduce<unknown>((of, one) => (of instanceof Object ? Reflect.get(of, one) : of), copy)
      if (inside instanceof Object) Reflect.set(inside, key, wanted)
      found.push([path.join('.'), copy])
    }
  }
  walk(settings, [])
  return found
}

describe('every setting', () => {
  it('D-11a D-10 can be saved by itself', () => {
    const other = (value: unknown) =>
      typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}x`
    const missed = eachChanged(other).filter(([, changed]) => changedFields(settings, changed).length === 0)
    expect(missed.map(([path]) => path)).toEqual([])
  })

  it('D-11a that is typed is kept half typed, and nothing else is lost with it', async () => {
    const chosen = /visibility$|audience$|language$|timeZone$/
    for (const [path, changed] of eachChanged((value, at) =>
      typeof value === 'string' && !chosen.test(at) ? 'half@' : undefined,
    )) {
      const storage = fakeStorage()
      const before = createSettingsDraft(server().api, storage)
      await before.load()
      before.edit(() => named('Harbour')(changed))
      const after = createSettingsDraft(server().api, storage)
      await after.load()
      expect([path, after.draft.value]).toEqual([path, before.draft.value])
    }
  })
})
