import { describe, expect, it } from 'vitest'
import { createLanguage, firstWords, type Language, loadWords } from '../../server/inbox/language.ts'
import { de } from '../../server/inbox/words/de.ts'
import { en, type Words } from '../../server/inbox/words/en.ts'
import { pt } from '../../server/inbox/words/pt.ts'
import { fakeStorage } from './fake-link.ts'

const noWords = () => Promise.reject(new Error('no network'))

/** A dictionary that comes when the test lets it. */
function slow() {
  const waiting = new Map<Language, (words: Words) => void>()
  return {
    load: (language: Language) => new Promise<Words>((resolve) => void waiting.set(language, resolve)),
    come: (language: Language, words: Words) => waiting.get(language)?.(words),
  }
}

describe('the page’s language', () => {
  it('begins in the kept one, else in the browser’s, with its own words', async () => {
    expect(await firstWords(['pt-BR', 'en'], fakeStorage())).toEqual({ language: 'pt', words: pt })
    expect(await firstWords(['pt-BR'], fakeStorage({ 'hub.language': 'de' }))).toEqual({ language: 'de', words: de })
    expect((await firstWords(['fr'], fakeStorage({ 'hub.language': 'constructor' }))).language).toBe('en')
  })

  it('loads the words of that language only', async () => {
    const asked: Language[] = []
    await firstWords(['de-AT'], fakeStorage(), (language) => {
      asked.push(language)
      return loadWords(language)
    })
    expect(asked).toEqual(['de'])
  })

  it('is English where the words do not come', async () => {
    const first = await firstWords(['de'], fakeStorage(), (code) => (code === 'de' ? noWords() : loadWords(code)))
    expect(first).toEqual({ language: 'en', words: en })
    await expect(firstWords(['de'], fakeStorage(), noWords)).rejects.toThrow('no network')
  })

  it('stays as it is until the words of the other are here, and never says half of both', async () => {
    const root = document.createElement('html')
    const { load, come } = slow()
    const storage = fakeStorage()
    const spoken = createLanguage({ language: 'en', words: en }, ['en-GB', 'de-AT'], root, storage, load)
    const chosen = spoken.choose('de')
    expect([spoken.language.value, spoken.words.value.cancel, root.lang]).toEqual(['en', en.cancel, 'en'])
    come('de', de)
    expect(await chosen).toBe(true)
    expect([spoken.language.value, spoken.words.value.cancel, root.lang]).toEqual(['de', de.cancel, 'de'])
    expect([spoken.locale.value, storage.kept.get('hub.language')]).toEqual(['de-AT', 'de'])
  })

  it('is the last one chosen, whichever comes first', async () => {
    const { load, come } = slow()
    const root = document.createElement('html')
    const spoken = createLanguage({ language: 'en', words: en }, ['en'], root, fakeStorage(), load)
    const both = [spoken.choose('de'), spoken.choose('pt')]
    come('pt', pt)
    come('de', de)
    await Promise.all(both)
    expect(spoken.language.value).toBe('pt')
  })

  it('is kept where the other cannot be loaded, and says so', async () => {
    const root = document.createElement('html')
    const storage = fakeStorage()
    const spoken = createLanguage({ language: 'en', words: en }, ['en'], root, storage, noWords)
    expect(await spoken.choose('de')).toBe(false)
    expect([spoken.language.value, storage.kept.size]).toEqual(['en', 0])
  })
})
