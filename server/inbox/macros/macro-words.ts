import type { Language } from '../language.ts'
import { usePage } from '../page.ts'
import { macrosDe } from '../words/macros.de.ts'
import { macrosEn } from '../words/macros.en.ts'
import { macrosPt } from '../words/macros.pt.ts'

export type MacroWords = typeof macrosEn

const dictionaries: Record<Language, MacroWords> = { en: macrosEn, de: macrosDe, pt: macrosPt }

/** The words of macros in a reply: they come with the parts that say them. */
export function useMacroWords(): MacroWords {
  return dictionaries[usePage().language.language.value]
}
