import { giftCard, mended, tools, wheel } from '../drawings/workshop.ts'
import { cloths, glazes } from './finishes.ts'
import type { Product } from './product.ts'

export const workshop: readonly Product[] = [
  {
    slug: 'wheel-saturday', name: 'Wheel Saturday', category: 'workshop', isNew: true,
    line: 'One day, one wheel, two bowls to take home.',
    story: [
      'Eight people, eight wheels, and lunch at the long table. You throw in the morning, trim after lunch, and choose a glaze before the ferry. We fire your two best pieces and send them six weeks later.',
      'No experience needed. Short nails help.',
    ],
    facts: [['When', '10:00 to 16:30'], ['Where', 'The workshop, 4 Slipway Lane'], ['Included', 'Clay, firing, apron to borrow, lunch'], ['Group', 'Eight people at most']], care: 'Tell us a week ahead if you cannot come and we move you to another Saturday.',
    finishWord: 'Date', finishes: [
      { id: 'jan', name: 'Second Saturday in January', colour: '#b48a6c' },
      { id: 'feb', name: 'Second Saturday in February', colour: '#a97c60' },
      { id: 'mar', name: 'Second Saturday in March', colour: '#bd9577' },
    ],
    sizeWord: 'Class', sizes: [{ id: 'seat', name: 'One place', price: 9500, measures: 'One wheel for one person, from 14 years' }],
    shelf: { 'jan.seat': 2, 'mar.seat': 8 }, usual: 5, empty: 'sold out', also: 'class course lesson pottery learn throwing gift',
    tone: 'sea', horizon: 330,
    draw: (sheet, colour) => wheel(sheet, colour),
  },
  {
    slug: 'trimming-tools', name: 'Trimming tools, roll of five', category: 'workshop',
    line: 'The five we reach for, in a roll that lies flat.',
    story: ['A loop, a needle, a rib, a square loop and a brush with real hair. The handles are ash from a boatyard’s offcuts.'],
    facts: [['Handles', 'Ash, oiled'], ['Roll', 'Flax canvas, 34 × 28 cm'], ['Made', 'Ground and assembled in Saltern Quay']], care: 'Dry the steel, oil the wood once a year, wash the brush from the tip.',
    finishWord: 'Colour', finishes: [cloths.flax, cloths.moss, cloths.ink],
    sizeWord: 'Set', sizes: [{ id: '5', name: 'Five tools', price: 3800, measures: 'Rolled: 28 × 6 cm' }],
    shelf: {}, usual: 9, empty: 'made to order', also: 'pottery clay knife brush rib needle',
    tone: 'blush', horizon: 0,
    draw: (sheet, colour) => tools(sheet, colour),
  },
  {
    slug: 'mending-kit', name: 'Mending kit', category: 'workshop',
    line: 'Lacquer, gold powder and a brush: broken is not over.',
    story: ['If one of our bowls breaks, we would rather you kept it. The kit is enough for four or five repairs, with a leaflet that assumes you have never done this. Not for things you eat from afterwards.'],
    facts: [['Contains', 'Plant lacquer 20 ml, brass powder 5 g, brush, gloves, leaflet'], ['Dries', 'Three days']], care: 'Keep the bottle closed and upright. The lacquer can irritate skin until it is dry: wear the gloves.',
    finishWord: 'Colour', finishes: [{ ...glazes.charcoal, id: 'gold', name: 'Gold' }],
    sizeWord: 'Set', sizes: [{ id: 'kit', name: 'Kit', price: 3200, measures: 'Box 18 × 12 × 6 cm' }],
    shelf: { 'gold.kit': 5 }, usual: 5, empty: 'sold out', also: 'repair broken kintsugi glue gold',
    tone: 'sage', horizon: 340,
    draw: (sheet, colour) => mended(sheet, colour),
  },
  {
    slug: 'gift-card', name: 'Gift card', category: 'workshop',
    line: 'Printed on thick paper, sent in a real envelope.',
    story: ['For people who are hard to buy a bowl for. Valid for five years, in parts if they like. Write the name and a line into the note when you check out; we copy it by hand.'],
    facts: [['Valid', 'Five years from the day of purchase'], ['Sent', 'By post, within one working day']], care: 'Keep it somewhere other than the tea tin.',
    finishWord: 'Colour', finishes: [glazes.tide, glazes.ember, glazes.sage],
    sizeWord: 'Amount', sizes: [
      { id: '25', name: '€25', price: 2500, measures: 'Card 15 × 10 cm' },
      { id: '50', name: '€50', price: 5000, measures: 'Card 15 × 10 cm' },
      { id: '100', name: '€100', price: 10_000, measures: 'Card 15 × 10 cm' },
    ],
    shelf: {}, usual: 99, empty: 'made to order', also: 'voucher present coupon',
    tone: 'sand', horizon: 0,
    draw: (sheet, colour) => giftCard(sheet, colour),
  },
]
