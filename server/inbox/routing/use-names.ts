import type { Known } from '../../protocol/routing-lacks.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import type { Names } from './rule-said.ts'

/** Languages a rule may name, as pages name them. */
export const languages = [
  'ar',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'he',
  'hi',
  'hr',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lt',
  'lv',
  'nb',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sl',
  'sr',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
] as const

/** What there is for rules to name, kept live: what is removed is gone from here at once. */
export function useNames(): Names & { known: Known } {
  const { desk } = useScreen()
  const { language } = usePage()
  const { channel } = useWords()
  const teams = desk.filing.teams.value
  const tags = desk.filing.tags.value
  const members = desk.team.value
  const called = new Intl.DisplayNames([language.language.value], { type: 'language' })
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id))
  return {
    teams,
    tags,
    members,
    channel,
    language: (code) => called.of(code) ?? code,
    known: { teams: ids(teams), tags: ids(tags), members: ids(members) },
  }
}
