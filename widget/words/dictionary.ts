import type { PublicSettings } from '../../server/protocol/public-settings.ts'
import { words as english } from './en.ts'
import type { Words } from './words.ts'

// English comes with the hub; the others when a page speaks them.
const others: Record<string, () => Promise<{ words: Words }>> = {
  de: () => import('./de.ts'),
  pt: () => import('./pt.ts'),
  ar: () => import('./ar.ts'),
}

/** `texts`: what the merchant has worded anew in this language; the words hold it already. */
export type Spoken = { words: Words; texts: Partial<Words>; language: string; locale: string }

/**
 * The words for a page's language, English where we do not speak it or cannot load it. `locale` decides how times look:
 * it is the page's as long as that is the language we speak, with the shopper's own region where the page names none.
 */
export async function wordsFor(named: string, { texts }: Pick<PublicSettings, 'texts'>, base: string): Promise<Spoken> {
  // Some write `de_AT`.
  const page = named.trim().replaceAll('_', '-')
  const language = page.slice(0, 2).toLowerCase()
  const own = navigator.languages.find((one) => one.toLowerCase().startsWith(`${page.toLowerCase()}-`))
  const locale = knownLocale(own ?? page) ?? language
  try {
    const loaded = await others[language]?.()
    if (loaded) return anew({ words: loaded.words, texts: {}, language, locale })
  } catch {
    // English is better than no drawer.
  }
  return anew({ words: english, texts: {}, language: 'en', locale: language === 'en' ? locale : 'en' })

  async function anew(spoken: Spoken): Promise<Spoken> {
    if (!texts.some((one) => one === spoken.language)) return spoken
    try {
      const answer = await fetch(`${base}api/hub/texts/${spoken.language}`)
      const said: unknown = await answer.json()
      return isTexts(said) ? { ...spoken, texts: said.texts, words: { ...spoken.words, ...said.texts } } : spoken
    } catch {
      // Our own words say the same.
      return spoken
    }
  }
}

/** As times and numbers are written by; null where nobody writes like that. */
function knownLocale(name: string): string | null {
  try {
    return new Intl.Locale(name).baseName
  } catch {
    return null
  }
}

/** Our own desk's answer: there, or not. */
const isTexts = (said: unknown): said is { texts: Partial<Words> } =>
  !!said && typeof said === 'object' && 'texts' in said
