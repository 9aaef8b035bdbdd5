import { expect, it } from 'vitest'
import { linksIn, withShortLinks } from '../../../server/tickets/links.ts'

it.each([
  ['See https://shop.example/a?b=1#c.', ['https://shop.example/a?b=1#c']],
  ['(https://shop.example/a), https://shop.example/b!', ['https://shop.example/a', 'https://shop.example/b']],
  ['„https://shop.example/größe“ HTTP://SHOP.EXAMPLE', ['https://shop.example/größe', 'HTTP://SHOP.EXAMPLE']],
  ['https://shop.example/a https://shop.example/a', ['https://shop.example/a']],
  [
    'https://en.shop.example/Mug_(blue) (see https://shop.example/a_(b))',
    ['https://en.shop.example/Mug_(blue)', 'https://shop.example/a_(b)'],
  ],
  ['javascript:alert(1) shop.example https:// ftp://shop.example', []],
])('R-12 finds the links of %j', (text, links) => {
  expect(linksIn(text)).toEqual(links)
})

it('R-12 replaces each, also where one begins another', () => {
  const short = new Map([
    ['https://shop.example/a', 'https://d.example/1'],
    ['https://shop.example/ab', 'https://d.example/2'],
  ])
  expect(withShortLinks('https://shop.example/ab and https://shop.example/a.', short)).toBe(
    'https://d.example/2 and https://d.example/1.',
  )
})

it('R-12 never takes a short address, or the beginning of another one, for an address that was written', () => {
  const short = new Map([
    ['https://shop.example', 'https://d.example/1'],
    ['https://shop.example/a?size=38', 'https://shop.example/hub/l/2'],
  ])
  expect(
    withShortLinks('https://shop.example/a?size=38 https://shop.example:99999/b https://shop.example!', short),
  ).toBe('https://shop.example/hub/l/2 https://shop.example:99999/b https://d.example/1!')
})
