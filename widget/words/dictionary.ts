import { words as english } from './en.ts'
import type { Words } from './words.ts'

// English comes with the hub; the others when a page speaks them.
const others: Record<string, () => Promise<{ words: Words }>> = {
  de: () => import('./de.ts'),
  pt: () => import('./pt.ts'),
  ar: () => import('./ar.ts'),
}

/**
 * The words for a page's language, English where we do not speak it or cannot load it. `locale` keeps the page's region
 * as long as it is the language we speak: it decides how times look.
 */
export async function wordsFor(locale: string): Promise<{ words: Words; language: string; locale: string }> {
  const language = locale.slice(0, 2).toLowerCase()
  try {
    const loaded = await others[language]?.()
    if (loaded) return { words: loaded.words, language, locale: new Intl.Locale(locale).baseName }
  } catch {
    // English is better than no drawer.
  }
  return { words: english, language: 'en', locale: language === 'en' ? locale : 'en' }
}
