import { bowl, fruit, mug, pitcher, plateFromAbove, servingBowl, stack, steam, vase } from '../drawings/pottery.ts'
import { folded } from '../drawings/cloth.ts'
import { windowLight } from '../drawings/scene.ts'
import { cloths, glazes } from './finishes.ts'
import type { Product } from './product.ts'

const stoneware = 'Dishwasher and microwave are fine. Warm it slowly: a cold plate in a hot oven may crack. Grey marks from cutlery come off with a little baking soda.'
const firedAt = ['Fired at', '1,260 °C in a gas kiln'] as const
const made = ['Made', 'Thrown by hand in Saltern Quay, so each differs by a few millimetres'] as const

export const table: readonly Product[] = [
  {
    slug: 'dinner-plate', name: 'Dinner plate', category: 'table', isNew: true,
    line: 'A wide rim, a deep well, and a glaze that pools like water.',
    story: [
      'The plate we make most, and the one we never stop changing by a hair. The rim is wide enough to carry a full plate to the garden, the well deep enough for a stew.',
      'Stacks tightly: six of them are no taller than a mug.',
    ],
    facts: [['Weight', 'about 780 g'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.tide, glazes.oat, glazes.charcoal, glazes.sage],
    sizeWord: 'Size', sizes: [
      { id: '27', name: 'Dinner, 27 cm', price: 2800, measures: '27 cm across, 3 cm high' },
      { id: '31', name: 'Charger, 31 cm', price: 3900, measures: '31 cm across, 3 cm high' },
    ],
    shelf: { 'tide.27': 24, 'oat.31': 3, 'charcoal.31': 0 }, usual: 14, empty: 'made to order', also: 'dish crockery tableware dinnerware',
    tone: 'sand', horizon: 0,
    draw: (sheet, colour) => folded(sheet, cloths.salt.colour, 236, 300, 250, 16) + plateFromAbove(sheet, colour, 192, 240, 140),
  },
  {
    slug: 'side-plate', name: 'Side plate', category: 'table',
    line: 'For bread, cake, and the second helping nobody admits to.',
    story: ['Made from the same clay as the dinner plate and a third smaller. Four of them, each in another glaze, make a table that looks collected rather than bought.'],
    facts: [['Weight', 'about 430 g'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.oat, glazes.tide, glazes.ember, glazes.sage],
    sizeWord: 'Size', sizes: [{ id: '20', name: '20 cm', price: 1900, measures: '20 cm across, 2.5 cm high' }],
    shelf: { 'ember.20': 2 }, usual: 18, empty: 'made to order', also: 'cake bread dish small plate dessert',
    tone: 'blush', horizon: 352,
    draw: (sheet, colour) => windowLight(40, 40, 210) + stack(sheet, [colour, colour, glazes.shell.colour, colour], [190, 424, 1.12]) ,
  },
  {
    slug: 'supper-bowl', name: 'Supper bowl', category: 'table',
    line: 'Soup on Monday, pasta on Tuesday, cereal whenever.',
    story: ['It sits in one hand like a pebble. The turned-in lip keeps the last spoonful on your side of the bowl.'],
    facts: [['Holds', '650 ml to the brim'], ['Weight', 'about 520 g'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.shell, glazes.tide, glazes.charcoal, glazes.ember],
    sizeWord: 'Size', sizes: [{ id: '17', name: '17 cm', price: 2400, measures: '17 cm across, 7 cm high' }],
    shelf: { 'charcoal.17': 4 }, usual: 21, empty: 'made to order', also: 'soup pasta cereal noodle ramen',
    tone: 'sea', horizon: 346,
    draw: (sheet, colour) => windowLight(150, 30, 190) + bowl(sheet, colour, [196, 412, 1.25]),
  },
  {
    slug: 'serving-bowl', name: 'Serving bowl', category: 'table',
    line: 'Big enough for everyone, light enough to pass.',
    story: ['We throw these last in the week, when the hands are warm. The foot is cut high so that your fingers find it, and the wall is thin for its size.', 'Our own one holds lemons from Sunday to Friday and salad on Saturday.'],
    facts: [['Holds', '2.4 l or 4 l'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.sage, glazes.oat, glazes.tide],
    sizeWord: 'Size', sizes: [
      { id: '26', name: 'Medium, 26 cm', price: 6200, measures: '26 cm across, 10 cm high' },
      { id: '32', name: 'Large, 32 cm', price: 7800, measures: '32 cm across, 13 cm high' },
    ],
    shelf: { 'sage.32': 2, 'tide.32': 1 }, usual: 6, empty: 'made to order', also: 'salad fruit big large dish',
    tone: 'sand', horizon: 340,
    draw: (sheet, colour) => windowLight(60, 24, 220) + servingBowl(sheet, colour, [200, 414, 1.08]) + fruit(sheet, [[150, 308, 27, '#d8a93c'], [254, 306, 26, '#c9982f'], [202, 300, 31, '#e0b64a']]),
  },
  {
    slug: 'morning-mug', name: 'Morning mug', category: 'table',
    line: 'Thick where you hold it, thin where you drink.',
    story: ['Three fingers fit the handle, also in winter gloves. The foot stays bare so that you feel the clay while you wake up.'],
    facts: [['Holds', '320 ml'], ['Weight', 'about 340 g'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.ember, glazes.shell, glazes.tide, glazes.charcoal, glazes.sage],
    sizeWord: 'Size', sizes: [{ id: '32', name: '320 ml', price: 2200, measures: '8.5 cm across, 9 cm high' }],
    shelf: { 'ember.32': 31, 'shell.32': 3 }, usual: 26, empty: 'made to order', also: 'cup coffee tea',
    tone: 'sage', horizon: 344,
    draw: (sheet, colour) => windowLight(40, 36, 200) + mug(sheet, colour, [184, 410, 1.5]) + steam(sheet, 184, 226),
  },
  {
    slug: 'harbour-pitcher', name: 'Harbour pitcher', category: 'table',
    line: 'Pours without a drip. We tested it on white tablecloths.',
    story: ['A belly for the water, a neck for the flowers, a spout pulled with one wet finger. It has poured elderflower at eleven weddings that we know of.'],
    facts: [['Holds', '0.7 l or 1.5 l'], firedAt, made], care: stoneware,
    finishWord: 'Glaze', finishes: [glazes.shell, glazes.tide, glazes.oat],
    sizeWord: 'Size', sizes: [
      { id: '07', name: 'Small, 0.7 l', price: 4800, measures: '18 cm high' },
      { id: '15', name: 'Large, 1.5 l', price: 6400, measures: '25 cm high' },
    ],
    shelf: { 'tide.15': 2 }, usual: 7, empty: 'made to order', also: 'jug water milk carafe',
    tone: 'dusk', horizon: 352,
    draw: (sheet, colour) => windowLight(170, 26, 190) + pitcher(sheet, colour, [196, 420, 1.3]),
  },
  {
    slug: 'branch-vase', name: 'Branch vase', category: 'table',
    line: 'One branch, and the room is done.',
    story: ['A narrow neck for a single twig of whatever the hedge has today. The clay is fired tight, so it holds water without a mark on the table.'],
    facts: [['Weight', '0.6 kg or 1.4 kg'], firedAt, made], care: 'Rinse with warm water; a bottle brush reaches the bottom. Not for the dishwasher, which would cloud the matt glaze.',
    finishWord: 'Glaze', finishes: [glazes.tide, glazes.shell, glazes.charcoal, glazes.ember],
    sizeWord: 'Size', sizes: [
      { id: '19', name: 'Small, 19 cm', price: 4200, measures: '19 cm high, 12 cm across' },
      { id: '28', name: 'Large, 28 cm', price: 7400, measures: '28 cm high, 18 cm across' },
    ],
    shelf: { 'tide.28': 3, 'ember.28': 0 }, usual: 8, empty: 'made to order', also: 'flower flowers bud bottle',
    tone: 'blush', horizon: 366,
    draw: (sheet, colour) => windowLight(30, 30, 220) + vase(sheet, colour, [204, 436, 0.96]),
  },
]
