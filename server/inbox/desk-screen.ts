import { computed, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { TicketRow } from '../protocol/ticket.ts'
import type { Desk } from './desk.ts'
import type { Page } from './page.ts'
import { catchFocus } from './parts/lost-focus.ts'
import { type Bulks, createBulks } from './working/bulks.ts'
import { scopeOf } from './working/scope-of.ts'
import { createSelection, type Selection } from './working/selection.ts'
import { createTicketActions, type TicketActions } from './working/ticket-actions.ts'

/** What an agent does on the screen of the desk; buttons and keys end here alike. */
export type DeskScreen = TicketActions & {
  desk: Desk
  /** The row that has, or last had, the focus in the list. */
  focused: Signal<string | null>
  /** Counts up when the list has to take the focus to `focused`. */
  focusAsked: Signal<number>
  folded: Signal<boolean>
  /** Under 900 px the details lie over the conversation. */
  detailsOver: Signal<boolean>
  navOpen: Signal<boolean>
  snoozeOpen: Signal<boolean>
  /** The ticket whose composer has to take the focus. */
  replyAsked: Signal<string | null>
  /** The same for a note. */
  noteAsked: Signal<string | null>
  assignOpen: Signal<boolean>
  tagsOpen: Signal<boolean>
  /** Counts up when the search field has to take the focus. */
  searchAsked: Signal<number>
  selection: Selection
  bulks: Bulks
  keysOpen: Signal<boolean>
  paletteOpen: Signal<boolean>
  move(step: 1 | -1): void
  focusRow(id: string | null): void
  /** What was picked is let go of, and whoever did something to it is back in the list. */
  unpick(): void
  openTicket(id: string | null): void
  /** Leaves the topmost thing; false where there is nothing to leave. */
  leave(): boolean
  /** Opens the ticket and what the key asks for in it. */
  begin(what: 'snooze' | 'assign' | 'tags' | 'reply' | 'note', row: TicketRow): void
  block(customer: { id: string; name: string }, on: boolean): Promise<void>
}

const foldKey = 'hub.folded'

/** The actions of the desk's screen, with what each of them says when it was done. */
export function createDeskScreen(page: Page, desk: Desk): DeskScreen {
  const focused = signal<string | null>(null)
  const focusAsked = signal(0)
  const folded = signal(page.storage.getItem(foldKey) === '1')
  folded.subscribe((on) => page.storage.setItem(foldKey, on ? '1' : '0'))
  const words = () => page.words.peek()

  const focusRow = (id: string | null) => {
    focused.value = id
    focusAsked.value++
  }
  const openTicket = (ticket: string | null) => {
    const route = page.router.route.peek()
    if (route.page === 'inbox') page.router.go({ ...route, ticket })
  }

  /** Does something that may take the row out of the list; the row after it gets the focus then. */
  async function leaving(row: TicketRow, what: () => Promise<boolean>): Promise<boolean> {
    const rows = desk.list.rows.peek()
    const at = rows.findIndex((r) => r.id === row.id)
    const next = rows[at + 1]?.id ?? rows[at - 1]?.id ?? null
    if (!(await what())) return false
    if (at >= 0 && next) focusRow(next)
    if (page.router.route.peek().page === 'inbox' && narrow()) openTicket(null)
    return true
  }

  const selection = createSelection(desk.list.rows)
  desk.onChange(({ id }) => {
    if (!desk.list.rows.peek().some((row) => row.id === id)) selection.left(id)
  })
  const bulks = createBulks(page, desk.link)
  desk.link.onOnline(() => bulks.ask())
  // What was picked in one list is not picked in another.
  const listed = computed(() => {
    const route = page.router.route.value
    return JSON.stringify([scopeOf(desk.shown.value), route.page === 'inbox' ? route.search : ''])
  })
  listed.subscribe(() => selection.clear())
  const [navOpen, detailsOver] = [signal(false), signal(false)]
  const [snoozeOpen, assignOpen, tagsOpen] = [signal(false), signal(false), signal(false)]
  const [replyAsked, noteAsked] = [signal<string | null>(null), signal<string | null>(null)]

  return {
    desk,
    focused,
    focusAsked,
    folded,
    detailsOver,
    navOpen,
    snoozeOpen,
    assignOpen,
    tagsOpen,
    selection,
    bulks,
    replyAsked,
    noteAsked,
    searchAsked: signal(0),
    keysOpen: signal(false),
    paletteOpen: signal(false),
    focusRow,
    unpick() {
      catchFocus(document.querySelector('.list-pane'), '.rows [tabindex="0"]')
      selection.clear()
    },
    openTicket,
    move(step) {
      const rows = desk.list.rows.peek()
      const route = page.router.route.peek()
      const from = focused.peek() ?? (route.page === 'inbox' ? route.ticket : null)
      const at = rows.findIndex((row) => row.id === from)
      const to = at < 0 ? rows[0] : rows[Math.min(rows.length - 1, Math.max(0, at + step))]
      if (to) focusRow(to.id)
    },
    leave() {
      const route = page.router.route.peek()
      noteAsked.value = null
      if (navOpen.peek()) navOpen.value = false
      else if (detailsOver.peek()) detailsOver.value = false
      else if (selection.some.peek() || selection.choosing.peek()) selection.clear()
      else if (route.page === 'inbox' && route.ticket) {
        // A ticket that has left the list, by being taken for one, has no row to go back to.
        if (desk.list.rows.peek().some(({ id }) => id === route.ticket)) focusRow(route.ticket)
        else document.getElementById('conversation')?.focus()
      } else return false
      return true
    },
    begin(what, row) {
      openTicket(row.id)
      if (what === 'reply') replyAsked.value = row.id
      else if (what === 'note') noteAsked.value = row.id
      else if (what === 'assign') assignOpen.value = true
      else if (what === 'tags') {
        // They stand in the details.
        folded.value = false
        detailsOver.value = narrow()
        tagsOpen.value = true
      } else if (row.status !== 'closed') snoozeOpen.value = true
    },
    ...createTicketActions({
      page,
      desk,
      leaving,
      leave(row) {
        openTicket(null)
        focusRow(row.id)
      },
    }),
    async block(customer, on) {
      const { did } = words()
      if (!(await desk.done(desk.link.ask(on ? 'customer.block' : 'customer.unblock', { customer: customer.id }))))
        return
      page.toasts.say(on ? did.blocked(customer.name) : did.unblocked(customer.name))
    },
  }
}

/** One column at a time? The layout asks the width of the page's own box; here the window is close enough. */
function narrow(): boolean {
  return window.innerWidth < 900
}

export const ScreenContext = createContext<DeskScreen | null>(null)

export function useScreen(): DeskScreen {
  const screen = useContext(ScreenContext)
  if (!screen) throw new Error('Rendered outside of the desk')
  return screen
}
