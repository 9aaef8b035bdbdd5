import { expect, it } from 'vitest'
import { hubTextProblems } from '../../../server/tickets/hub-texts.ts'
import { words } from '../../../widget/words/en.ts'
import { laterWords } from '../../../widget/words/later.en.ts'
import { sentences } from '../../../widget/words/sentences.ts'
import { tabWords } from '../../../widget/words/tabs.en.ts'
import { marksOf } from '../../../server/protocol/text-marks.ts'

it('W-13 a wording of the merchant’s own keeps the marks of the sentence, in whatever order', () => {
  expect(hubTextProblems({ en: { back: 'At {time} {day}', orders: 'Purchases' }, de: {} })).toEqual([])
  const wrong = { back: 'Back {day}', greetBy: '{greeting}, {name} {surname}', home: 'At {day}' }
  expect(hubTextProblems({ pt: wrong })).toEqual(
    Object.keys(wrong).map((name) => ({ path: `hub.texts.pt.${name}`, code: 'marks_differ' })),
  )
})

it('W-13 says something, of a sentence that there is', () => {
  expect(hubTextProblems({ ar: { home: ' ', nothing: 'x', constructor: 'x' } })).toEqual([
    { path: 'hub.texts.ar.home', code: 'missing' },
    { path: 'hub.texts.ar.nothing', code: 'invalid' },
    { path: 'hub.texts.ar.constructor', code: 'invalid' },
  ])
})

it('W-13 all languages say the same sentences, with the same marks', () => {
  const { en, ...others } = sentences
  for (const words of Object.values(others)) {
    expect(Object.keys(words).toSorted()).toEqual(Object.keys(en).toSorted())
    const marks = (of: Record<string, string>) =>
      Object.fromEntries(Object.entries(of).map(([name, text]) => [name, marksOf(text)]))
    expect(marks(words)).toEqual(marks(en))
  }
})

it('W-13 no two sentences of the hub share a name, or a wording would stand in two places', () => {
  const parts = [words, tabWords, laterWords]
  expect(parts.flatMap((part) => Object.keys(part)).toSorted()).toEqual(Object.keys(sentences.en).toSorted())
})
