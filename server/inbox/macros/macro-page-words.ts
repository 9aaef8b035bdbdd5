import type { Language } from '../language.ts'
import { usePage } from '../page.ts'
import { macrosPageDe } from '../words/macros-page.de.ts'
import { macrosPageEn } from '../words/macros-page.en.ts'
import { macrosPagePt } from '../words/macros-page.pt.ts'
import { useMacroWords } from './macro-words.ts'

const dictionaries: Record<Language, typeof macrosPageEn> = { en: macrosPageEn, de: macrosPageDe, pt: macrosPagePt }

/** All words of macros; only who opens their page loads these. */
export function useMacroPageWords() {
  return { ...useMacroWords(), ...dictionaries[usePage().language.language.value] }
}
