import { folded, hanging, lengthways, rail } from '../drawings/cloth.ts'
import { darker, lighter } from '../drawings/colour.ts'
import { plateFromAbove } from '../drawings/pottery.ts'
import { windowLight } from '../drawings/scene.ts'
import { clay } from '../drawings/turned.ts'
import { cloths, glazes } from './finishes.ts'
import type { Product } from './product.ts'

const washing =
  'Wash at 40 °C with its own colours, pull it into shape while damp, and leave the iron in the cupboard. It gets softer every year.'
const cloth = ['Cloth', '100 % flax, 220 g/m², washed before it is sewn'] as const
const made = ['Made', 'Woven by a mill of nine people, cut and hemmed in Saltern Quay'] as const

export const linen: readonly Product[] = [
  {
    slug: 'linen-throw',
    name: 'Linen throw',
    category: 'linen',
    line: 'Heavy flax with a hand-knotted fringe, for the sofa or the beach.',
    story: [
      'Washed twice with stones before it reaches you, so the stiff months are already behind it. Cool in July, warm enough in October.',
    ],
    facts: [['Measures', '130 × 180 cm with fringe'], ['Cloth', '100 % flax, 310 g/m²'], made],
    care: washing,
    finishWord: 'Colour',
    finishes: [cloths.flax, cloths.clay, cloths.ink, cloths.moss],
    sizeWord: 'Size',
    sizes: [{ id: '180', name: '130 × 180 cm', price: 5800, measures: '130 × 180 cm' }],
    shelf: { 'moss.180': 2 },
    usual: 11,
    empty: 'sold out',
    also: 'blanket plaid sofa bed cover',
    tone: 'sand',
    horizon: 0,
    draw: (sheet, colour) =>
      windowLight(30, 60, 260) +
      rail(sheet, 56, 74, 288) +
      hanging(sheet, colour, [104, 72, 192, 318], [0.1, 0.145, 0.86, 0.905], darker(colour, 0.3), true),
  },
  {
    slug: 'table-runner',
    name: 'Table runner',
    category: 'linen',
    line: 'Draws one calm line through the middle of a loud dinner.',
    story: [
      'Two woven stripes along each hem, mitred corners, and no right side: turn it over when the wine has been spilled.',
    ],
    facts: [['Width', '48 cm'], cloth, made],
    care: washing,
    finishWord: 'Colour',
    finishes: [cloths.ink, cloths.salt, cloths.clay, cloths.flax],
    sizeWord: 'Length',
    sizes: [
      { id: '150', name: '150 cm', price: 4400, measures: '48 × 150 cm' },
      { id: '240', name: '240 cm', price: 5600, measures: '48 × 240 cm' },
    ],
    shelf: { 'ink.240': 3 },
    usual: 9,
    empty: 'made to order',
    also: 'tablecloth cloth',
    tone: 'blush',
    horizon: 0,
    draw: (sheet, colour) =>
      lengthways(sheet, colour, 200, 172, lighter(colour, 0.5), 18) +
      plateFromAbove(sheet, glazes.shell.colour, 222, 196, 78) +
      plateFromAbove(sheet, glazes.ember.colour, 164, 372, 52),
  },
  {
    slug: 'napkins',
    name: 'Napkins, set of four',
    category: 'linen',
    line: 'Generous squares that forgive tomato sauce.',
    story: ['Larger than most, because a napkin that slides off the knee is no napkin. The hem is stitched twice.'],
    facts: [['Measures', '45 × 45 cm each'], cloth, made],
    care: washing,
    finishWord: 'Colour',
    finishes: [cloths.salt, cloths.flax, cloths.moss, cloths.ink],
    sizeWord: 'Set',
    sizes: [{ id: '4', name: 'Set of four', price: 3600, measures: '45 × 45 cm each' }],
    shelf: {},
    usual: 16,
    empty: 'made to order',
    also: 'serviettes cloth table',
    tone: 'sage',
    horizon: 0,
    draw: (sheet, colour) =>
      folded(sheet, colour, 200, 238, 218, -9, 4) +
      `<g transform="rotate(-9 200 238)" fill="none" stroke-linecap="round"><path d="M90 246h220M208 128v238" stroke="${darker(clay, 0.45)}" stroke-width="5"/><path d="M90 245h220M207 128v238" stroke="${lighter(clay, 0.2)}" stroke-width="2.6"/><path d="M207 246c-34 -40 -62 -6 0 0c62 -42 74 2 0 0c-20 30 -28 44 -40 62m40 -62c18 26 26 36 42 52" stroke="${darker(clay, 0.25)}" stroke-width="4"/></g>`,
  },
  {
    slug: 'tea-towels',
    name: 'Tea towels, pair',
    category: 'linen',
    line: 'Dry a whole dinner party and dare you to find a wet corner.',
    story: [
      'A waffle weave takes up twice its weight in water and hangs dry by the next meal. One plain, one striped, a loop on each.',
    ],
    facts: [['Measures', '50 × 70 cm each'], ['Cloth', '60 % flax, 40 % cotton, waffle weave'], made],
    care: 'Wash at 60 °C as often as you like. No softener: it makes cloth stop drinking.',
    finishWord: 'Colour',
    finishes: [cloths.salt, cloths.clay, cloths.ink],
    sizeWord: 'Set',
    sizes: [{ id: '2', name: 'Pair', price: 2400, measures: '50 × 70 cm each' }],
    shelf: { 'clay.2': 4 },
    usual: 19,
    empty: 'made to order',
    also: 'dish cloth kitchen towel drying',
    tone: 'sea',
    horizon: 0,
    draw: (sheet, colour) =>
      windowLight(120, 40, 230) +
      rail(sheet, 46, 92, 308) +
      hanging(sheet, colour, [72, 90, 116, 262], [], colour, false) +
      hanging(sheet, lighter(colour, 0.3), [208, 90, 122, 292], [0.62, 0.68, 0.74, 0.8], darker(colour, 0.42), false),
  },
  {
    slug: 'work-apron',
    name: 'Work apron',
    category: 'linen',
    line: 'Cross-back, two deep pockets, no knots behind your neck.',
    story: [
      'We wear it in the workshop every day, clay and all, and cut it so that it hangs from the shoulders. One size fits the four of us, and we are very different.',
    ],
    facts: [['Measures', '92 cm long, 70 cm wide, straps 5 cm'], ['Cloth', '100 % flax, 340 g/m²'], made],
    care: washing,
    finishWord: 'Colour',
    finishes: [cloths.moss, cloths.ink, cloths.flax],
    sizeWord: 'Size',
    sizes: [{ id: 'one', name: 'One size', price: 6400, measures: '92 × 70 cm' }],
    shelf: { 'flax.one': 0 },
    usual: 7,
    empty: 'sold out',
    also: 'kitchen cooking gardening pinafore',
    tone: 'blush',
    horizon: 0,
    draw: (sheet, colour) => {
      const shape = 'M146 150q54 16 108 0c4 40 18 66 52 84l6 190q-112 16 -224 0l6 -190c34 -18 48 -44 52 -84Z'
      const pocket = (x: number): string =>
        `<path d="M${x} 300h78v74q-39 8 -78 0Z" fill="${darker(colour, 0.1)}"/><path d="M${x} 300h78v74q-39 8 -78 0Z" fill="${sheet.weave()}"/><path d="M${x + 3} 306h72M${x + 3} 303v68M${x + 75} 303v68" stroke="${lighter(colour, 0.4)}" stroke-opacity=".55" stroke-dasharray="4 3" fill="none"/>`
      return (
        windowLight(40, 50, 250) +
        `<circle cx="203" cy="66" r="10" fill="#2b1c14" fill-opacity=".3" filter="${sheet.blur(4)}"/><path d="M150 154C160 100 190 72 200 66c10 6 40 34 50 88" fill="none" stroke="${darker(colour, 0.24)}" stroke-width="13"/><circle cx="200" cy="62" r="9" fill="#a97c4f"/>` +
        `<path d="${shape}" transform="translate(13 13)" fill="#2b1c14" fill-opacity=".3" filter="${sheet.blur(10)}"/><path d="${shape}" fill="${sheet.linear(
          [
            [0, darker(colour, 0.12)],
            [0.14, lighter(colour, 0.14)],
            [0.34, colour],
            [0.46, darker(colour, 0.12)],
            [0.56, lighter(colour, 0.12)],
            [0.8, colour],
            [1, darker(colour, 0.26)],
          ],
        )}"/><path d="${shape}" fill="${sheet.weave()}"/>` +
        pocket(114) +
        pocket(208) +
        `<path d="M148 160q52 14 104 0" stroke="${lighter(colour, 0.4)}" stroke-opacity=".55" stroke-dasharray="4 3" fill="none"/>`
      )
    },
  },
]
