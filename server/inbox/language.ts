import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Kept } from './storage.ts'
import { de } from './words/de.ts'
import { en, type Words } from './words/en.ts'
import { pt } from './words/pt.ts'

export const languages = { en: 'English', de: 'Deutsch', pt: 'Português' } as const
export type Language = keyof typeof languages
const dictionaries: Record<Language, Words> = { en, de, pt }
const key = 'hub.language'

function isLanguage(code: string | null | undefined): code is Language {
  return code != null && Object.hasOwn(dictionaries, code)
}

/** The first of a browser's languages that has a dictionary, else English. */
export function bestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const code = tag.toLowerCase().split('-')[0]
    if (isLanguage(code)) return code
  }
  return 'en'
}

export type LanguageSwitch = {
  language: ReadonlySignal<Language>
  words: ReadonlySignal<Words>
  /** For dates and numbers: the browser's own tag where it is of the chosen language (de-AT, en-GB). */
  locale: ReadonlySignal<string>
  choose(language: Language): void
}

/** The page's language: the browser's, or the one chosen in the user menu and kept in this browser. */
export function createLanguage(wanted: readonly string[], root: HTMLElement, storage: Kept): LanguageSwitch {
  const kept = storage.getItem(key)
  const language = signal(isLanguage(kept) ? kept : bestLanguage(wanted))
  root.lang = language.peek()
  return {
    language,
    words: computed(() => dictionaries[language.value]),
    locale: computed(() => wanted.find((tag) => tag.toLowerCase().startsWith(language.value)) ?? language.value),
    choose(code) {
      language.value = code
      storage.setItem(key, code)
      root.lang = code
    },
  }
}
