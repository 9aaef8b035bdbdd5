import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { type InboxRoute, type Sort, statuses, usualStatus } from '../route.ts'

const sorts: readonly Sort[] = ['newest', 'oldest']

/** S-6: status and unread; and the order. They stand in the address, so that a filtered view can be shared. */
export function Filters({ route }: { route: InboxRoute }) {
  const words = useWords()
  const { router } = usePage()
  const change = (part: Partial<InboxRoute>) => router.go({ ...route, ...part })
  const usual = route.status === usualStatus(route.view)
  return (
    <div class="filters" role="group" aria-label={words.list.filterStatus}>
      <Menu
        kind={`filter${usual ? '' : ' on'}`}
        align="start"
        title={words.list.filterStatus}
        button={
          <>
            {words.status[route.status]}
            <Icon name="down" small />
          </>
        }
      >
        {(close) =>
          statuses.map((status) => (
            <MenuItem
              key={status}
              checked={status === route.status}
              end={status === route.status && <Icon name="check" small />}
              onPick={() => {
                close()
                change({ status })
              }}
            >
              {words.status[status]}
            </MenuItem>
          ))
        }
      </Menu>
      <button
        type="button"
        class={`filter${route.unread ? ' on' : ''}`}
        aria-pressed={route.unread}
        onClick={() => change({ unread: !route.unread })}
      >
        <span class="dot" />
        {words.list.onlyUnread}
      </button>
      <span class="grow" />
      <Menu
        kind="button icon-only small"
        label={`${words.list.sort}: ${words.list[route.sort]}`}
        title={words.list[route.sort]}
        button={<Icon name="sort" small />}
      >
        {(close) =>
          sorts.map((sort) => (
            <MenuItem
              key={sort}
              checked={sort === route.sort}
              end={sort === route.sort && <Icon name="check" small />}
              onPick={() => {
                close()
                change({ sort })
              }}
            >
              {words.list[sort]}
            </MenuItem>
          ))
        }
      </Menu>
    </div>
  )
}
