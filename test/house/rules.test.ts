import { expect, it } from 'vitest'
import { notYetProved } from './not-yet-proved.ts'
import { ruleIds } from './rules.ts'
import { sources } from './sources.ts'
import { named, proved, titlesOf } from './titles.ts'

const titles = sources
  .filter(({ path }) => /\.test\.tsx?$/.test(path) && !path.startsWith('test/house/'))
  .flatMap(titlesOf)
const provedIds = new Set(titles.flatMap(({ title }) => proved(title)))

it('names only rules that exist', () => {
  const strange = titles.filter(({ title }) => named(title).some((id) => !ruleIds.includes(id)))
  expect(strange).toEqual([])
  expect(notYetProved.filter((id) => !ruleIds.includes(id))).toEqual([])
})

it('proves every rule that is not known to be without proof', () => {
  const unproved = ruleIds.filter((id) => !provedIds.has(id))
  expect(
    unproved.filter((id) => !notYetProved.includes(id)),
    'rules whose proof is gone (a title begins with the id of the rule it proves)',
  ).toEqual([])
})

it('keeps the list of unproved rules shrinking', () => {
  expect(
    notYetProved.filter((id) => provedIds.has(id)),
    'now proved: remove these from test/house/not-yet-proved.ts',
  ).toEqual([])
  console.info(`${provedIds.size} of ${ruleIds.length} rules proved. Not yet: ${notYetProved.join(' ') || 'none'}`)
})

it('reads titles as people write them', () => {
  const text = `
    it('T-2c joins; R-5a, but not by P-7', () => {})
    test.each([['W-9 no title']])("S-1, S-2 and R-14b %s", () => {})
    it.each\`a\`(\`M-4 \${'x'} D-2\`, () => {})
    describe('P-1 not a test', () => it('says W-1 by the way', () => {}))
  `
  const found = titlesOf({ path: 'a.test.ts', text })
  expect(found.flatMap(({ title }) => proved(title))).toEqual(['T-2', 'R-5', 'S-1', 'S-2', 'R-14', 'M-4'])
  expect(found.flatMap(({ title }) => named(title))).toEqual([
    'T-2',
    'R-5',
    'P-7',
    'S-1',
    'S-2',
    'R-14',
    'M-4',
    'D-2',
    'W-1',
  ])
})
