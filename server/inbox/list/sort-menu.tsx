import type { ListChoice } from '../../protocol/list-filter.ts'
import { sorts } from '../../protocol/list-names.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import type { InboxRoute } from '../route.ts'
import { chosen } from './shown-view.ts'

/** S-5, S-11: the order of the list, and whether it stands channel by channel. */
export function SortMenu({ route }: { route: InboxRoute }) {
  const words = useWords()
  const { router } = usePage()
  const { desk } = useScreen()
  const shown = desk.shown.value
  const { choice } = shown
  const change = (part: Partial<ListChoice>) => router.go({ ...route, choice: chosen(shown, { ...choice, ...part }) })
  const { filters } = words
  const now = filters.sort[choice.sort]
  return (
    <Menu
      kind={`button icon-only${choice.sort !== 'newest' || choice.grouped ? ' on' : ''}`}
      label={`${words.list.sort}: ${now}`}
      title={now}
      button={<Icon name="sort" />}
    >
      {(close) => (
        <>
          {sorts.map((sort) => (
            <MenuItem
              key={sort}
              checked={sort === choice.sort}
              end={sort === choice.sort && <Icon name="check" small />}
              onPick={() => {
                close()
                change({ sort })
              }}
            >
              {filters.sort[sort]}
            </MenuItem>
          ))}
          <hr />
          <MenuItem
            toggled={choice.grouped}
            end={choice.grouped && <Icon name="check" small />}
            onPick={() => {
              close()
              change({ grouped: !choice.grouped })
            }}
          >
            {filters.group}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
