import type { SavedView } from '../../protocol/saved-view.ts'
import { limits } from '../../protocol/limits.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { routeUrl, savedRoute } from '../route.ts'

/** S-5: the saved views, the team's and one's own, with how many tickets stand in each, up to 99+. */
export function NavViews() {
  const { savedViews } = useWords()
  const { desk } = useScreen()
  const views = desk.savedViews.views.value ?? []
  const shared = views.filter((view) => view.shared)
  const own = views.filter((view) => !view.shared)
  return (
    <>
      {shared.length > 0 && <Some title={savedViews.sharedOnes} views={shared} />}
      {own.length > 0 && <Some title={savedViews.ownOnes} views={own} />}
    </>
  )
}

function Some({ title, views }: { title: string; views: readonly SavedView[] }) {
  const words = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const route = page.router.route.value
  const counts = desk.savedViews.counts.value
  return (
    <div class="nav-views" role="group" aria-label={title}>
      <p class="caption word" aria-hidden="true">
        {title}
      </p>
      {views.map(({ id, name }) => {
        const n = counts.get(id) ?? 0
        const said = n >= limits.countedMost ? '99+' : String(n)
        return (
          <a
            key={id}
            class="place"
            href={routeUrl(savedRoute(id))}
            aria-current={route.page === 'inbox' && route.saved === id ? 'page' : undefined}
            title={name}
          >
            <Icon name="filter" />
            <bdi class="word cut">{name}</bdi>
            {n > 0 && (
              <span class="count">
                <span aria-hidden="true">{said}</span>
                <span class="hidden-text">, {words.savedViews.counted(said, n)}</span>
              </span>
            )}
          </a>
        )
      })}
    </div>
  )
}
