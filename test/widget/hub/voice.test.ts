import { afterEach, describe, expect, it, vi } from 'vitest'
import { createVoice } from '../../../widget/hub/voice.ts'
import { words as de } from '../../../widget/words/de.ts'
import { wordsFor } from '../../../widget/words/dictionary.ts'
import { words as en } from '../../../widget/words/en.ts'

const friday = new Date(2026, 10, 20, 21, 40).getTime()
const at = (days: number, hour: number) => new Date(2026, 10, 20 + days, hour).getTime()
const english = createVoice('en-GB', en, () => friday)
const german = createVoice('de', de, () => friday)

afterEach(() => vi.restoreAllMocks())

describe('the hub’s words', () => {
  it('W-7 tells when we are back, in the shopper’s own time', () => {
    const closed = (changesAt: number | null) => english.hours({ open: false, changesAt })
    expect(closed(at(1, 9))).toBe(`Back tomorrow at ${english.time(at(1, 9))}, your time`)
    expect(closed(at(0, 23))).toBe(`Back today at ${english.time(at(0, 23))}, your time`)
    expect(closed(at(6, 9))).toMatch(/^Back Thursday at .*9:00, your time$/)
    // In a week it is this very weekday again: the date tells which.
    expect(closed(at(7, 9))).toMatch(/^Back Friday.* 27 November at .*9:00, your time$/)
    expect(closed(null)).toBe('We are away at the moment')
    expect(english.hours({ open: true, changesAt: at(1, 9) })).toBe('We are here')
    expect(english.hours(null)).toBe('')
    expect(german.hours({ open: false, changesAt: at(1, 9) })).toMatch(/^Wieder da: morgen um 0?9:00 \(deine Zeit\)$/)
  })

  it('names days as people do', () => {
    expect([english.day(at(0, 1)), english.day(at(-1, 23))]).toEqual(['Today', 'Yesterday'])
    expect(english.day(at(-2, 9))).toMatch(/^Wednesday.* 18 November$/)
    expect(german.day(at(-1, 0))).toBe('Gestern')
  })

  it('W-13 shows times as the page’s region does, and as the shopper’s where the page names none', async () => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['fr-CH', 'en-GB', 'de-AT', 'ar'])
    const locales = await Promise.all(
      ['en', 'en-US', 'de', 'ar', 'pt', 'fr', ''].map((page) => wordsFor(page, { texts: [] }, '')),
    )
    expect(locales.map(({ locale }) => locale)).toEqual(['en-GB', 'en-US', 'de-AT', 'ar', 'pt', 'en', 'en'])
  })
})
