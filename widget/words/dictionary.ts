import { words as english } from './en.ts'
import type { Words } from './words.ts'

// English comes with the hub; the others when a page speaks them.
const others: Record<string, () => Promise<{ words: Words }>> = {
  de: () => import('./de.ts'),
  pt: () => import('./pt.ts'),
  ar: () => import('./ar.ts'),
}

/**
 * The words for a page's language, English where we do not speak it or cannot load it. `locale` decides how times look:
 * it is the page's as long as that is the language we speak, with the shopper's own region where the page names none.
 */
export async function wordsFor(page: string): Promise<{ words: Words; language: string; locale: string }> {
  const language = page.slice(0, 2).toLowerCase()
  const own = navigator.languages.find((one) => one.startsWith(`${page.toLowerCase()}-`))
  const locale = own ?? page
  try {
    const loaded = await others[language]?.()
    if (loaded) return { words: loaded.words, language, locale: new Intl.Locale(locale).baseName }
  } catch {
    // English is better than no drawer.
  }
  return { words: english, language: 'en', locale: language === 'en' ? locale : 'en' }
}
