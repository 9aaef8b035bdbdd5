import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentTokens } from '../../../server/protocol/accent-tokens.ts'

/** WCAG 2's contrast ratio, by its own words. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, blue = 0] = [1, 3, 5]
      .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue
  }
  const both = [luminance(a), luminance(b)]
  return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
}

const colours = fc
  .oneof(
    fc.nat({ max: 0xffffff }),
    fc.nat({ max: 255 }).map((grey) => grey * 0x010101),
  )
  .map((n) => `#${n.toString(16).padStart(6, '0')}`)
const pages = { light: '#ffffff', dark: '#16181d' } as const

describe.each(['light', 'dark'] as const)('the brand colour on a %s page', (theme) => {
  it('any colour: text on it and text in it reach 4.5:1, on its tint and under the pointer too', () => {
    fc.assert(
      fc.property(colours, (brand) => {
        const {
          '--accent': accent,
          '--accent-hover': accentHover,
          '--on-accent': onAccent,
          '--accent-text': accentText,
          '--accent-soft': accentSoft,
        } = accentTokens(brand)[theme]
        for (const token of [accent, accentHover, onAccent, accentText, accentSoft])
          expect(token).toMatch(/^#[0-9a-f]{6}$/)
        expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(onAccent, accentHover)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accentText, pages[theme])).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accentText, accentSoft)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(accent, pages[theme])).toBeGreaterThanOrEqual(1.5)
        expect(contrast(accentSoft, pages[theme])).toBeLessThan(1.35)
        expect(accentHover).not.toBe(accent)
      }),
      { seed: 10, numRuns: 2_000 },
    )
  })

  it('a colour that serves stays as the merchant chose it', () => {
    expect(accentTokens('#3b5bdb')[theme]).toMatchObject({ '--accent': '#3b5bdb', '--on-accent': '#ffffff' })
    expect(accentTokens('#ff6b00')[theme]).toMatchObject({ '--accent': '#ff6b00', '--on-accent': '#16181d' })
  })
})

it('a colour neither white nor dark text can be read on darkens a little', () => {
  expect(accentTokens('#808080').light).toMatchObject({ '--accent': '#767676', '--on-accent': '#ffffff' })
})

it('a white brand is greyed on white, a black one on dark, so that a button can be seen', () => {
  const [white, black] = [accentTokens('#ffffff'), accentTokens('#000000')]
  expect([white.light['--accent'], white.dark['--accent']]).toEqual(['#d1d1d1', '#ffffff'])
  expect([black.light['--accent'], black.dark['--accent']]).toEqual(['#000000', '#383838'])
})
