import { channelIcon } from '../parts/icon.tsx'
import { isRemote, type Section, sections, viewRoute, ownSection } from '../route.ts'
import { maySet, viewIcons } from '../shell/nav.tsx'
import { views } from '../../protocol/views.ts'
import type { Words } from '../words/en.ts'
import type { Source } from './command.ts'

/** To every view, and to every section of the settings that this agent may open (D-7). */
export const goCommands: Source = ({ page, screen, words }) => {
  const all = maySet(screen.desk.me.value.role)
  return [
    ...views.map((view) => ({
      id: `go.${view}`,
      group: 'go' as const,
      title: words.nav[view],
      also: words.palette.goTo,
      icon: viewIcons[view],
      run: () => page.router.go(viewRoute(view)),
    })),
    ...sections
      .filter((section) => all || section === ownSection)
      .map((section) => ({
        id: `settings.${section}`,
        group: 'go' as const,
        title: section === ownSection ? words.preferences.title : words.palette.settings(sectionName(section, words)),
        also: `${words.palette.goTo} ${words.nav.settings}`,
        icon: isRemote(section) ? channelIcon[section] : ('gear' as const),
        run: () => page.router.go({ page: 'settings', section }),
      })),
  ]
}

/** How the settings call a section. */
export function sectionName(section: Section, { settings, channel, preferences }: Words): string {
  if (isRemote(section)) return channel[section]
  return {
    me: preferences.title,
    general: settings.general,
    members: settings.members,
    'web-chat': settings.webChat,
    'what-if': settings.whatIf,
  }[section]
}
