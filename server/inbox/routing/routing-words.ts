import type { Language } from '../language.ts'
import { usePage } from '../page.ts'
import { routingDe } from '../words/routing.de.ts'
import { routingEn, type RoutingWords } from '../words/routing.en.ts'
import { routingPt } from '../words/routing.pt.ts'

const dictionaries: Record<Language, RoutingWords> = { en: routingEn, de: routingDe, pt: routingPt }

/** The words of the page that says who gets a ticket; only who opens it loads them. */
export const useRoutingWords = () => dictionaries[usePage().language.language.value]
