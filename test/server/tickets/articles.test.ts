import { expect, it } from 'vitest'
import { articleBlocks } from '../../../server/protocol/article-text.ts'
import { articleIn, inOrder, shownArticles } from '../../../server/tickets/articles.ts'

const id = '00000000-0000-4000-8000-000000000001'
const inLanguages = (...languages: ('en' | 'de' | 'pt' | 'ar')[]) => ({
  id,
  texts: Object.fromEntries(languages.map((one) => [one, { title: one, text: '' }])),
})

it('W-14 an article is read in one’s own language, else in English, else in what there is', () => {
  expect(articleIn('de', inLanguages('en', 'de'))?.title).toBe('de')
  expect(articleIn('ar', inLanguages('pt', 'en'))?.title).toBe('en')
  expect(articleIn('ar', inLanguages('pt'))).toEqual({ id, language: 'pt', title: 'pt', text: '' })
  expect(articleIn('ar', inLanguages())).toBeNull()
})

it('W-14 nobody reads a draft', () => {
  const both = [true, false].map((published) => ({ ...inLanguages('en'), published, version: 1 }))
  expect(shownArticles('en', both)).toHaveLength(1)
})

it('W-14 those who sort lose none that came meanwhile, and bring back none that was deleted', () => {
  expect(inOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'b'])
  expect(inOrder(['a', 'b', 'new'], ['b', 'gone', 'b', 'a'])).toEqual(['b', 'a', 'new'])
})

it('W-14 markup: paragraphs, headings, lists, bold, links', () => {
  const text = 'One\nline\n\n# Head **ing**\n- a\n- [b](https://b.example/x)\n1. first\n2) second\nEnd'
  expect(articleBlocks(text)).toEqual([
    { kind: 'paragraph', spans: [{ kind: 'text', text: 'One\nline' }] },
    {
      kind: 'heading',
      spans: [
        { kind: 'text', text: 'Head ' },
        { kind: 'bold', text: 'ing' },
      ],
    },
    {
      kind: 'bullets',
      items: [[{ kind: 'text', text: 'a' }], [{ kind: 'link', text: 'b', href: 'https://b.example/x' }]],
    },
    { kind: 'numbers', items: [[{ kind: 'text', text: 'first' }], [{ kind: 'text', text: 'second' }]] },
    { kind: 'paragraph', spans: [{ kind: 'text', text: 'End' }] },
  ])
})

it.each([
  '[x](javascript:alert(1))',
  '[x](//evil.example)',
  '[x]( https://a.example)',
  '<img src=x onerror=alert(1)>',
  '**',
  '# ',
])('W-14 what is no markup of ours stays plain text: %s', (text) => {
  expect(articleBlocks(text)).toEqual([{ kind: 'paragraph', spans: [{ kind: 'text', text: text.trim() }] }])
})

it('W-14 reads the longest text that may be saved without growing slow', () => {
  for (const piece of ['**', '[', '[a](', '# ', '- ', '**a', '[a](https://', '\n']) {
    expect(articleBlocks(piece.repeat(10_000 / piece.length)).length).toBeLessThanOrEqual(5_000)
  }
})
