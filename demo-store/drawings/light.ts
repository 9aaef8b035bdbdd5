import { darker, lighter } from './colour.ts'
import { n, type Sheet } from './sheet.ts'
import { clay, round, shadow, turned } from './turned.ts'

/** A flame whose wick ends at x, y, with its glow. */
export const flame = (sheet: Sheet, x: number, y: number, s = 1): string =>
  `<circle cx="${n(x)}" cy="${n(y - 20 * s)}" r="${n(86 * s)}" fill="${sheet.radial([
    [0, '#ffc765', 0.6],
    [0.35, '#ffb24d', 0.22],
    [1, '#ffb24d', 0],
  ])}"/>` +
  `<path d="M${n(x)} ${n(y + 6 * s)}q-1 -7 0 -13" stroke="#3a2a20" stroke-width="${n(2.4 * s)}" fill="none" stroke-linecap="round"/>` +
  `<path d="M${n(x)} ${n(y - 46 * s)}c${n(13 * s)} ${n(19 * s)} ${n(15 * s)} ${n(27 * s)} ${n(13 * s)} ${n(36 * s)}a${n(13 * s)} ${n(13 * s)} 0 0 1 ${n(-26 * s)} 0c0 ${n(-9 * s)} ${n(4 * s)} ${n(-17 * s)} ${n(13 * s)} ${n(-36 * s)}Z" fill="${sheet.linear(
    [
      [0, '#ffb347'],
      [0.55, '#ffd27a'],
      [1, '#fff3c9'],
    ],
    [0, 0, 0, 1],
  )}"/>` +
  `<path d="M${n(x)} ${n(y - 22 * s)}c${n(5 * s)} ${n(7 * s)} ${n(6 * s)} ${n(10 * s)} ${n(5 * s)} ${n(14 * s)}a${n(5 * s)} ${n(5 * s)} 0 0 1 ${n(-10 * s)} 0c0 ${n(-4 * s)} ${n(1 * s)} ${n(-7 * s)} ${n(5 * s)} ${n(-14 * s)}Z" fill="#fffbe8"/>`

/** A thick candle of its own wax, the rim gone soft. */
export const pillar = (
  sheet: Sheet,
  wax: string,
  x: number,
  y: number,
  radius: number,
  height: number,
  lit = true,
): string =>
  shadow(sheet, x, y, radius) +
  turned(sheet, {
    x,
    y,
    profile: [
      [0, radius - 1],
      [3, radius],
      [height - 4, radius],
      [height, radius - 2],
    ],
    colour: wax,
    top: 'closed',
    tilt: 0.24,
    gloss: 0.25,
  }) +
  `<path d="M${n(x - radius)} ${n(y - height)}h${radius * 2}v${n(height * 0.6)}h${-radius * 2}Z" fill="${sheet.linear(
    [
      [0, '#fff0c0', lit ? 0.5 : 0],
      [1, '#fff0c0', 0],
    ],
    [0, 0, 0, 1],
  )}" clip-path="${sheet.clip(`M${n(x - radius + 2)} ${n(y - height)}a${radius - 2} ${n(radius * 0.24)} 0 0 0 ${radius * 2 - 4} 0v${height}h${4 - radius * 2}Z`)}"/>` +
  `<ellipse cx="${n(x)}" cy="${n(y - height + 1)}" rx="${n(radius * 0.72)}" ry="${n(radius * 0.15)}" fill="${lit ? lighter(wax, 0.5) : darker(wax, 0.1)}" fill-opacity=".8"/>` +
  (lit
    ? flame(sheet, x, y - height - 6, 0.8)
    : `<path d="M${n(x)} ${n(y - height)}q-1 -7 2 -14" stroke="#3a2a20" stroke-width="2.4" fill="none" stroke-linecap="round"/>`)

/** A low dish with a ring for the finger and a thin candle in its cup. */
export const chamberstick = (sheet: Sheet, colour: string, x: number, y: number): string =>
  shadow(sheet, x, y, 96) +
  `<path d="M${x + 84} ${y - 22}c44 -24 66 22 30 30c-14 3 -26 -2 -34 -10" fill="none" stroke="${darker(colour, 0.38)}" stroke-width="14" stroke-linecap="round"/>` +
  `<path d="M${x + 84} ${y - 24}c44 -24 66 22 30 30c-14 3 -26 -2 -34 -10" fill="none" stroke="${colour}" stroke-width="9" stroke-linecap="round"/>` +
  turned(sheet, {
    x,
    y,
    profile: [
      [0, 74],
      [4, 80],
      [16, 98],
      [26, 104],
    ],
    colour,
    tilt: 0.28,
    foot: 6,
    speckle: 60,
    gloss: 0.2,
  }) +
  turned(sheet, {
    x,
    y: y - 12,
    profile: [
      [0, 24],
      [8, 20],
      [30, 19],
      [40, 25],
    ],
    colour,
    tilt: 0.3,
    speckle: 14,
    gloss: 0.3,
  }) +
  turned(sheet, {
    x,
    y: y - 46,
    profile: [
      [0, 11],
      [60, 10.5],
      [150, 9.5],
    ],
    colour: '#e8d9b8',
    top: 'closed',
    gloss: 0.3,
  }) +
  flame(sheet, x, y - 204, 0.9)

/** A turned foot and a shade of linen, lit. */
export const lamp = (sheet: Sheet, colour: string, x: number, y: number, s = 1): string => {
  const top = y - 330 * s
  const low = y - 196 * s
  const shade = `M${n(x - 62 * s)} ${n(top)}a${n(62 * s)} ${n(9 * s)} 0 0 1 ${n(124 * s)} 0L${n(x + 106 * s)} ${n(low)}a${n(106 * s)} ${n(19 * s)} 0 0 1 ${n(-212 * s)} 0Z`
  return (
    `<circle cx="${n(x)}" cy="${n(low - 40 * s)}" r="${n(210 * s)}" fill="${sheet.radial([
      [0, '#ffd58a', 0.5],
      [0.5, '#ffcf80', 0.16],
      [1, '#ffcf80', 0],
    ])}"/>` +
    shadow(sheet, x, y, 66 * s) +
    turned(sheet, {
      x,
      y,
      profile: [
        [0, 52 * s],
        [10 * s, 60 * s],
        [50 * s, 74 * s],
        [92 * s, 62 * s],
        [124 * s, 32 * s],
        [146 * s, 20 * s],
        [160 * s, 19 * s],
      ],
      colour,
      foot: 15 * s,
      speckle: 90,
    }) +
    `<path d="M${n(x)} ${n(y - 160 * s)}V${n(low)}" stroke="#8d6f45" stroke-width="${n(9 * s)}"/>` +
    `<path d="${shade}" fill="${sheet.linear([
      [0, '#d9b982'],
      [0.18, '#f3deae'],
      [0.42, '#fff0c9'],
      [0.7, '#eed6a2'],
      [1, '#c39d66'],
    ])}"/><path d="${shade}" fill="${sheet.weave()}"/>` +
    `<path d="${shade}" fill="${sheet.radial(
      [
        [0, '#fffbe6', 0.85],
        [1, '#fffbe6', 0],
      ],
      0.5,
      0.72,
      0.5,
    )}"/>` +
    `<ellipse cx="${n(x)}" cy="${n(low)}" rx="${n(106 * s)}" ry="${n(19 * s)}" fill="${sheet.radial([
      [0, '#fffdf2'],
      [0.6, '#ffe9b8'],
      [1, '#d8b077'],
    ])}" fill-opacity=".55"/>`
  )
}

/** Six thin candles side by side from above, held by a paper band. */
export const tapers = (sheet: Sheet, wax: string): string => {
  let candles = ''
  for (let at = 0; at < 6; at++) {
    const x = 116 + at * 29
    const y = 84 + ((at * 5) % 3) * 6
    candles +=
      `<path d="M${x + 11} ${y}v330" transform="translate(9 7)" stroke="#2b1c14" stroke-opacity=".34" stroke-width="22" filter="${sheet.blur(5)}"/>` +
      `<path d="M${x + 11} ${y - 16}v20" stroke="#f1e8d6" stroke-width="3" stroke-linecap="round"/>` +
      `<path d="M${x + 3} ${y + 8}q8 -14 16 0l4 322q-12 6 -24 0Z" fill="${round(sheet, at % 2 ? lighter(wax, 0.06) : wax)}"/>`
  }
  const band = `<path d="M100 236h198v84H100Z" transform="translate(4 5)" fill="#2b1c14" fill-opacity=".26" filter="${sheet.blur(4)}"/><path d="M98 232q100 8 200 0v86q-100 8 -200 0Z" fill="${sheet.linear(
    [
      [0, '#d9c7a6'],
      [0.3, '#efe2c8'],
      [0.8, '#e2d2b2'],
      [1, '#bfa87f'],
    ],
  )}"/>`
  const mark = `<path d="M168 268q15 -14 30 0t30 0M168 284q15 -14 30 0t30 0" fill="none" stroke="${darker(clay, 0.35)}" stroke-width="3" stroke-linecap="round"/>`
  return candles + band + mark
}
