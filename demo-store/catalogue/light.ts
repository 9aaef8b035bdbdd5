import { chamberstick, lamp, pillar, tapers } from '../drawings/light.ts'
import { glazes, waxes } from './finishes.ts'
import type { Product } from './product.ts'

const burning = 'Cut the wick to half a centimetre, let the first burn reach the edge, and keep it away from curtains, cats and draughts.'

export const light: readonly Product[] = [
  {
    slug: 'beeswax-candle', name: 'Beeswax candle', category: 'light', isNew: true,
    line: 'Burns slowly, smells faintly of hay, and never smokes.',
    story: ['Poured from the wax of two beekeepers up the valley, nothing added. The honey kind keeps its colour; the ivory one was bleached by a month of sun.'],
    facts: [['Burns', '40 or 75 hours'], ['Wick', 'Cotton, no metal'], ['Made', 'Poured in Saltern Quay']], care: burning,
    finishWord: 'Wax', finishes: [waxes.honey, waxes.ivory],
    sizeWord: 'Size', sizes: [
      { id: '10', name: 'Small, 10 cm', price: 2400, measures: '7 cm across, 10 cm high' },
      { id: '16', name: 'Tall, 16 cm', price: 3400, measures: '7 cm across, 16 cm high' },
    ],
    shelf: { 'ivory.16': 4 }, usual: 22, empty: 'sold out', also: 'pillar wax honey bees',
    tone: 'dusk', horizon: 350,
    draw: (sheet, colour) => pillar(sheet, colour, 250, 398, 50, 132, false) + pillar(sheet, colour, 156, 424, 60, 226),
  },
  {
    slug: 'chamberstick', name: 'Chamberstick', category: 'light',
    line: 'For the walk to bed when the storm has taken the power.',
    story: ['A dish to catch the wax, a ring for one finger, a cup that takes any taper of 22 mm. Sailors had them in tin; ours are stoneware and stay where you put them.'],
    facts: [['Measures', '15 cm across, 7 cm high'], ['Takes', 'Tapers of 22 mm'], ['Made', 'Thrown by hand in Saltern Quay']], care: 'Pour hot water over it and the wax lifts off in one piece.',
    finishWord: 'Glaze', finishes: [glazes.charcoal, glazes.tide, glazes.oat],
    sizeWord: 'Size', sizes: [{ id: '15', name: '15 cm', price: 2600, measures: '15 cm across, 7 cm high' }],
    shelf: { 'oat.15': 3 }, usual: 12, empty: 'made to order', also: 'candle holder candlestick',
    tone: 'dusk', horizon: 352,
    draw: (sheet, colour) => chamberstick(sheet, colour, 186, 422),
  },
  {
    slug: 'tapers', name: 'Dipped tapers, box of six', category: 'light',
    line: 'Dipped twenty-six times, so they burn straight.',
    story: ['Each pair hangs over one wick and is cut apart when you light it. The colours come from the wax itself, not from a skin of paint.'],
    facts: [['Measures', '22 mm across, 25 cm long'], ['Burns', 'about 8 hours each'], ['Wax', '70 % beeswax, 30 % rapeseed']], care: burning,
    finishWord: 'Wax', finishes: [waxes.ivory, waxes.honey, waxes.tide, waxes.clay],
    sizeWord: 'Set', sizes: [{ id: '6', name: 'Box of six', price: 1800, measures: '25 cm long' }],
    shelf: { 'tide.6': 0 }, usual: 30, empty: 'sold out', also: 'candles dinner candle sticks',
    tone: 'sage', horizon: 0,
    draw: (sheet, colour) => tapers(sheet, colour),
  },
  {
    slug: 'table-lamp', name: 'Quay lamp', category: 'light',
    line: 'A stoneware foot, a linen shade, and the light of six o’clock.',
    story: ['The foot is thrown in one piece and weighted with sand. The shade is stretched by hand over a brass ring; the cord is cotton, two metres long, with a switch you can find in the dark.'],
    facts: [['Measures', '46 cm high, shade 32 cm across'], ['Bulb', 'E27, up to 9 W LED, not included'], ['Plugs', 'European or UK, we ask after you order']], care: 'Dust the shade with a soft brush. The foot likes a damp cloth.',
    finishWord: 'Glaze', finishes: [glazes.sage, glazes.tide, glazes.shell],
    sizeWord: 'Size', sizes: [{ id: '46', name: '46 cm', price: 14_800, measures: '46 cm high, shade 32 cm across' }],
    shelf: { 'tide.46': 2, 'shell.46': 1 }, usual: 4, empty: 'made to order', also: 'lamp lighting bedside shade',
    tone: 'dusk', horizon: 372,
    draw: (sheet, colour) => lamp(sheet, colour, 200, 440, 1.12),
  },
]
