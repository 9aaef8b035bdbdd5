import type { TicketRow } from '../protocol/ticket.ts'
import type { DeskScreen } from './desk-screen.ts'
import { keyAction } from './keys.ts'
import type { Page } from './page.ts'

/** The ticket a key means: the row that has the focus, else the one that is open. */
export function meantRow(screen: DeskScreen): TicketRow | null {
  const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.ticket : undefined
  const focused = id === undefined ? undefined : screen.desk.list.rows.peek().find((row) => row.id === id)
  return focused ?? screen.desk.conversation.peek()?.row.peek() ?? null
}

/** Does what a key asks for: what it means is in keys.ts, what is done in desk-screen.ts. */
export function onKey(event: KeyboardEvent, page: Page, screen: DeskScreen) {
  const action = keyAction(event, screen.desk.preferences.now.peek().singleKeys)
  const route = page.router.route.peek()
  if (!action || (route.page !== 'inbox' && action !== 'keys' && action !== 'palette')) return
  // The field for a note may still be on its way; what is typed meanwhile is meant for it, and does nothing else.
  if (screen.noteAsked.peek() !== null && action !== 'leave') return event.preventDefault()
  const row = meantRow(screen)
  if (action === 'keys') screen.keysOpen.value = true
  else if (action === 'palette') screen.paletteOpen.value = true
  else if (action === 'search') screen.searchAsked.value++
  else if (action === 'undo') page.toasts.undo()
  else if (action === 'next') screen.move(1)
  else if (action === 'previous') screen.move(-1)
  else if (action === 'fold') screen.folded.value = !screen.folded.peek()
  else if (action === 'leave') {
    if (!screen.leave()) return
  } else if (!row) return
  else if (action === 'close') {
    // A closed web chat never opens again (T-1): while another ticket is on the screen, this one is shown first.
    const shown = route.page === 'inbox' ? route.ticket : null
    if (shown !== null && shown !== row.id) screen.openTicket(row.id)
    else if (row.status !== 'closed') void screen.close(row)
  } else if (action === 'unread') {
    if (row.status !== 'closed') void screen.markUnread(row)
  } else if (action === 'pick') screen.selection.toggle(row.id)
  else screen.begin(action, row)
  event.preventDefault()
}
