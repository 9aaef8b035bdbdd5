import { darker, lighter } from './colour.ts'
import { n, type Sheet } from './sheet.ts'
import { clay, shadow, turned } from './turned.ts'

type Profile = readonly (readonly [number, number])[]
type Place = readonly [x: number, y: number, scale: number]

const scaled = (profile: Profile, scale: number): Profile => profile.map(([h, r]) => [h * scale, r * scale])

const vaseProfile: Profile = [
  [0, 42],
  [14, 52],
  [62, 80],
  [112, 84],
  [158, 62],
  [190, 33],
  [214, 21],
  [240, 20],
  [258, 26],
]
const mugProfile: Profile = [
  [0, 44],
  [8, 52],
  [40, 56],
  [84, 54],
  [112, 55],
]
const bowlProfile: Profile = [
  [0, 40],
  [8, 44],
  [24, 74],
  [52, 100],
  [78, 110],
]
const servingProfile: Profile = [
  [0, 50],
  [12, 54],
  [30, 96],
  [62, 132],
  [88, 144],
]
const pitcherProfile: Profile = [
  [0, 52],
  [12, 62],
  [60, 78],
  [110, 72],
  [156, 50],
  [186, 44],
  [206, 50],
]

/** A twig with leaves, growing up from x, y. */
export const branch = (x: number, y: number, height: number, lean: number, leaf: string): string => {
  const leaves: string[] = []
  for (let i = 1; i <= 8; i++) {
    const share = i / 8.4
    const px = x + lean * share * share
    const py = y - height * share
    const side = i % 2 === 0 ? 1 : -1
    const size = height * (0.2 - share * 0.09)
    leaves.push(
      `<path d="M0 0C${n(size * 0.3)} ${n(-size * 0.42)} ${n(size * 0.85)} ${n(-size * 0.4)} ${n(size)} 0C${n(size * 0.75)} ${n(size * 0.26)} ${n(size * 0.3)} ${n(size * 0.22)} 0 0Z" transform="translate(${n(px)} ${n(py)}) rotate(${side > 0 ? -38 - i * 2 : 216 + i * 2}) scale(1 ${side})" fill="${i % 3 === 0 ? lighter(leaf, 0.18) : i % 3 === 1 ? leaf : darker(leaf, 0.16)}"/>`,
    )
  }
  return `<path d="M${n(x)} ${n(y)}Q${n(x + lean * 0.1)} ${n(y - height * 0.5)} ${n(x + lean)} ${n(y - height)}" fill="none" stroke="#6b5440" stroke-width="2.6" stroke-linecap="round"/>${leaves.join('')}`
}

/** Narrow-necked, for one branch. Twigs stand in it when `twigs` is set. */
export const vase = (sheet: Sheet, colour: string, [x, y, s]: Place, twigs = true): string =>
  shadow(sheet, x, y, 62 * s) +
  turned(sheet, { x, y, profile: scaled(vaseProfile, s), colour, foot: 16 * s, speckle: 110, gloss: 0.6 }) +
  (twigs
    ? branch(x - 3 * s, y - 252 * s, 190 * s, -70 * s, '#7d8a5e') +
      branch(x + 4 * s, y - 252 * s, 150 * s, 60 * s, '#8d9869')
    : '')

const handle = (sheet: Sheet, path: string, width: number, colour: string): string =>
  `<path d="${path}" fill="none" stroke="${darker(colour, 0.42)}" stroke-width="${n(width)}" stroke-linecap="round"/>` +
  `<path d="${path}" fill="none" stroke="${sheet.linear([
    [0, darker(colour, 0.2)],
    [0.6, colour],
    [1, darker(colour, 0.3)],
  ])}" stroke-width="${n(width * 0.72)}" stroke-linecap="round"/>`

export const mug = (sheet: Sheet, colour: string, [x, y, s]: Place): string =>
  shadow(sheet, x + 6 * s, y, 56 * s) +
  handle(
    sheet,
    `M${n(x + 48 * s)} ${n(y - 88 * s)}C${n(x + 104 * s)} ${n(y - 100 * s)} ${n(x + 98 * s)} ${n(y - 22 * s)} ${n(x + 48 * s)} ${n(y - 30 * s)}`,
    14 * s,
    colour,
  ) +
  turned(sheet, { x, y, profile: scaled(mugProfile, s), colour, foot: 20 * s, speckle: 70 })

/** Breath of something hot over x, y. */
export const steam = (sheet: Sheet, x: number, y: number): string =>
  `<g fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round" filter="${sheet.blur(3.4)}"><path d="M${x - 16} ${y}c-14-22 14-34 0-60"/><path d="M${x + 10} ${y - 6}c-14-26 16-40 2-76"/></g>`

export const bowl = (sheet: Sheet, colour: string, [x, y, s]: Place): string =>
  shadow(sheet, x, y, 78 * s) +
  turned(sheet, { x, y, profile: scaled(bowlProfile, s), colour, tilt: 0.27, foot: 9 * s, speckle: 90 })

export const servingBowl = (sheet: Sheet, colour: string, [x, y, s]: Place): string =>
  shadow(sheet, x, y, 104 * s) +
  turned(sheet, { x, y, profile: scaled(servingProfile, s), colour, tilt: 0.29, foot: 13 * s, speckle: 130 })

/** Pears or lemons lying in a bowl whose rim is at y; draw before `bowlFront`. */
export const fruit = (sheet: Sheet, places: readonly (readonly [number, number, number, string])[]): string =>
  places
    .map(([x, y, r, colour]) => {
      const skin = sheet.radial(
        [
          [0, lighter(colour, 0.4)],
          [0.5, colour],
          [1, darker(colour, 0.34)],
        ],
        0.34,
        0.3,
        0.75,
      )
      return `<ellipse cx="${x}" cy="${y}" rx="${n(r * 1.14)}" ry="${r}" fill="${skin}"/><path d="M${n(x + r * 0.2)} ${n(y - r * 0.92)}q2 -7 7 -9" stroke="#5b4630" stroke-width="2" fill="none" stroke-linecap="round"/>`
    })
    .join('')

export const pitcher = (sheet: Sheet, colour: string, [x, y, s]: Place): string => {
  const rim = y - 206 * s
  const spout = `M${n(x - 44 * s)} ${n(rim - 6 * s)}C${n(x - 62 * s)} ${n(rim - 13 * s)} ${n(x - 72 * s)} ${n(rim - 15 * s)} ${n(x - 79 * s)} ${n(rim - 13 * s)}C${n(x - 71 * s)} ${n(rim + 6 * s)} ${n(x - 60 * s)} ${n(rim + 22 * s)} ${n(x - 44 * s)} ${n(rim + 40 * s)}Z`
  return (
    shadow(sheet, x + 8 * s, y, 70 * s) +
    handle(
      sheet,
      `M${n(x + 44 * s)} ${n(rim + 16 * s)}C${n(x + 116 * s)} ${n(rim - 4 * s)} ${n(x + 118 * s)} ${n(rim + 96 * s)} ${n(x + 66 * s)} ${n(rim + 118 * s)}`,
      16 * s,
      colour,
    ) +
    turned(sheet, { x, y, profile: scaled(pitcherProfile, s), colour, foot: 18 * s, speckle: 100 }) +
    `<path d="${spout}" fill="${sheet.linear([
      [0, lighter(colour, 0.3)],
      [0.6, lighter(colour, 0.12)],
      [1, darker(colour, 0.12)],
    ])}"/>` +
    `<path d="M${n(x - 79 * s)} ${n(rim - 13 * s)}Q${n(x - 62 * s)} ${n(rim - 6 * s)} ${n(x - 44 * s)} ${n(rim + 2 * s)}" fill="none" stroke="${lighter(colour, 0.4)}" stroke-width="${n(3 * s)}" stroke-linecap="round"/>`
  )
}

/** Seen from the side: a low stack of plates, the lowest standing at x, y. */
export const stack = (sheet: Sheet, colours: readonly string[], [x, y, s]: Place): string =>
  shadow(sheet, x, y, 96 * s) +
  colours
    .map((colour, at) =>
      turned(sheet, {
        x,
        y: y - at * 15 * s,
        profile: scaled(
          [
            [0, 62],
            [4, 70],
            [9, 108],
            [16, 126],
          ],
          s,
        ),
        colour,
        tilt: 0.2,
        speckle: 40,
        gloss: 0,
        depth: 0.1,
      }),
    )
    .join('')

/** Seen from above: rim, well, the line of bare clay, a shine. */
export const plateFromAbove = (sheet: Sheet, colour: string, cx: number, cy: number, r: number): string => {
  const ring = (share: number, fill: string, more = ''): string =>
    `<circle cx="${cx}" cy="${cy}" r="${n(r * share)}" fill="${fill}"${more}/>`
  return (
    `<circle cx="${n(cx + r * 0.07)}" cy="${n(cy + r * 0.09)}" r="${n(r * 1.01)}" fill="#2b1c14" fill-opacity=".42" filter="${sheet.blur(r * 0.05)}"/>` +
    ring(1, darker(clay, 0.1)) +
    ring(
      0.985,
      sheet.linear(
        [
          [0, lighter(colour, 0.3)],
          [0.5, colour],
          [1, darker(colour, 0.22)],
        ],
        [0.1, 0.05, 0.9, 0.95],
      ),
    ) +
    ring(
      0.71,
      sheet.linear(
        [
          [0, darker(colour, 0.26)],
          [0.5, darker(colour, 0.04)],
          [1, lighter(colour, 0.34)],
        ],
        [0.1, 0.05, 0.9, 0.95],
      ),
    ) +
    ring(
      0.68,
      sheet.radial(
        [
          [0, lighter(colour, 0.16)],
          [0.7, lighter(colour, 0.04)],
          [1, darker(colour, 0.06)],
        ],
        0.42,
        0.4,
        0.7,
      ),
    ) +
    turnedRings(cx, cy, r, darker(colour, 0.3)) +
    speckled(cx, cy, r, darker(colour, 0.5)) +
    `<path d="M${n(cx - r * 0.76)} ${n(cy - r * 0.36)}A${n(r * 0.85)} ${n(r * 0.85)} 0 0 1 ${n(cx - r * 0.2)} ${n(cy - r * 0.82)}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="${n(r * 0.06)}" stroke-linecap="round" filter="${sheet.blur(r * 0.025)}"/>`
  )
}

const turnedRings = (cx: number, cy: number, r: number, colour: string): string =>
  [0.14, 0.27, 0.4, 0.53]
    .map(
      (share) =>
        `<circle cx="${cx}" cy="${cy}" r="${n(r * share)}" fill="none" stroke="${colour}" stroke-opacity=".12"/>`,
    )
    .join('')

const speckled = (cx: number, cy: number, r: number, colour: string): string => {
  let dots = ''
  for (let i = 0; i < 90; i++) {
    const angle = i * 2.399963
    const far = r * 0.96 * Math.sqrt(((i * 37) % 91) / 91)
    dots += `<circle cx="${n(cx + Math.cos(angle) * far)}" cy="${n(cy + Math.sin(angle) * far)}" r="${n(0.5 + ((i * 13) % 7) / 7)}"/>`
  }
  return `<g fill="${colour}" fill-opacity=".34">${dots}</g>`
}
