import type { Language } from '../language.ts'
import { usePage, useWords } from '../page.ts'
import type { Words } from '../words/en.ts'
import { settingsPageDe } from '../words/settings-page.de.ts'
import { settingsPageEn } from '../words/settings-page.en.ts'
import { settingsPagePt } from '../words/settings-page.pt.ts'
import { whatIfDe } from '../words/what-if.de.ts'
import { whatIfEn } from '../words/what-if.en.ts'
import { whatIfPt } from '../words/what-if.pt.ts'

type Own = typeof settingsPageEn & typeof whatIfEn
export type SettingsWords = Words & Own

const dictionaries: Record<Language, Own> = {
  en: { ...settingsPageEn, ...whatIfEn },
  de: { ...settingsPageDe, ...whatIfDe },
  pt: { ...settingsPagePt, ...whatIfPt },
}

/** All words of the settings: those of the page, and their own, which only who opens them loads. */
export function useSettingsWords(): SettingsWords {
  const words = useWords()
  return { ...words, ...dictionaries[usePage().language.language.value] }
}
