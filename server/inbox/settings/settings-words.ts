import type { Language } from '../language.ts'
import { usePage, useWords } from '../page.ts'
import type { Words } from '../words/en.ts'
import { automationDe } from '../words/automation.de.ts'
import { byItselfDe } from '../words/by-itself.de.ts'
import { byItselfEn } from '../words/by-itself.en.ts'
import { byItselfPt } from '../words/by-itself.pt.ts'
import { hubPagesDe } from '../words/hub-pages.de.ts'
import { settingsPageDe } from '../words/settings-page.de.ts'
import { automationEn } from '../words/automation.en.ts'
import { hubPagesEn } from '../words/hub-pages.en.ts'
import { settingsPageEn } from '../words/settings-page.en.ts'
import { automationPt } from '../words/automation.pt.ts'
import { hubPagesPt } from '../words/hub-pages.pt.ts'
import { settingsPagePt } from '../words/settings-page.pt.ts'
import { whatIfDe } from '../words/what-if.de.ts'
import { whatIfEn } from '../words/what-if.en.ts'
import { whatIfPt } from '../words/what-if.pt.ts'
import { notificationsDe } from '../words/notifications.de.ts'
import { notificationsEn } from '../words/notifications.en.ts'
import { notificationsPt } from '../words/notifications.pt.ts'

type Own = typeof settingsPageEn &
  typeof whatIfEn &
  typeof hubPagesEn &
  typeof automationEn &
  typeof byItselfEn &
  typeof notificationsEn
export type SettingsWords = Words & Own

const dictionaries: Record<Language, Own> = {
  en: { ...settingsPageEn, ...whatIfEn, ...hubPagesEn, ...automationEn, ...byItselfEn, ...notificationsEn },
  de: { ...settingsPageDe, ...whatIfDe, ...hubPagesDe, ...automationDe, ...byItselfDe, ...notificationsDe },
  pt: { ...settingsPagePt, ...whatIfPt, ...hubPagesPt, ...automationPt, ...byItselfPt, ...notificationsPt },
}

/** All words of the settings: those of the page, and their own, which only who opens them loads. */
export function useSettingsWords(): SettingsWords {
  const words = useWords()
  return { ...words, ...dictionaries[usePage().language.language.value] }
}
