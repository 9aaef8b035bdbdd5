import { cloths, glazes, waxes } from '../catalogue/finishes.ts'
import { hanging, rail } from './cloth.ts'
import { darker } from './colour.ts'
import { chamberstick, pillar } from './light.ts'
import { bowl, branch, fruit, mug, pitcher, servingBowl, stack, vase } from './pottery.ts'
import { scene, windowLight } from './scene.ts'
import { kiln, wheel } from './workshop.ts'

/** The icon of the browser's tab. */
const markOnPaper =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#f7f3ec"/><path d="M16 4c3 4 3.7 6 3.7 7.7a3.7 3.7 0 0 1-7.4 0C12.3 10 13 8 16 4Z" fill="#c8762f"/><path d="M4.5 20q3.8-4.2 7.6 0t7.7 0 7.7 0M4.5 25.6q3.8-4.2 7.6 0t7.7 0 7.7 0" fill="none" stroke="#2f5f80" stroke-width="2.4" stroke-linecap="round"/></svg>'

/** Pictures that show no single product: the first screen, the categories, the workshop. */
export const stills = {
  mark: () => markOnPaper,
  'winter-table': () =>
    scene(
      { width: 900, height: 720, tone: 'sand', horizon: 500 },
      (sheet) =>
        windowLight(60, 40, 420) +
        pitcher(sheet, glazes.shell.colour, [640, 572, 1.36]) +
        vase(sheet, glazes.tide.colour, [330, 590, 1.36], false) +
        branch(326, 246, 230, -130, '#7d8a5e') +
        branch(332, 246, 200, 120, '#8d9869') +
        branch(330, 246, 150, -10, '#6f7d54') +
        servingBowl(sheet, glazes.sage.colour, [538, 636, 0.92]) +
        fruit(sheet, [
          [500, 546, 22, '#d8a93c'],
          [578, 544, 22, '#c9982f'],
          [540, 538, 26, '#e0b64a'],
        ]) +
        pillar(sheet, waxes.honey.colour, 766, 640, 36, 104) +
        mug(sheet, glazes.ember.colour, [190, 646, 0.98]) +
        stack(sheet, [glazes.oat.colour, glazes.oat.colour, glazes.shell.colour], [356, 684, 0.84]),
    ),
  table: () =>
    scene(
      { width: 400, height: 460, tone: 'sea', horizon: 310 },
      (sheet) =>
        windowLight(150, 20, 190) +
        pitcher(sheet, glazes.oat.colour, [262, 370, 0.98]) +
        bowl(sheet, glazes.tide.colour, [150, 400, 0.92]),
    ),
  linen: () =>
    scene(
      { width: 400, height: 460, tone: 'blush', horizon: 0 },
      (sheet) =>
        windowLight(30, 40, 250) +
        rail(sheet, 40, 84, 320) +
        hanging(sheet, cloths.clay.colour, [66, 82, 130, 300], [0.8, 0.86], darker(cloths.clay.colour, 0.3), true) +
        hanging(sheet, cloths.salt.colour, [214, 82, 116, 250], [0.7, 0.76, 0.82], cloths.ink.colour, false),
    ),
  light: () =>
    scene({ width: 400, height: 460, tone: 'dusk', horizon: 330 }, (sheet) =>
      chamberstick(sheet, glazes.charcoal.colour, 190, 400),
    ),
  workshop: () => scene({ width: 400, height: 460, tone: 'sage', horizon: 300 }, (sheet) => wheel(sheet, '#b48a6c')),
  kiln: () =>
    scene(
      { width: 800, height: 640, tone: 'dusk', horizon: 500 },
      (sheet) =>
        kiln(sheet, 300, 556) +
        stack(
          sheet,
          [glazes.shell.colour, glazes.tide.colour, glazes.tide.colour, glazes.oat.colour, glazes.oat.colour],
          [600, 596, 0.9],
        ) +
        mug(sheet, glazes.ember.colour, [722, 610, 0.7]),
    ),
  loft: () =>
    scene(
      { width: 1260, height: 540, tone: 'blush', horizon: 400 },
      (sheet) =>
        windowLight(560, 10, 330) +
        rail(sheet, 840, 60, 330) +
        hanging(sheet, cloths.moss.colour, [864, 58, 120, 224], [], cloths.moss.colour, false) +
        hanging(sheet, cloths.salt.colour, [1012, 58, 132, 250], [0.7, 0.76, 0.82], cloths.ink.colour, true) +
        `<g transform="translate(-10 96) scale(.9)">${kiln(sheet, 300, 420)}</g>` +
        `<g transform="translate(500 106) scale(.82)">${wheel(sheet, '#b48a6c')}</g>` +
        stack(sheet, [glazes.shell.colour, glazes.tide.colour, glazes.oat.colour], [884, 500, 0.7]) +
        vase(sheet, glazes.tide.colour, [1010, 470, 0.62]) +
        mug(sheet, glazes.ember.colour, [1096, 506, 0.66]),
    ),
} as const satisfies Record<string, () => string>
