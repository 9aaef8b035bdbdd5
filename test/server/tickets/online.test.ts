import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offlineAt, type Page, shopperOnline } from '../../../server/tickets/online.ts'

const now = 10_000_000
const here: Page = { connected: true, disconnectedAt: null, hiddenSince: null }
const gone = (ago: number): Page => ({ connected: false, disconnectedAt: now - ago, hiddenSince: null })
const hidden = (ago: number): Page => ({ ...here, hiddenSince: now - ago })

describe('the green dot', () => {
  it.each<[string, Page[], boolean]>([
    ['no page', [], false],
    ['a visible page', [here], true],
    ['gone for 29.999 s', [gone(29_999)], true],
    ['gone for 30 s', [gone(30_000)], false],
    ['hidden for 3 minutes', [hidden(180_000)], true],
    ['hidden for over 3 minutes', [hidden(180_001)], false],
    ['gone just now, hidden for long', [{ ...gone(1), hiddenSince: now - 200_000 }], false],
    ['never connected', [{ connected: false, disconnectedAt: null, hiddenSince: null }], false],
    ['one page hidden for long, another visible', [hidden(999_999), here], true],
    ['one device gone, another hidden for a minute', [gone(60_000), hidden(60_000)], true],
    ['all gone or hidden', [gone(60_000), hidden(200_000)], false],
  ])('W-11a the green dot: %s', (_what, pages, online) => {
    expect(shopperOnline(pages, now)).toBe(online)
  })

  it.each<[string, Page[], number | null]>([
    ['a visible page: never by itself', [here], null],
    ['gone for 10 s: in 20 s', [gone(10_000)], now + 20_000],
    ['hidden for a minute: in two, and a moment', [hidden(60_000)], now + 120_001],
    ['the page that lasts longest decides', [gone(10_000), hidden(60_000)], now + 120_001],
    ['gone and hidden: the earlier', [{ ...gone(10_000), hiddenSince: now - 170_000 }], now + 10_001],
    ['offline already', [gone(30_000)], null],
    ['no page', [], null],
  ])('W-11a goes out: %s', (_what, pages, moment) => {
    expect(offlineAt(pages, now)).toBe(moment)
  })

  it('W-11a goes out at offlineAt and not before', () => {
    const moments = fc.option(fc.integer({ min: now - 300_000, max: now }))
    const pages = fc.array(fc.record({ connected: fc.boolean(), disconnectedAt: moments, hiddenSince: moments }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(pages, (some) => {
        const moment = offlineAt(some, now)
        const until = moment ?? now + 999_999_999
        const seen = [now, until - 1, until].map((when) => shopperOnline(some, when))
        const same = seen.every((online) => online === seen[0])
        expect(moment === null ? same : seen).toEqual(moment === null ? true : [true, true, false])
      }),
      { seed: 9, numRuns: 500 },
    )
  })
})
