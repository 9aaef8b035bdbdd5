import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { type InboxRoute, viewRoute } from '../route.ts'
import { isFiltered } from './list-choice.ts'

/** Where a search looks, and that there may be newer hits than those on the screen. */
export function SearchStatus({ route }: { route: InboxRoute }) {
  const { search, nav } = useWords()
  const { router } = usePage()
  const { desk } = useScreen()
  const { view, choice, saved } = desk.shown.value
  const name = saved?.name ?? nav[view]
  const filtered = isFiltered(choice, view)
  const narrow = saved !== null || view !== 'all' || filtered
  return (
    <p class="search-status" role="status">
      <span class="cut">{filtered ? search.filtered(name) : search.in(name)}</span>
      {desk.list.newer.value ? (
        <>
          <span>{search.newer}</span>
          <button type="button" class="link" onClick={() => void desk.list.refresh()}>
            {search.again}
          </button>
        </>
      ) : (
        narrow && (
          <button
            type="button"
            class="link"
            onClick={() => router.go({ ...viewRoute('all', route.ticket), search: route.search })}
          >
            {search.everywhere}
          </button>
        )
      )}
    </p>
  )
}

/** Common words in a list that hardly holds them: how far the search has come. */
export function LookedBack() {
  const { search } = useWords()
  const { moments } = usePage()
  const { desk } = useScreen()
  const at = desk.list.backTo.value
  if (at === null) return null
  return (
    <p class="looked-back">
      {search.backTo(moments.value.full(at))}
      <button type="button" class="link" onClick={() => void desk.list.readOn()}>
        {search.further}
      </button>
    </p>
  )
}
