import './list-pane.css'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Empty, useLate } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { type InboxRoute, viewRoute } from '../route.ts'
import { Filters } from './filters.tsx'
import { isFiltered } from './list-choice.ts'
import { Rows } from './rows.tsx'

/** S-5: a view's tickets, with its filters. */
export function ListPane() {
  const words = useWords()
  const page = usePage()
  const { desk, navOpen } = useScreen()
  const route = page.router.route.value
  const state = desk.list.state.value
  const late = useLate(state.kind === 'loading')
  if (route.page !== 'inbox') return null
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
        <h2 class="cut">{words.nav[route.view]}</h2>
      </header>
      <Filters route={route} />
      {state.kind === 'failed' ? (
        <Empty icon="warning" tone="danger" title={words.list.failed} text={words.list.failedText}>
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
  if (isFiltered(choice, view))
    return (
      <Empty icon="search" title={list.noMatch} text={list.noMatchText}>
        <button type="button" class="button line" onClick={() => page.router.go(viewRoute(route.view, route.ticket))}>
          {list.clearFilters}
        </button>
      </Empty>
    )
  if (route.view === 'all') return <Empty icon="chat" title={list.emptyAll} text={list.emptyAllText} />
  if (route.view === 'mentions') return <Empty icon="bell" title={list.emptyMentions} text={list.emptyMentionsText} />
  if (route.view === 'spam') return <Empty icon="spam" title={list.emptySpam} text={list.emptySpamText} />
  if (route.view === 'unassigned')
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
