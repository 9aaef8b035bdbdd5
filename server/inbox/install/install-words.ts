import type { Language } from '../language.ts'
import { usePage, useWords } from '../page.ts'
import { installDe } from '../words/install.de.ts'
import { installEn } from '../words/install.en.ts'
import { installPt } from '../words/install.pt.ts'

const dictionaries: Record<Language, typeof installEn> = { en: installEn, de: installDe, pt: installPt }

/** The words of the Install page; only who opens it loads these. */
export function useInstallWords() {
  return { ...useWords(), ...dictionaries[usePage().language.language.value] }
}
