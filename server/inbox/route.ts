import { type ReadonlySignal, signal } from '@preact/signals'
import { type RemoteChannel, remoteChannels } from '../protocol/channel.ts'
import { type ViewName, views } from '../protocol/views.ts'

export const statuses = ['open', 'snoozed', 'closed', 'any'] as const
export type StatusFilter = (typeof statuses)[number]
export type Sort = 'newest' | 'oldest'
export const sections = ['general', 'members', 'what-if', 'web-chat', ...remoteChannels] as const
export type Section = (typeof sections)[number]

/** A section of the settings that is a provider's channel (D-11). */
export function isRemote(section: Section): section is RemoteChannel {
  return remoteChannels.some((channel) => channel === section)
}

export type InboxRoute = {
  page: 'inbox'
  view: ViewName
  status: StatusFilter
  unread: boolean
  sort: Sort
  ticket: string | null
}
export type Route = InboxRoute | { page: 'settings'; section: Section } | { page: 'sign-in' } | { page: 'join' }

/** S-2, S-5: a view opens with the statuses it is for. */
export function usualStatus(view: ViewName): StatusFilter {
  return view === 'mine' || view === 'unassigned' ? 'open' : 'any'
}

/** A view as the navigation opens it, without filters and without a ticket. */
export function viewRoute(view: ViewName, ticket: string | null = null): InboxRoute {
  return { page: 'inbox', view, status: usualStatus(view), unread: false, sort: 'newest', ticket }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads an address of the page. Unknown ones lead to My inbox; parts that make no sense are ignored. */
export function parseRoute(path: string, search: string): Route {
  const [first, second] = path.replace(/^\/inbox\/?/, '').split('/')
  if (first === 'sign-in' || first === 'join') return { page: first }
  if (first === 'settings') return { page: 'settings', section: sections.find((s) => s === second) ?? 'general' }
  const view = views.find((v) => v === first) ?? 'mine'
  const query = new URLSearchParams(search)
  return {
    page: 'inbox',
    view,
    status: statuses.find((s) => s === query.get('status')) ?? usualStatus(view),
    unread: query.get('unread') === '1',
    sort: query.get('sort') === 'oldest' ? 'oldest' : 'newest',
    ticket: second && uuid.test(second) ? second.toLowerCase() : null,
  }
}

/** The address of a route; what is usual for a view is left out. */
export function routeUrl(route: Route): string {
  if (route.page === 'settings') return `/inbox/settings/${route.section}`
  if (route.page !== 'inbox') return `/inbox/${route.page}`
  const query = new URLSearchParams()
  if (route.status !== usualStatus(route.view)) query.set('status', route.status)
  if (route.unread) query.set('unread', '1')
  if (route.sort === 'oldest') query.set('sort', route.sort)
  const tail = query.size > 0 ? `?${query}` : ''
  return `/inbox/${route.view}${route.ticket ? `/${route.ticket}` : ''}${tail}`
}

export type Router = {
  route: ReadonlySignal<Route>
  go(to: Route, how?: 'push' | 'replace'): void
  close(): void
}

/** Follows the history of a window; ordinary links inside the page change the route without a load. */
export function createRouter(view: Window): Router {
  const { location, history, document } = view
  const route = signal(parseRoute(location.pathname, location.search))
  const read = () => {
    route.value = parseRoute(location.pathname, location.search)
  }
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.origin !== location.origin || !link.pathname.startsWith('/inbox')) return
    if (link.hash) return
    event.preventDefault()
    history.pushState(null, '', link.href)
    read()
  }
  view.addEventListener('popstate', read)
  document.addEventListener('click', follow)
  return {
    route,
    go(to, how = 'push') {
      const url = routeUrl(to)
      const same = url === location.pathname + location.search
      if (how === 'replace') history.replaceState(null, '', url)
      else if (!same) history.pushState(null, '', url)
      route.value = to
    },
    close() {
      view.removeEventListener('popstate', read)
      document.removeEventListener('click', follow)
    },
  }
}
