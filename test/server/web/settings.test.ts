import { Script } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Settings, settingsPreview, storedSettings } from '../../../server/protocol/settings.ts'
import { hubScript } from '../../../server/web/hub-script.ts'
import { readPublicSettings } from '../../../server/desk/public-settings.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { hear, told } from '../talk.ts'

let hub: Installation
let owner: { id: string; cookie: string }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  owner = await hub.member('owner')
})
afterAll(() => hub.close())

const now = async () => storedSettings.parse(await (await hub.get('/api/settings', owner)).json())
type Range = { start: number; end: number }

async function save(change: (settings: Settings) => object, version?: number) {
  const stored = await now()
  const body = { version: version ?? stored.version, settings: change(stored.settings) }
  const answer = await hub.post('/api/settings', body, owner, 'PUT')
  const said: unknown = await answer.json()
  return { status: answer.status, said }
}
const withDays = (days: Range[][]) => (settings: Settings) => ({
  ...settings,
  webChat: { ...settings.webChat, officeHours: { days, holidays: [] } },
})
const monday = (ranges: Range[]) => withDays([ranges, [], [], [], [], [], []])
const general = (change: object) => (settings: Settings) => ({
  ...settings,
  general: { ...settings.general, ...change },
})

describe('settings', () => {
  it('W-7a take any number of ranges a day, touching and overnight ones too', async () => {
    const saved: Range[][] = [
      [
        { start: 540, end: 720 },
        { start: 720, end: 1_080 },
      ],
      [
        { start: 1_320, end: 120 },
        { start: 120, end: 240 },
      ],
      [{ start: 0, end: 1_440 }],
      [],
    ]
    for (const ranges of saved) {
      expect((await save(monday(ranges))).status).toBe(200)
      expect((await now()).settings.webChat.officeHours.days[0]).toEqual(ranges)
    }
  })

  it('W-7b refuse equal, overlapping and empty ones, each with its place, and keep what was there', async () => {
    const before = await now()
    const refused: [days: (settings: Settings) => object, problem: object][] = [
      [
        monday([
          { start: 540, end: 720 },
          { start: 540, end: 720 },
        ]),
        { path: 'webChat.officeHours.days.0.1', code: 'range_overlaps' },
      ],
      [
        monday([
          { start: 540, end: 720 },
          { start: 700, end: 800 },
        ]),
        { path: 'webChat.officeHours.days.0.1', code: 'range_overlaps' },
      ],
      [monday([{ start: 540, end: 540 }]), { path: 'webChat.officeHours.days.0.0', code: 'range_empty' }],
      [
        withDays([[{ start: 1_320, end: 120 }], [{ start: 60, end: 180 }], [], [], [], [], []]),
        { path: 'webChat.officeHours.days.1.0', code: 'range_overlaps' },
      ],
      [
        withDays([[{ start: 60, end: 180 }], [], [], [], [], [], [{ start: 1_320, end: 120 }]]),
        { path: 'webChat.officeHours.days.6.0', code: 'range_overlaps' },
      ],
      [general({ timeZone: 'Mars/Olympus' }), { path: 'general.timeZone', code: 'unknown_zone' }],
      [general({ timeZone: '+02:00' }), { path: 'general.timeZone', code: 'unknown_zone' }],
      [general({ timeZone: '' }), { path: 'general.timeZone', code: 'unknown_zone' }],
    ]
    for (const [change, problem] of refused) {
      const { status, said } = await save(change)
      expect([problem, status, said]).toMatchObject([problem, 400, { code: 'bad_request', problems: [problem] }])
    }
    expect(await now()).toEqual(before)
  })

  const hostile: Record<string, (settings: Settings) => object> = {
    'javascript: as a link': general({ privacyUrl: 'javascript:alert(1)' }),
    'JavaScript: in disguise': general({ termsUrl: ' java\nscript:alert(1)' }),
    'data: as a link': general({ privacyUrl: 'data:text/html,<script>alert(1)</script>' }),
    'a file': general({ termsUrl: 'file:///etc/passwd' }),
    'a link without a scheme': general({ termsUrl: '//evil.example' }),
    'a colour that is more': general({ brandColour: '#ffffff;background:url(//evil.example)' }),
    'a storefront with a path': general({ storefronts: ['http://shop.example/path'] }),
    'any storefront': general({ storefronts: ['*'] }),
    'a storefront that no store can hold': general({ storefronts: ['http://a\0b'] }),
    'no storefront': general({ storefronts: ['null'] }),
    'a nameless shop': general({ shopName: '   ' }),
    'a very long name': general({ shopName: 'x'.repeat(81) }),
    'eight days': withDays(Array.from({ length: 8 }, () => [])),
    'half minutes': monday([{ start: 0.5, end: 60 }]),
    'minutes after the end of the day': monday([{ start: 0, end: 1_441 }]),
    'hundreds of ranges': monday(Array.from({ length: 25 }, (_, n) => ({ start: n * 10, end: n * 10 + 5 }))),
    'a visibility of its own': (settings) => ({
      ...settings,
      webChat: { ...settings.webChat, visibility: 'everybody' },
    }),
    nothing: () => ({}),
    'a list': () => [],
  }

  it.each(Object.keys(hostile))('refuse %s', async (name) => {
    const before = await now()
    expect(await save(hostile[name] ?? (() => ({})))).toMatchObject({ status: 400, said: { code: 'bad_request' } })
    expect(await now()).toEqual(before)
  })

  it('keep text as it was typed, but for what no store can hold', async () => {
    const typed = '</script><script>alert(1)</script> \u2028 \0 \ud800 🙂 $settings $& ${x}'
    const kept = '</script><script>alert(1)</script> \u2028   🙂 $settings $& ${x}'
    expect((await save(general({ shopName: typed }))).status).toBe(200)
    const change = (settings: Settings) => ({
      ...settings,
      webChat: { ...settings.webChat, welcome: typed, during: typed },
    })
    expect((await save(change)).status).toBe(200)
    const { settings } = await now()
    expect([settings.general.shopName, settings.webChat.welcome, settings.webChat.during]).toEqual([kept, kept, kept])
    // In the script of a stranger's page it is a text and nothing else.
    const { shown } = await readPublicSettings({ db: hub.db, settings: { last: null } })
    const script = hubScript('this.given = $settings', shown)
    expect(script).not.toContain('</script')
    const page: { given?: unknown } = {}
    new Script(script).runInNewContext(page)
    expect(JSON.stringify(page.given)).toBe(JSON.stringify(shown))
  })

  it('D-7d of two who save at once one wins, and the other is told', async () => {
    const { version } = await now()
    const answers = await Promise.all([
      save(general({ shopName: 'One' }), version),
      save(general({ shopName: 'Two' }), version),
      save(general({ shopName: 'Three' }), version),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(({ said }) => said)).toEqual(
      Array(2).fill({ ok: false, code: 'conflict', retry: false, problems: [] }),
    )
    expect((await now()).version).toBe(version + 1)
    for (const wrong of [-1, 1e12, 2_147_483_647, 0.5]) expect((await save(general({}), wrong)).status).toBe(400)
    expect((await save(general({}), version)).status).toBe(409)
  })

  it('who has the page open is told of a save, and it is written down who made it', async () => {
    const heard = hear((await hub.agent('support')).socket)
    const { version } = await now()
    expect((await save(general({ shopName: 'Four' }))).status).toBe(200)
    await told(heard, 'settings.changed', { version: version + 1 })
    const [line] = await hub.db.selectFrom('audit_log').selectAll().orderBy('id', 'desc').limit(1).execute()
    expect(line).toMatchObject({ member_id: owner.id, action: 'settings.save' })
  })

  it('W-8f the preview says what a customer would get, at any moment, and changes nothing', async () => {
    const { settings } = await now()
    const draft = {
      ...monday([{ start: 540, end: 1_020 }])(settings),
      general: { ...settings.general, timeZone: 'Europe/Berlin' },
    }
    const moments = [
      Date.UTC(2026, 10, 16, 7, 59),
      Date.UTC(2026, 10, 16, 8, 0),
      Date.UTC(2026, 10, 16, 16, 0),
      0,
      253_402_300_799_999,
    ]
    const answer = await hub.post('/api/settings/preview', { settings: draft, moments }, owner)
    const preview = settingsPreview.parse(await answer.json())
    expect(preview.moments.map(({ open, reply }) => [open, reply]).slice(0, 3)).toEqual([
      [false, 'outside'],
      [true, 'during'],
      [false, 'outside'],
    ])
    for (const wrong of [1e16, -8e15, 0.5, null]) {
      const refused = await hub.post('/api/settings/preview', { settings: draft, moments: [wrong] }, owner)
      expect([wrong, refused.status]).toEqual([wrong, 400])
    }
    expect((await now()).settings).toEqual(settings)
  })
})
