import { isRemote, type Section } from '../route.ts'
import type { Words } from '../words/en.ts'

/** What a section of the settings is called. */
export function sectionName(section: Section, { settings, composing, teamsPage, preferences, channel }: Words): string {
  if (isRemote(section)) return channel[section]
  return {
    me: preferences.title,
    macros: composing.macros,
    general: settings.general,
    install: settings.install,
    articles: settings.articles,
    texts: settings.texts,
    notifications: settings.notifications,
    members: settings.members,
    teams: teamsPage.title,
    assignment: settings.assignment,
    'web-chat': settings.webChat,
    'what-if': settings.whatIf,
  }[section]
}
