import { darker, lighter, mix } from './colour.ts'
import { dice, n, type Sheet } from './sheet.ts'

export const clay = '#b99a78'

type Point = readonly [x: number, y: number]

/** Thrown on a wheel: radii over heights, from the foot up. */
export type Turned = {
  x: number
  y: number
  profile: readonly (readonly [height: number, radius: number])[]
  colour: string
  tilt?: number
  /** Height of the bare clay that the glaze leaves free. */
  foot?: number
  speckle?: number
  /** A closed top (a candle) has no inside. */
  top?: 'open' | 'closed'
  /** 1 is a glossy glaze, 0 a matt one. */
  gloss?: number
  /** How dark it gets inside: little in a plate, much in a jug. */
  depth?: number
}

const smooth = (points: readonly Point[]): string => {
  const at = (index: number): Point => points[Math.min(Math.max(index, 0), points.length - 1)] ?? [0, 0]
  let path = ''
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    path += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (d[0] - b[0]) / 6)} ${n(c[1] - (d[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`
  }
  return path
}

const speckles = (
  seed: number,
  count: number,
  box: readonly [number, number, number, number],
  colour: string,
): string => {
  const roll = dice(seed)
  const [x, y, width, height] = box
  let dots = ''
  for (let i = 0; i < count; i++) {
    const radius = n(0.5 + roll() ** 3 * 1.5)
    dots += `<circle cx="${n(x + roll() * width)}" cy="${n(y + roll() * height)}" r="${radius}"/>`
  }
  return `<g fill="${colour}" fill-opacity=".38">${dots}</g>`
}

/** The shade that something round leaves on the table, light coming from the left. */
export const shadow = (sheet: Sheet, x: number, y: number, radius: number, tilt = 0.22): string =>
  `<ellipse cx="${n(x + radius * 0.55)}" cy="${n(y + 2)}" rx="${n(radius * 1.5)}" ry="${n(radius * tilt * 1.5 + 2)}" fill="#2b1c14" fill-opacity=".2" filter="${sheet.blur(9)}"/>` +
  `<ellipse cx="${n(x + radius * 0.12)}" cy="${n(y + 1)}" rx="${n(radius * 1.05)}" ry="${n(radius * tilt + 3)}" fill="#2b1c14" fill-opacity=".38" filter="${sheet.blur(3)}"/>`

/** Across a round body: edge, light from the left, own colour, shade, a little light back from the wall. */
export const round = (sheet: Sheet, colour: string): string =>
  sheet.linear([
    [0, darker(colour, 0.14)],
    [0.12, lighter(colour, 0.1)],
    [0.28, lighter(colour, 0.22)],
    [0.52, colour],
    [0.82, darker(colour, 0.32)],
    [0.95, darker(colour, 0.4)],
    [1, darker(colour, 0.3)],
  ])

/** Draws the body with its rim; the middle of its foot stands at x, y. */
export const turned = (sheet: Sheet, shape: Turned): string => {
  const { x, y, profile, colour, tilt = 0.22, foot = 0, speckle = 0, top = 'open', gloss = 0.5, depth = 0.42 } = shape
  const bottom = profile[0] ?? [0, 1]
  const crown = profile[profile.length - 1] ?? bottom
  const left = profile.map(([h, r]): Point => [x - r, y - h])
  const right = profile.map(([h, r]): Point => [x + r, y - h])
  const arc = (r: number): string => `A${n(r)} ${n(r * tilt)} 0 0`
  const outline =
    `M${n(x - crown[1])} ${n(y - crown[0])}${smooth([...left].reverse())}` +
    `${arc(bottom[1])} 0 ${n(x + bottom[1])} ${n(y - bottom[0])}${smooth(right)}${arc(crown[1])} 0 ${n(x - crown[1])} ${n(y - crown[0])}Z`
  const wide = Math.max(...profile.map(([, r]) => r))
  const clip = sheet.clip(outline)
  const rimY = n(y - crown[0])
  const rim = `cx="${n(x)}" cy="${rimY}"`
  const band =
    foot > 0
      ? `<path d="M${n(x - wide)} ${n(y - foot)}q${n(wide / 2)} ${n(wide * tilt * 1.1)} ${n(wide)} ${n(wide * tilt * 0.95)}t${n(wide)} ${n(-wide * tilt * 0.95)}V${n(y + wide)}H${n(x - wide)}Z" fill="${round(sheet, clay)}"/>`
      : ''
  const shine =
    gloss > 0
      ? `<path d="${`M${n(x - wide * 0.52)} ${n(y - crown[0] * 0.9)}`}q${n(-wide * 0.16)} ${n(crown[0] * 0.36)} ${n(wide * 0.02)} ${n(crown[0] * 0.66)}" fill="none" stroke="#fff" stroke-opacity="${gloss * 0.5}" stroke-width="${n(wide * 0.07)}" stroke-linecap="round" filter="${sheet.blur(2.2)}"/>`
      : ''
  const dots =
    speckle > 0
      ? speckles(
          Math.round(x * 7 + crown[0]),
          speckle,
          [x - wide, y - crown[0], wide * 2, crown[0] + wide * tilt],
          darker(colour, 0.55),
        )
      : ''
  const lip = Math.max(2.4, crown[1] * 0.045)
  const inside = mix(colour, '#1d1512', depth)
  const mouth =
    top === 'closed'
      ? `<ellipse ${rim} rx="${n(crown[1])}" ry="${n(crown[1] * tilt)}" fill="${sheet.linear([
          [0, lighter(colour, 0.3)],
          [1, lighter(colour, 0.05)],
        ])}"/>`
      : `<ellipse ${rim} rx="${n(crown[1])}" ry="${n(crown[1] * tilt)}" fill="${sheet.linear([
          [0, lighter(colour, 0.42)],
          [1, lighter(colour, 0.08)],
        ])}"/>` +
        `<ellipse ${rim} rx="${n(crown[1] - lip)}" ry="${n(Math.max(1, (crown[1] - lip) * tilt - lip * 0.25))}" fill="${sheet.linear(
          [
            [0, darker(inside, 0.25)],
            [0.6, inside],
            [1, lighter(inside, 0.28)],
          ],
          [0, 0, 1, 0.4],
        )}"/>`
  return `<path d="${outline}" fill="${round(sheet, colour)}"/><g clip-path="${clip}">${band}${dots}${shine}</g>${mouth}`
}
