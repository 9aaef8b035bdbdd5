import { type ReadonlySignal, signal } from '@preact/signals'
import { type RemoteChannel, remoteChannels } from '../protocol/channel.ts'
import { type ViewName, views } from '../protocol/views.ts'
import type { ListChoice } from '../protocol/list-filter.ts'
import { readChoice, readId, sameChoice, usualChoice, writeChoice } from './list/list-choice.ts'

export const sections = [
  'me',
  'macros',
  'general',
  'install',
  'articles',
  'texts',
  'notifications',
  'members',
  'teams',
  'assignment',
  'what-if',
  'web-chat',
  ...remoteChannels,
] as const
export type Section = (typeof sections)[number]
/** Everybody's own, and nobody else's. Beside it and the macros all are the shop's (D-7). */
export const ownSection = 'me' satisfies Section

/** A section of the settings that is a provider's channel (D-11). */
export function isRemote(section: Section): section is RemoteChannel {
  return remoteChannels.some((channel) => channel === section)
}

export type InboxRoute = {
  page: 'inbox'
  /** Of a saved view: All tickets, until the page knows what it is a view of. */
  view: ViewName
  /** The saved view that is on the screen. */
  saved: string | null
  /** What was chosen here; null: what is usual for the view, or what was saved. */
  choice: ListChoice | null
  /** S-6: what is searched for in it; empty: nothing. */
  search: string
  ticket: string | null
}
export type Route = InboxRoute | { page: 'settings'; section: Section } | { page: 'sign-in' } | { page: 'join' }

/** A view as the navigation opens it, without filters and without a ticket. */
export function viewRoute(view: ViewName, ticket: string | null = null): InboxRoute {
  return { page: 'inbox', view, saved: null, choice: null, search: '', ticket }
}

/** A saved view, as it was saved. */
export function savedRoute(saved: string, ticket: string | null = null): InboxRoute {
  return { page: 'inbox', view: 'all', saved, choice: null, search: '', ticket }
}

/** Reads an address of the page. Unknown ones lead to My inbox; parts that make no sense are ignored. */
export function parseRoute(path: string, search: string): Route {
  const [first, second, third] = path.replace(/^\/inbox\/?/, '').split('/')
  if (first === 'sign-in' || first === 'join') return { page: first }
  if (first === 'settings') return { page: 'settings', section: sections.find((s) => s === second) ?? 'general' }
  const query = new URLSearchParams(search)
  const sought = query.get('q') ?? ''
  const saved = first === 'view' ? readId(second) : null
  if (saved) {
    const choice = query.has('changed') ? readChoice(query, 'all') : null
    return { page: 'inbox', view: 'all', saved, choice, search: sought, ticket: readId(third) }
  }
  const view = views.find((v) => v === first) ?? 'mine'
  const choice = readChoice(query, view)
  return {
    page: 'inbox',
    view,
    saved: null,
    choice: sameChoice(choice, usualChoice(view)) ? null : choice,
    search: sought,
    ticket: readId(second),
  }
}

/** The address of a route; what is usual for a view is left out. */
export function routeUrl(route: Route): string {
  if (route.page === 'settings') return `/inbox/settings/${route.section}`
  if (route.page !== 'inbox') return `/inbox/${route.page}`
  const { view, saved, choice, search, ticket } = route
  const query = choice ? writeChoice(choice, view) : new URLSearchParams()
  if (saved && choice) query.set('changed', '1')
  if (search) query.set('q', search)
  const tail = query.size > 0 ? `?${query}` : ''
  return `/inbox/${saved ? `view/${saved}` : view}${ticket ? `/${ticket}` : ''}${tail}`
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
