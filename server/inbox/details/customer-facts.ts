import type { Moments } from '../moments.ts'

/** A language's name in the reader's language; the tag itself where nobody knows it. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const languages = `
  ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk ur vi zh`
  .trim()
  .split(/\s+/)

/** Languages to choose from, and the one that is chosen. */
export const knownLanguages = (chosen: string | null): string[] =>
  chosen === null || languages.includes(chosen) ? languages : [chosen, ...languages]

/** The customer's clock, as in “17:24, Amsterdam”; the zone's name alone where this browser does not know it. */
export function localTime(zone: string, now: number, moments: Moments): string {
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  try {
    return `${moments.time(now, zone)}, ${place}`
  } catch {
    return place
  }
}
