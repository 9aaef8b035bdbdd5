import { describe, expect, it } from 'vitest'
import { settingsPreview as previewShape } from '../../../server/protocol/settings.ts'
import { mayChat } from '../../../server/tickets/chat.ts'
import { settingsPreview, settingsProblems } from '../../../server/tickets/preview.ts'
import { at, range, someSettings, week } from './a-ticket.ts'

it.each([
  [true, 'signed_in', true],
  [true, 'nobody', false],
  [false, 'signed_in', false],
  [false, 'nobody', false],
] as const)('W-2a W-2b hub on %s, web chat for %s: chat is %s', (on, visibility, chat) => {
  expect(mayChat(someSettings({ hub: { on }, webChat: { visibility } }))).toBe(chat)
})

it.each([true, false])('W-1a chat does not hang on the launcher, here %s', (launcher) => {
  expect(mayChat(someSettings({ hub: { launcher } }))).toBe(true)
})

describe('the preview beside the form', () => {
  const monday = at('2026-03-02T10:00Z')
  const sunday = at('2026-03-01T10:00Z')

  it('W-8a says what a customer who writes then would get, in the shape of the wire', () => {
    const preview = settingsPreview(someSettings(), [monday, sunday], 0)
    expect(preview).toEqual({
      problems: [],
      moments: [
        { at: monday, open: true, reply: 'during', text: 'We are here.', changesAt: at('2026-03-02T16:00Z') },
        { at: sunday, open: false, reply: 'outside', text: 'We are away.', changesAt: at('2026-03-02T08:00Z') },
      ],
    })
    expect(previewShape.parse(preview)).toEqual(preview)
  })

  it('W-8a shows the present moment when no other is asked', () => {
    expect(settingsPreview(someSettings(), [], sunday).moments).toMatchObject([{ at: sunday, reply: 'outside' }])
  })

  it('W-8c an empty text is no reply', () => {
    const quiet = someSettings({ webChat: { outside: ' ' } })
    expect(settingsPreview(quiet, [sunday], 0).moments).toMatchObject([{ open: false, reply: 'none', text: '' }])
  })

  it('W-7c without ranges there is no reply, and nothing changes', () => {
    const none = someSettings({ webChat: { officeHours: week({}) } })
    expect(settingsPreview(none, [monday], 0).moments).toEqual([
      { at: monday, open: false, reply: 'none', text: '', changesAt: null },
    ])
  })

  it('W-7b names problems by the field they are in', () => {
    const officeHours = week({ fri: [range('9:00', '17:00'), range('16:00', '18:00')] }, '2026-12-25', '2026-12-25')
    const preview = settingsPreview(someSettings({ webChat: { officeHours } }), [monday], 0)
    expect(preview.problems).toEqual([
      { path: 'webChat.officeHours.days.4.1', code: 'range_overlaps', with: range('9:00', '17:00') },
      { path: 'webChat.officeHours.holidays.1.date', code: 'date_repeated' },
    ])
    expect(preview.moments).toHaveLength(1)
    expect(previewShape.parse(preview)).toEqual(preview)
  })

  it('W-7a an unknown zone is a problem, and nobody can tell what it is o’clock there', () => {
    const nowhere = someSettings({ general: { timeZone: 'Mars/Olympus' } })
    const problems = [{ path: 'general.timeZone', code: 'unknown_zone' }]
    expect(settingsPreview(nowhere, [monday], 0)).toEqual({ problems, moments: [] })
    expect(settingsProblems(nowhere)).toEqual(problems)
    expect(settingsProblems(someSettings())).toEqual([])
  })
})
