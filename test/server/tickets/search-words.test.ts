import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold, partsOf, searchWords, snippetOf, spansOf } from '../../../server/protocol/search-words.ts'

const marked = (text: string, ...words: string[]) =>
  partsOf(text, spansOf(text, words))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join('')

it('S-6 takes the words out of a search, and leaves what is none', () => {
  expect(searchWords('  Où est  #4711 ?! & % дом ')).toEqual(['Où', 'est', '#4711', 'дом'])
})

it('S-6 marks words whatever their case and accents, only the last one as a beginning', () => {
  expect(marked('Grüße aus GRUSSELN, gruß', 'grus')).toBe('[Grüß]e aus [GRUS]SELN, [gruß]')
  expect(marked('one ones once', 'one', 'onc')).toBe('[one] ones [onc]e')
  expect(marked('Smørrebrød og Zoë', 'smorrebrod', 'zoe')).toBe('[Smørrebrød] og [Zoë]')
  expect(marked('👋🏽 Ünï 𝒳 code', 'uni')).toBe('👋🏽 [Ünï] 𝒳 code')
  expect(marked('unmarked', 'mark')).toBe('unmarked')
})

it('S-6 shows the piece around the first hit', () => {
  const long = `${'filler '.repeat(60)}the needle ${'after '.repeat(60)}`
  const text = snippetOf(long, ['needle'])
  expect(text.some((part) => part.hit && part.text === 'needle')).toBe(true)
  expect(text.map((part) => part.text).join('').length).toBeLessThan(180)
  expect(text[0]?.text.startsWith('… ')).toBe(true)
  expect(snippetOf('nothing of it', ['needle'])).toEqual([{ text: 'nothing of it', hit: false }])
})

it('S-6 parts are the whole text again, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 3 })),
      (text, words) => {
        const parts = partsOf(text, spansOf(text, words))
        expect(parts.map((part) => part.text).join('')).toBe(text)
        const folds = words.map(fold)
        const hits = parts.filter((part) => part.hit)
        expect(hits.every((part) => folds.some((word) => fold(part.text).includes(word)))).toBe(true)
      },
    ),
  )
})
