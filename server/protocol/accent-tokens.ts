import type { Accent, AccentTokens } from './accent.ts'

/** Red, green and blue, 0 to 255. */
type Colour = readonly [number, number, number]

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]
const ink: Colour = [0x16, 0x18, 0x1d]

/** WCAG AA for text. */
const readable = 4.5
/** A filled button must not melt into the page: a white brand on white, a black one on dark. */
const apart = 1.5

/** The merchant's colour `#rrggbb` as the two themes use it: text on it and text in it reach 4.5:1. */
export function accentTokens(brand: string): Accent {
  const colour = parse(brand)
  return { light: tokens(colour, white, black), dark: tokens(colour, ink, white) }
}

/** `away`: where a colour has to go to stand out from the page. */
function tokens(brand: Colour, page: Colour, away: Colour): AccentTokens {
  const visible = mixUntil(brand, away, (c) => contrast(c, page) >= apart)
  const { accent, onAccent } = withText(visible)
  const soft = mix(page, visible, 0.1)
  const text = mixUntil(brand, away, (c) => Math.min(contrast(c, page), contrast(c, soft)) >= readable)
  return {
    '--accent': hex(accent),
    '--accent-hover': hex(shadeOn(accent, onAccent)),
    '--on-accent': hex(onAccent),
    '--accent-text': hex(text),
    '--accent-soft': hex(soft),
  }
}

/** White text if it can be read, else dark text; where neither can, the colour darkens for the white one. */
function withText(colour: Colour): { accent: Colour; onAccent: Colour } {
  if (contrast(ink, colour) >= readable && contrast(white, colour) < readable) return { accent: colour, onAccent: ink }
  return { accent: mixUntil(colour, black, (c) => contrast(white, c) >= readable), onAccent: white }
}

/** A little towards the text if that stays readable, else a little away from it. */
function shadeOn(accent: Colour, text: Colour): Colour {
  const nearer = mix(accent, text, 0.1)
  return contrast(text, nearer) >= readable ? nearer : mix(accent, text === white ? black : white, 0.1)
}

/** The colour, moved in steps of a hundredth towards `target` until it is good (at `target` at the latest). */
function mixUntil(colour: Colour, target: Colour, good: (c: Colour) => boolean): Colour {
  for (let step = 0; step < 100; step++) {
    const mixed = mix(colour, target, step / 100)
    if (good(mixed)) return mixed
  }
  return target
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (a: number, b: number): number => Math.round(a + (b - a) * share)
  return [part(from[0], to[0]), part(from[1], to[1]), part(from[2], to[2])]
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const c = part / 255
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
}

function parse(text: string): Colour {
  const n = Number.parseInt(text.slice(1), 16)
  return [n >> 16, (n >> 8) & 255, n & 255]
}

function hex(colour: Colour): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
