import { darker, lighter } from './colour.ts'
import { n, type Sheet } from './sheet.ts'
import { round, shadow, turned } from './turned.ts'

const wood = (sheet: Sheet): string =>
  sheet.linear(
    [
      [0, '#d0a878'],
      [0.5, '#b78b5d'],
      [1, '#8d6540'],
    ],
    [0, 0, 1, 0],
  )

/** A potter's wheel with wet clay on it, a sponge and a bucket. */
export const wheel = (sheet: Sheet, colour: string): string =>
  shadow(sheet, 200, 430, 120) +
  turned(sheet, {
    x: 200,
    y: 430,
    profile: [
      [0, 96],
      [90, 92],
    ],
    colour: '#7c6a58',
    top: 'closed',
    gloss: 0,
    tilt: 0.2,
  }) +
  turned(sheet, {
    x: 200,
    y: 338,
    profile: [
      [0, 150],
      [12, 152],
    ],
    colour: '#a89684',
    top: 'closed',
    gloss: 0,
    tilt: 0.2,
  }) +
  `<g fill="none" stroke="#5d4c3e" stroke-opacity=".28"><ellipse cx="200" cy="326" rx="118" ry="23"/><ellipse cx="200" cy="326" rx="96" ry="18"/></g>` +
  turned(sheet, {
    x: 200,
    y: 322,
    profile: [
      [0, 58],
      [10, 56],
      [34, 66],
      [74, 80],
      [104, 78],
      [122, 86],
    ],
    colour,
    gloss: 0.7,
    tilt: 0.24,
  }) +
  `<g fill="none" stroke="${darker(colour, 0.3)}" stroke-opacity=".4" stroke-width="1.6"><path d="M140 276q60 22 120 0M128 246q72 26 144 0M142 298q58 20 116 0"/></g>` +
  `<path d="M304 316c2 -16 30 -18 36 -6c6 12 -4 20 -18 20s-20 -4 -18 -14Z" fill="#dcb765"/><circle cx="318" cy="314" r="2" fill="#a9843a"/><circle cx="328" cy="320" r="2.4" fill="#a9843a"/>`

/** Five tools on their cloth, from above. */
export const tools = (sheet: Sheet, colour: string): string => {
  const cloth = 'M52 92h296v330H52Z'
  const tool = (x: number, head: string): string =>
    `<g transform="translate(${x} 0)"><path d="M0 216v150" transform="translate(7 7)" stroke="#2b1c14" stroke-opacity=".35" stroke-width="14" stroke-linecap="round" filter="${sheet.blur(4)}"/>${head}<path d="M-8 220q8 -8 16 0l2 140q-10 12 -20 0Z" fill="${wood(sheet)}"/><path d="M-8 226h16" stroke="#8a7a5c" stroke-width="6"/></g>`
  return (
    `<path d="${cloth}" transform="translate(10 11)" fill="#2b1c14" fill-opacity=".36" filter="${sheet.blur(9)}"/><path d="${cloth}" fill="${sheet.linear(
      [
        [0, lighter(colour, 0.14)],
        [1, darker(colour, 0.12)],
      ],
      [0, 0, 1, 1],
    )}"/><path d="${cloth}" fill="${sheet.weave()}"/>` +
    tool(
      96,
      '<path d="M0 220V158c-26 -12 -22 -52 0 -54c22 2 26 42 0 54" fill="none" stroke="#6e7478" stroke-width="4.4"/>',
    ) +
    tool(148, '<path d="M0 220V112" stroke="#6e7478" stroke-width="3.4" stroke-linecap="round"/>') +
    tool(
      200,
      `<path d="M-15 210V140q0 -34 30 -40v110Z" fill="${sheet.linear([
        [0, '#d6b083'],
        [1, '#9a7147'],
      ])}"/>`,
    ) +
    tool(
      252,
      '<path d="M0 220V160h-20V116h40v44H0" fill="none" stroke="#6e7478" stroke-width="4.4" stroke-linejoin="round"/>',
    ) +
    tool(
      304,
      '<path d="M-9 214c-10 -44 -4 -84 9 -108c13 24 19 64 9 108Z" fill="#3f3129"/><path d="M-3 190c-4 -24 -2 -44 3 -62" stroke="#6b574a" stroke-width="2" fill="none"/>',
    ) +
    `<path d="M52 306q148 10 296 0v60q-148 10 -296 0Z" fill="${darker(colour, 0.06)}"/><path d="M52 306q148 10 296 0v60q-148 10 -296 0Z" fill="${sheet.weave()}"/><path d="M52 308q148 10 296 0" stroke="${darker(colour, 0.4)}" stroke-opacity=".5" stroke-dasharray="5 4" fill="none"/><path d="M122 310v58M174 312v58M226 312v58M278 310v58" stroke="${darker(colour, 0.4)}" stroke-opacity=".45" stroke-dasharray="4 3"/>`
  )
}

/** A bowl that was broken and is whole again, with the lacquer and its brush. */
export const mended = (sheet: Sheet, colour: string): string => {
  const bowl: readonly (readonly [number, number])[] = [
    [0, 44],
    [8, 48],
    [28, 84],
    [60, 112],
    [88, 120],
  ]
  const seams = 'M150 296l16 30l-6 26l20 32l-4 30M216 314l-8 28l14 22l-12 40M262 300l-18 40l4 20M166 326l42 16'
  return (
    shadow(sheet, 190, 404, 88) +
    turned(sheet, { x: 190, y: 404, profile: bowl, colour, tilt: 0.27, foot: 9, speckle: 80 }) +
    `<path d="${seams}" fill="none" stroke="#8a6420" stroke-opacity=".6" stroke-width="5.4" stroke-linejoin="round"/><path d="${seams}" fill="none" stroke="${sheet.linear(
      [
        [0, '#ffe39a'],
        [0.5, '#d9a534'],
        [1, '#b37f1c'],
      ],
    )}" stroke-width="3.4" stroke-linejoin="round"/>` +
    shadow(sheet, 338, 420, 22) +
    turned(sheet, {
      x: 338,
      y: 420,
      profile: [
        [0, 22],
        [3, 24],
        [36, 24],
        [46, 14],
        [54, 13],
      ],
      colour: '#6a4426',
      gloss: 0.8,
      top: 'closed',
    }) +
    turned(sheet, {
      x: 338,
      y: 366,
      profile: [
        [0, 15],
        [20, 15],
      ],
      colour: '#2d2722',
      gloss: 0.3,
      top: 'closed',
    }) +
    `<path d="M60 446l118 18" transform="translate(5 6)" stroke="#2b1c14" stroke-opacity=".4" stroke-width="8" filter="${sheet.blur(3)}"/><path d="M58 445l92 14" stroke="#a9773f" stroke-width="8" stroke-linecap="round"/><path d="M150 459l14 2" stroke="#8f8f8a" stroke-width="9"/><path d="M164 456q22 4 34 12q-16 2 -35 -2Z" fill="#d9a534"/>`
  )
}

/** A card in its envelope, from above. */
export const giftCard = (sheet: Sheet, colour: string): string => {
  const ink = lighter(colour, 0.75)
  const wave = (y: number): string => `M118 ${y}q20 -18 41 0t41 0t41 0t41 0`
  return (
    `<g transform="rotate(-7 200 260)"><path d="M70 150h260v190H70Z" transform="translate(11 13)" fill="#2b1c14" fill-opacity=".4" filter="${sheet.blur(10)}"/><path d="M70 150h260v190H70Z" fill="${sheet.linear(
      [
        [0, '#e9dcc2'],
        [1, '#d3c09b'],
      ],
      [0, 0, 1, 1],
    )}"/><path d="M70 150l130 96l130 -96" fill="none" stroke="#9d8863" stroke-opacity=".6" stroke-width="2"/></g>` +
    `<g transform="rotate(5 200 260)"><path d="M84 190h232v148H84Z" transform="translate(8 10)" fill="#2b1c14" fill-opacity=".42" filter="${sheet.blur(8)}"/><path d="M84 196q0 -8 8 -8h216q8 0 8 8v136q0 8 -8 8H92q-8 0 -8 -8Z" fill="${sheet.linear(
      [
        [0, lighter(colour, 0.12)],
        [1, darker(colour, 0.2)],
      ],
      [0, 0, 1, 1],
    )}"/><path d="${wave(238)}${wave(262)}${wave(286)}" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round"/><circle cx="200" cy="214" r="3" fill="${ink}"/></g>`
  )
}

/** The kiln, door open, pots glowing inside. */
export const kiln = (sheet: Sheet, x: number, y: number): string => {
  const body = `M${x - 170} ${y}V${y - 250}q0 -90 170 -90t170 90V${y}Z`
  const mouth = `M${x - 104} ${y - 10}V${y - 190}q0 -72 104 -72t104 72V${y - 10}Z`
  let bricks = ''
  for (let row = 0; row < 13; row++) bricks += `M${x - 170} ${y - row * 26}h340`
  for (let row = 0; row < 13; row++)
    for (let column = 0; column < 8; column++)
      bricks += `M${n(x - 170 + column * 48 + (row % 2) * 24)} ${y - row * 26}v-26`
  const shelf = (sy: number): string => `<path d="M${x - 104} ${sy}h208v8h-208Z" fill="#5a2d18"/>`
  const pot = (px: number, sy: number, r: number, h: number): string =>
    turned(sheet, {
      x: px,
      y: sy,
      profile: [
        [0, r * 0.7],
        [h * 0.4, r],
        [h, r * 0.8],
      ],
      colour: '#f09a4a',
      gloss: 0.2,
      tilt: 0.16,
    })
  return (
    shadow(sheet, x, y, 180, 0.1) +
    `<path d="${body}" fill="${round(sheet, '#a8654a')}"/><path d="${bricks}" clip-path="${sheet.clip(body)}" stroke="#5d3324" stroke-opacity=".4" stroke-width="2" fill="none"/>` +
    `<path d="${mouth}" fill="${sheet.radial(
      [
        [0, '#ffe2a0'],
        [0.45, '#f7a548'],
        [1, '#a23f17'],
      ],
      0.5,
      0.6,
      0.62,
    )}"/><g clip-path="${sheet.clip(mouth)}">` +
    shelf(y - 96) +
    shelf(y - 182) +
    pot(x - 60, y - 14, 30, 62) +
    pot(x + 4, y - 14, 24, 44) +
    pot(x + 62, y - 14, 28, 70) +
    pot(x - 56, y - 96, 32, 40) +
    pot(x + 10, y - 96, 22, 62) +
    pot(x + 66, y - 96, 26, 48) +
    pot(x - 22, y - 182, 26, 40) +
    pot(x + 38, y - 182, 22, 34) +
    `</g><path d="${mouth}" fill="none" stroke="#6d3a27" stroke-width="7"/><circle cx="${x}" cy="${y - 120}" r="250" fill="${sheet.radial(
      [
        [0, '#ffb35c', 0.4],
        [1, '#ffb35c', 0],
      ],
    )}"/>`
  )
}
