import { n, Sheet } from './sheet.ts'

/** Draws onto the sheet in the colour of the chosen glaze, cloth or wax. */
export type Drawing = (sheet: Sheet, colour: string) => string

type Ground = { wall: readonly [string, string]; table: readonly [string, string] }

const byDay: Record<Tone, Ground> = {
  sand: { wall: ['#efe5d4', '#e2d3bb'], table: ['#d8c4a4', '#c9b08a'] },
  sea: { wall: ['#e3ebec', '#cddbdf'], table: ['#d9cdb8', '#c6b497'] },
  blush: { wall: ['#f2e2d6', '#e6cdbb'], table: ['#dcc0a8', '#cba88b'] },
  sage: { wall: ['#e4e8da', '#d0d8c3'], table: ['#d6c8ab', '#c3b18c'] },
  dusk: { wall: ['#d9d3d0', '#bfb5b1'], table: ['#a98f77', '#8f755e'] },
}
const byNight: Record<Tone, Ground> = {
  sand: { wall: ['#4a4034', '#372f26'], table: ['#564734', '#43362a'] },
  sea: { wall: ['#36444a', '#283338'], table: ['#4d4436', '#3b342a'] },
  blush: { wall: ['#513f37', '#3c2f29'], table: ['#574233', '#443328'] },
  sage: { wall: ['#3d4437', '#2d3329'], table: ['#4c4433', '#3a3427'] },
  dusk: { wall: ['#3b3534', '#292424'], table: ['#4b3d32', '#382d26'] },
}
export type Tone = 'sand' | 'sea' | 'blush' | 'sage' | 'dusk'

const classes = (ground: Ground): string =>
  `.w0{stop-color:${ground.wall[0]}}.w1{stop-color:${ground.wall[1]}}.t0{stop-color:${ground.table[0]}}.t1{stop-color:${ground.table[1]}}`

export type View = { width: number; height: number; tone: Tone; horizon: number }

/** Light through a window, slanting over the wall. */
export const windowLight = (x: number, y: number, size: number): string => {
  const pane = (column: number, row: number): string => {
    const px = x + column * size * 0.5 + row * size * 0.16
    const py = y + row * size * 0.62 + column * size * 0.1
    return `M${n(px)} ${n(py)}l${n(size * 0.44)} ${n(size * 0.09)}l${n(size * 0.145)} ${n(size * 0.56)}l${n(-size * 0.44)} ${n(-size * 0.09)}Z`
  }
  return `<path d="${pane(0, 0)}${pane(1, 0)}${pane(0, 1)}${pane(1, 1)}" class="sun"/>`
}

const document = (sheet: Sheet, view: View, box: string, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" preserveAspectRatio="xMidYMid slice"><style>` +
  `${classes(byDay[view.tone])}.sun{fill:#fff;fill-opacity:.3}` +
  `@media(prefers-color-scheme:dark){${classes(byNight[view.tone])}.sun{fill:#ffd9a0;fill-opacity:.07}}` +
  `</style>${sheet.defs()}${inner}</svg>`

/** A picture as one SVG document: wall, table, and what stands on it. A horizon of 0 is a table seen from above. */
export const scene = (
  view: View,
  draw: (sheet: Sheet) => string,
  crop?: readonly [number, number, number, number],
): string => {
  const sheet = new Sheet()
  const { width, height, horizon } = view
  const wall = sheet.linear(
    [
      [0, '.w0'],
      [1, '.w1'],
    ],
    [0.1, 0, 0.7, 1],
  )
  const table = sheet.linear(
    [
      [0, '.t0'],
      [1, '.t1'],
    ],
    [0.2, 0, 0.5, 1],
  )
  const ground =
    horizon > 0
      ? `<path fill="${wall}" d="M0 0h${width}v${horizon + 1}H0Z"/><path fill="${table}" d="M0 ${horizon}h${width}v${height - horizon}H0Z"/>` +
        `<path d="M0 ${horizon}h${width}v10H0Z" fill="${sheet.linear(
          [
            [0, '#2b1c14', 0.16],
            [1, '#2b1c14', 0],
          ],
          [0, 0, 0, 1],
        )}"/>`
      : `<path fill="${table}" d="M0 0h${width}v${height}H0Z"/>`
  const inner = ground + draw(sheet)
  return document(sheet, view, (crop ?? [0, 0, width, height]).join(' '), inner)
}
