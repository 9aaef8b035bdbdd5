import './list-pane.css'
import { useSignal } from '@preact/signals'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Empty, useLate } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { type InboxRoute, viewRoute } from '../route.ts'
import { chipsOf } from './filter-chips.ts'
import { Filters } from './filters.tsx'
import { isFiltered } from './list-choice.ts'
import { Rows } from './rows.tsx'
import { type Asking } from './save-link.tsx'
import { SearchField } from './search-field.tsx'
import { LookedBack, SearchStatus } from './search-status.tsx'
import { SortMenu } from './sort-menu.tsx'
import { ViewMenu } from './view-menu.tsx'
import { BulkAsk } from '../working/bulk-ask.tsx'
import { BulkBar } from '../working/bulk-bar.tsx'
import { BulkProgressLine } from '../working/bulk-progress.tsx'

/** S-5: a view's tickets, with its filters. */
export function ListPane() {
  const words = useWords()
  const page = usePage()
  const { desk, navOpen, selection } = useScreen()
  const route = page.router.route.value
  const state = desk.list.state.value
  const late = useLate(state.kind === 'loading')
  const asking: Asking = useSignal(null)
  if (route.page !== 'inbox') return null
  const shown = desk.shown.value
  const name = shown.saved?.name ?? (route.saved ? '' : words.nav[shown.view])
  if (shown.state === 'gone') return <GoneView />
  const empty = state.kind === 'ready' && desk.list.rows.value.length === 0
  return (
    <section class="list-pane" aria-label={words.list.label} aria-busy={state.kind === 'loading'}>
      <header class="bar">
        <button
          type="button"
          class="button icon-only only-narrow"
          aria-label={words.menu}
          onClick={() => (navOpen.value = true)}
        >
          <Icon name="menu" />
        </button>
        <h2 class="cut">{name}</h2>
        <span class="bar-end">
          <button
            type="button"
            class={`button icon-only${selection.choosing.value ? ' on' : ''}`}
            aria-label={words.bulk.choose}
            title={`${words.bulk.choose} (x)`}
            aria-pressed={selection.choosing.value}
            onClick={() => selection.choose(!selection.choosing.peek())}
          >
            <Icon name="tick" />
          </button>
          <SortMenu route={route} />
          <ViewMenu asking={asking} />
        </span>
      </header>
      <SearchField route={route} />
      {selection.some.value ? <BulkBar search={route.search} /> : <Filters route={route} asking={asking} />}
      {route.search && <SearchStatus route={route} />}
      <BulkProgressLine />
      <BulkAsk />
      {state.kind === 'failed' ? (
        <Empty
          icon="warning"
          tone="danger"
          title={route.search ? words.search.failed : words.list.failed}
          text={route.search ? words.refused[state.code] : words.list.failedText}
        >
          <button type="button" class="button line" onClick={() => void desk.list.refresh()}>
            <Icon name="retry" small />
            {words.tryAgain}
          </button>
        </Empty>
      ) : state.kind === 'loading' ? (
        late && <Bones />
      ) : empty ? (
        <Nothing route={route} />
      ) : (
        <Rows route={route} />
      )}
      {state.kind === 'ready' && <LookedBack />}
    </section>
  )
}

function Nothing({ route }: { route: InboxRoute }) {
  const words = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const { list } = words
  const unassigned = desk.counts.value?.unassigned ?? 0
  const { view, choice } = desk.shown.value
  if (route.search)
    return <Empty icon="search" title={words.search.nothing} text={words.search.nothingText(route.search)} />
  if (isFiltered(choice, view)) {
    const known = { names: desk.filterNames.names.value, team: desk.team.value }
    const gone = chipsOf(choice, known, words).find((chip) => chip.gone)
    return (
      <Empty
        icon="search"
        title={list.noMatch}
        text={gone ? words.savedViews.asksForGone(gone.text) : list.noMatchText}
      >
        <button type="button" class="button line" onClick={() => page.router.go(viewRoute(view, route.ticket))}>
          {list.clearFilters}
        </button>
      </Empty>
    )
  }
  if (view === 'all') return <Empty icon="chat" title={list.emptyAll} text={list.emptyAllText} />
  if (view === 'mentions') return <Empty icon="bell" title={list.emptyMentions} text={list.emptyMentionsText} />
  if (view === 'spam') return <Empty icon="spam" title={list.emptySpam} text={list.emptySpamText} />
  if (view === 'unassigned')
    return <Empty icon="done" tone="ok" title={list.emptyUnassigned} text={list.emptyUnassignedText} />
  return (
    <Empty icon="done" tone="ok" title={list.emptyMine} text={list.emptyMineText(unassigned)}>
      {unassigned > 0 && (
        <button type="button" class="button line" onClick={() => page.router.go(viewRoute('unassigned'))}>
          {list.showUnassigned}
        </button>
      )}
    </Empty>
  )
}

/** S-5: the address names a view that was deleted, or is no longer shared. */
function GoneView() {
  const words = useWords()
  const page = usePage()
  const { navOpen } = useScreen()
  const { savedViews } = words
  return (
    <section class="list-pane" aria-label={words.list.label}>
      <header class="bar only-narrow">
        <button type="button" class="button icon-only" aria-label={words.menu} onClick={() => (navOpen.value = true)}>
          <Icon name="menu" />
        </button>
      </header>
      <Empty icon="filter" title={savedViews.gone} text={savedViews.goneText}>
        <button type="button" class="button line" onClick={() => page.router.go(viewRoute('all'))}>
          {savedViews.toAll}
        </button>
      </Empty>
    </section>
  )
}

/** The shape of what comes. */
function Bones() {
  return (
    <div class="bones" aria-hidden="true">
      {[62, 48, 70, 55, 66, 50].map((width) => (
        <div key={width} class="bone-row">
          <span class="bone face" />
          <span class="bone-lines">
            <span class="bone" style={{ width: `${width - 20}%` }} />
            <span class="bone" style={{ width: `${width + 20}%` }} />
          </span>
        </div>
      ))}
    </div>
  )
}
