import { views } from '../../protocol/views.ts'
import { channelIcon } from '../parts/icon.tsx'
import { isRemote, ownSection, savedRoute, sections, viewRoute } from '../route.ts'
import { sectionName } from '../settings/section-names.ts'
import { maySee } from '../settings/who-may.ts'
import { viewIcons } from '../shell/nav.tsx'
import type { Command, Source } from './command.ts'

/** To every view, built in or saved, and to every section of the settings that this agent may open (D-7). */
export const goCommands: Source = ({ page, screen, words }) => {
  const { role } = screen.desk.me.value
  const command = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id,
    group: 'go',
    title,
    also: words.palette.goTo,
    icon,
    run,
  })
  return [
    ...views.map((view) =>
      command(`go.${view}`, words.nav[view], viewIcons[view], () => page.router.go(viewRoute(view))),
    ),
    ...(screen.desk.savedViews.views.value ?? []).map(({ id, name }) =>
      command(`go.${id}`, name, 'filter', () => page.router.go(savedRoute(id))),
    ),
    ...sections
      .filter((section) => maySee(role, section))
      .map((section) => {
        const name = sectionName(section, words)
        const title = section === ownSection ? name : words.palette.settings(name)
        const icon = isRemote(section) ? channelIcon[section] : 'gear'
        return command(`settings.${section}`, title, icon, () => page.router.go({ page: 'settings', section }))
      }),
  ]
}
