import { darker, lighter } from './colour.ts'
import { n, type Sheet } from './sheet.ts'

/** Soft folds over a width: light and shade in turn, uneven as cloth is. */
const folds = (sheet: Sheet, colour: string): string =>
  sheet.linear([
    [0, darker(colour, 0.18)],
    [0.06, lighter(colour, 0.18)],
    [0.17, colour],
    [0.24, darker(colour, 0.2)],
    [0.31, lighter(colour, 0.22)],
    [0.44, lighter(colour, 0.06)],
    [0.52, darker(colour, 0.16)],
    [0.58, lighter(colour, 0.14)],
    [0.72, colour],
    [0.79, darker(colour, 0.24)],
    [0.86, lighter(colour, 0.1)],
    [1, darker(colour, 0.26)],
  ])

const fringe = (x: number, y: number, width: number, length: number, colour: string): string => {
  let threads = ''
  for (let at = 3; at < width - 1; at += 6.2) {
    const sway = ((at * 31) % 7) - 3
    threads += `M${n(x + at)} ${n(y + Math.sin(at / 19) * 3)}q${n(sway)} ${n(length / 2)} ${n(sway * 0.4)} ${n(length + ((at * 17) % 5))}`
  }
  return `<path d="${threads}" fill="none" stroke="${colour}" stroke-width="2.3" stroke-linecap="round"/>`
}

/** A cloth hanging from y over a rail, with stripes at these shares of its length. */
export const hanging = (
  sheet: Sheet,
  colour: string,
  [x, y, width, length]: readonly [number, number, number, number],
  stripes: readonly number[],
  stripe: string,
  fringed: boolean,
): string => {
  const hem = `M${x} ${y}q0 -7 8 -7h${width - 16}q8 0 8 7l4 ${length}q${n(-width / 8)} 9 ${n(-width / 4)} 3t${n(-width / 4)} 1t${n(-width / 4)} -2t${n(-width / 4 - 8)} -2Z`
  const bands = stripes
    .map(
      (share) =>
        `<path d="M${x - 6} ${n(y + length * share)}q${n(width / 4)} 6 ${n(width / 2)} 2t${n(width / 2 + 12)} -1" fill="none" stroke="${stripe}" stroke-opacity=".75" stroke-width="7"/>`,
    )
    .join('')
  return (
    `<path d="${hem}" transform="translate(13 12)" fill="#2b1c14" fill-opacity=".28" filter="${sheet.blur(9)}"/>` +
    (fringed ? fringe(x - 2, y + length - 2, width + 6, 26, darker(colour, 0.12)) : '') +
    `<path d="${hem}" fill="${colour}"/><g clip-path="${sheet.clip(hem)}">${bands}<path d="${hem}" fill="${folds(sheet, colour)}" fill-opacity=".62"/><path d="${hem}" fill="${sheet.weave()}"/></g>` +
    (fringed
      ? ''
      : `<path d="M${x - 3} ${y + length - 9}q${n(width / 8)} 9 ${n(width / 4)} 3t${n(width / 4)} 1t${n(width / 4)} -2t${n(width / 4 + 4)} -2" fill="none" stroke="${darker(colour, 0.3)}" stroke-opacity=".5" stroke-width="1.4"/>`)
  )
}

/** A wooden rail on the wall. */
export const rail = (sheet: Sheet, x: number, y: number, width: number): string => {
  const wood = sheet.linear(
    [
      [0, '#c79f72'],
      [0.4, '#b48a5c'],
      [1, '#86603c'],
    ],
    [0, 0, 0, 1],
  )
  const peg = (px: number): string =>
    `<circle cx="${px + 3}" cy="${y + 5}" r="10" fill="#2b1c14" fill-opacity=".25" filter="${sheet.blur(4)}"/><circle cx="${px}" cy="${y}" r="9" fill="${sheet.radial(
      [
        [0, '#d3ad80'],
        [1, '#94693f'],
      ],
      0.35,
      0.3,
      0.8,
    )}"/>`
  return `<path d="M${x} ${y + 9}h${width}" stroke="#2b1c14" stroke-opacity=".28" stroke-width="8" filter="${sheet.blur(4)}"/><path d="M${x} ${y - 5}h${width}v10h${-width}Z" fill="${wood}"/>${peg(x)}${peg(x + width)}`
}

/** A folded square of cloth from above, turned by some degrees round its middle. */
export const folded = (
  sheet: Sheet,
  colour: string,
  cx: number,
  cy: number,
  size: number,
  turn: number,
  layers = 1,
): string => {
  const half = size / 2
  let cloths = ''
  for (let at = layers - 1; at >= 0; at--) {
    const lift = at * 5
    const shape = `M${n(cx - half)} ${n(cy - half + lift)}q${n(half)} -4 ${size} 0q5 ${n(half)} 0 ${size}q${n(-half)} 5 ${-size} 0q-4 ${n(-half)} 0 ${-size}Z`
    cloths +=
      `<path d="${shape}" fill="${sheet.linear(
        [
          [0, lighter(colour, 0.2)],
          [0.6, colour],
          [1, darker(colour, 0.16)],
        ],
        [0, 0, 1, 1],
      )}"/><path d="${shape}" fill="${sheet.weave()}"/>` +
      `<path d="M${n(cx - half + 8)} ${n(cy - half + 8 + lift)}h${size - 16}v${size - 16}h${16 - size}Z" fill="none" stroke="${darker(colour, 0.35)}" stroke-opacity=".4" stroke-dasharray="4 3"/>` +
      `<path d="M${n(cx - half)} ${n(cy + half + lift)}q${n(half)} 5 ${size} 0" fill="none" stroke="${darker(colour, 0.4)}" stroke-opacity=".5" stroke-width="1.6"/>`
  }
  const shade = `<path d="M${n(cx - half)} ${n(cy - half)}h${size}v${size + layers * 5}h${-size}Z" transform="translate(9 11)" fill="#2b1c14" fill-opacity=".4" filter="${sheet.blur(8)}"/>`
  return `<g transform="rotate(${turn} ${cx} ${cy})">${shade}${cloths}</g>`
}

/** A long cloth from above, right across the picture, with its stripes along the hems. */
export const lengthways = (
  sheet: Sheet,
  colour: string,
  cx: number,
  width: number,
  stripe: string,
  turn: number,
): string => {
  const x = cx - width / 2
  const shape = `M${n(x)} -150h${width}V700H${n(x)}Z`
  const line = (at: number): string =>
    `<path d="M${n(x + at)} -150V700" stroke="${stripe}" stroke-opacity=".7" stroke-width="5"/>`
  return (
    `<g transform="rotate(${turn} 200 250)"><path d="${shape}" transform="translate(8 8)" fill="#2b1c14" fill-opacity=".35" filter="${sheet.blur(7)}"/>` +
    `<path d="${shape}" fill="${colour}"/>${line(14)}${line(26)}${line(width - 14)}${line(width - 26)}` +
    `<path d="${shape}" fill="${sheet.linear([
      [0, '#fff', 0.14],
      [0.3, '#fff', 0],
      [0.34, '#1d1418', 0.08],
      [0.4, '#fff', 0.08],
      [0.75, '#1d1418', 0.02],
      [1, '#1d1418', 0.12],
    ])}"/><path d="${shape}" fill="${sheet.weave()}"/></g>`
  )
}
