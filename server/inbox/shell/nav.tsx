import './nav.css'
import { useEffect, useRef } from 'preact/hooks'
import { type ViewName, views } from '../../protocol/views.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { routeUrl, viewRoute } from '../route.ts'
import { firstSection } from '../settings/who-may.ts'
import { AccountMenu } from './account-menu.tsx'
import { NavViews } from './nav-views.tsx'

export const viewIcons: Record<ViewName, IconName> = {
  mine: 'inbox',
  unassigned: 'nobody',
  mentions: 'bell',
  all: 'stack',
  spam: 'spam',
}

/** Views with their counts, the badge (S-4), the settings, and who is signed in. */
export function Nav() {
  const words = useWords()
  const page = usePage()
  const { desk, navOpen } = useScreen()
  const route = page.router.route.value
  const counts = desk.counts.value
  const unread = counts?.unread ?? 0
  const open = navOpen.value
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (open) place.current?.querySelector('a')?.focus()
  }, [open])
  const leave = () => {
    navOpen.value = false
  }
  return (
    <>
      {open && <div class="nav-scrim" onClick={leave} />}
      <nav ref={place} class="nav" aria-label={words.nav.main} data-open={open || undefined} onClick={leave}>
        <div class="shop">
          <span class="mark">
            <Icon name="logo" />
          </span>
          <span class="word cut">{desk.shopName.value || words.product}</span>
        </div>
        <div class="places">
          {views.map((view) => {
            const waiting = view === 'all' ? 0 : (counts?.[view] ?? 0)
            const here = route.page === 'inbox' && !route.saved && route.view === view
            return (
              <a
                key={view}
                class="place"
                href={routeUrl(viewRoute(view))}
                aria-current={here ? 'page' : undefined}
                title={words.nav[view]}
              >
                <Icon name={viewIcons[view]} />
                <span class="word cut">{words.nav[view]}</span>
                {view !== 'all' && waiting > 0 && (
                  <span class="count">
                    <span aria-hidden="true">{waiting}</span>
                    <span class="hidden-text">, {words.nav.counted[view](waiting)}</span>
                  </span>
                )}
                {view === 'all' && unread > 0 && (
                  <span class="count badge" title={words.nav.unread(unread)}>
                    <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                    <span class="hidden-text">, {words.nav.unread(unread)}</span>
                  </span>
                )}
              </a>
            )
          })}
          <NavViews />
        </div>
        <a
          class="place"
          href={routeUrl({ page: 'settings', section: firstSection(desk.me.value.role) })}
          aria-current={route.page === 'settings' ? 'page' : undefined}
          title={words.nav.settings}
        >
          <Icon name="gear" />
          <span class="word cut">{words.nav.settings}</span>
        </a>
        <AccountMenu />
      </nav>
    </>
  )
}
