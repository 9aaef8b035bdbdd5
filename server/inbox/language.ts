import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Kept } from './storage.ts'
import type { Words } from './words/en.ts'

export const languages = { en: 'English', de: 'Deutsch', pt: 'Português' } as const
export type Language = keyof typeof languages
export const languageCodes = Object.keys(languages).filter(isLanguage)

/** Each dictionary is a file of its own, loaded when somebody speaks it: nobody waits for sentences they never read. */
const dictionaries: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./words/en.ts')).en,
  de: async () => (await import('./words/de.ts')).de,
  pt: async () => (await import('./words/pt.ts')).pt,
}
export const loadWords = (language: Language): Promise<Words> => dictionaries[language]()

const key = 'hub.language'

function isLanguage(code: string | null | undefined): code is Language {
  return code != null && Object.hasOwn(languages, code)
}

/** The first of a browser's languages that has a dictionary, else English. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0]
    if (isLanguage(code)) return code
  }
  return 'en'
}

export type Spoken = { language: Language; words: Words }

/**
 * The language to begin with, with its words: the one chosen in the user menu and kept in this browser, else the
 * browser's. English stands in for a dictionary that does not come; nothing is drawn before one is here.
 */
export async function firstWords(wanted: readonly string[], storage: Kept, load = loadWords): Promise<Spoken> {
  const kept = storage.getItem(key)
  const language = isLanguage(kept) ? kept : bestLanguage(wanted)
  try {
    return { language, words: await load(language) }
  } catch {
    return { language: 'en', words: await load('en') }
  }
}

export type LanguageSwitch = {
  language: ReadonlySignal<Language>
  words: ReadonlySignal<Words>
  /** For dates and numbers: the browser's own tag where it is of the chosen language (de-AT, en-GB). */
  locale: ReadonlySignal<string>
  /** Speaks it as soon as its words are here, until then as before; false where they do not come. */
  choose(language: Language): Promise<boolean>
}

/** The page's language; `first` is what it begins with. */
export function createLanguage(
  first: Spoken,
  wanted: readonly string[],
  root: HTMLElement,
  storage: Kept,
  load = loadWords,
): LanguageSwitch {
  const spoken = signal(first)
  root.lang = first.language
  let asked = first.language
  return {
    language: computed(() => spoken.value.language),
    words: computed(() => spoken.value.words),
    locale: computed(() => {
      const { language } = spoken.value
      return wanted.find((tag) => tag.toLowerCase().startsWith(language)) ?? language
    }),
    async choose(language) {
      asked = language
      const words = await load(language).catch(() => null)
      // Somebody changed their mind while it was on its way.
      if (asked !== language) return true
      if (words === null) return false
      spoken.value = { language, words }
      storage.setItem(key, language)
      root.lang = language
      return true
    },
  }
}
