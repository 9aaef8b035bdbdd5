import iconUnread from '../icon-unread.svg?no-inline'
import icon from '../icon.svg?no-inline'
import type { Desk } from '../desk.ts'
import type { Page } from '../page.ts'
import type { Route } from '../route.ts'
import type { Words } from '../words/en.ts'

/** S-4: the badge stands in the tab too, as a number in its title and a dot on its icon. */
export function tabTitle(page: Page, desk: Desk) {
  const words = page.words.value
  const route = page.router.route.value
  const unread = desk.counts.value?.unread ?? 0
  const parts = [placeOf(route, words, desk), desk.shopName.value || words.product].filter(Boolean)
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${parts.join(' · ')}`
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const wanted = unread > 0 ? iconUnread : icon
  if (link && link.getAttribute('href') !== wanted) link.setAttribute('href', wanted)
}

/** The customer of the ticket that is open, else what the list or the page is called. */
function placeOf(route: Route, words: Words, desk: Desk): string {
  if (route.page === 'settings') return words.nav.settings
  if (route.page !== 'inbox') return ''
  const name = desk.conversation.value?.row.value?.customer.name ?? desk.shown.value.saved?.name
  return name ?? (route.saved ? '' : words.nav[route.view])
}
