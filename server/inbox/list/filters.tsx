import './filters.css'
import type { ListChoice } from '../../protocol/list-filter.ts'
import { statusFilters } from '../../protocol/list-names.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { Menu, MenuItem } from '../parts/menu.tsx'
import type { InboxRoute } from '../route.ts'
import { chipsOf } from './filter-chips.ts'
import { FilterPanel } from './filter-panel.tsx'
import { type Asking, SaveLink } from './save-link.tsx'
import { chosen, isChanged } from './shown-view.ts'
import { isFiltered, usualChoice, usualStatus } from './list-choice.ts'

/** S-6: what is filtered, as far as it is on one chip each. It stands in the address, so that a filtered view can be shared. */
export function Filters({ route, asking }: { route: InboxRoute; asking: Asking }) {
  const words = useWords()
  const { router } = usePage()
  const { desk } = useScreen()
  const shown = desk.shown.value
  const { view, choice } = shown
  const { filters } = words
  const change = (part: Partial<ListChoice>) => router.go({ ...route, choice: chosen(shown, { ...choice, ...part }) })
  const chips = chipsOf(choice, { names: desk.filterNames.names.value, team: desk.team.value }, words)
  return (
    <div class="filters" role="group" aria-label={filters.label}>
      <Menu
        kind={`filter${choice.status === usualStatus(view) ? '' : ' on'}`}
        align="start"
        title={words.list.filterStatus}
        button={
          <>
            {words.status[choice.status]}
            <Icon name="down" small />
          </>
        }
      >
        {(close) =>
          statusFilters.map((status) => (
            <MenuItem
              key={status}
              checked={status === choice.status}
              end={status === choice.status && <Icon name="check" small />}
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
        class={`filter marked${choice.read === 'unread' ? ' on' : ''}`}
        aria-pressed={choice.read === 'unread'}
        onClick={() => change({ read: choice.read === 'unread' ? 'any' : 'unread' })}
      >
        <span class="dot" />
        {words.list.onlyUnread}
      </button>
      <FilterPanel view={view} choice={choice} on={chips.length} change={change} />
      {(chips.length > 0 || isChanged(shown) || isFiltered(choice, view)) && (
        <div class="filter-chips">
          {chips.map(({ key, text, gone, without }) => (
            <button
              key={key}
              type="button"
              class={`filter on chip-off${gone ? ' gone' : ''}`}
              aria-label={filters.remove(text)}
              title={filters.remove(text)}
              onClick={(event) => {
                toPanel(event.currentTarget)
                change(without)
              }}
            >
              {gone && <Icon name="warning" small />}
              <bdi class="cut">{text}</bdi>
              <Icon name="cross" small />
            </button>
          ))}
          {isFiltered(choice, view) && (
            <button
              type="button"
              class="link small-text"
              onClick={(event) => {
                toPanel(event.currentTarget)
                const { sort, grouped } = choice
                change({ ...usualChoice(view), sort, grouped })
              }}
            >
              {filters.clear}
            </button>
          )}
          <SaveLink asking={asking} />
        </div>
      )}
    </div>
  )
}

/** What is taken off takes its button along. */
const toPanel = (button: Element) => catchFocus(button.closest('.filters'), '.filter-root button')
