import './desk-page.css'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { TicketRow } from '../protocol/ticket.ts'
import type { Me } from './api.ts'
import { ConversationPane } from './conversation/conversation-pane.tsx'
import { connectDesk } from './connect-desk.ts'
import { DetailsPane } from './details/details-pane.tsx'
import { SignedOutMeanwhile } from './door/sign-in.tsx'
import { createDeskScreen, type DeskScreen, ScreenContext } from './desk-screen.ts'
import { keyAction } from './keys.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { ListPane } from './list/list-pane.tsx'
import { type Page, usePage, useWords } from './page.ts'
import { SettingsPage } from './settings/settings-page.tsx'
import { Nav } from './shell/nav.tsx'
import { WireBanner } from './shell/wire-banner.tsx'
import { tabTitle } from './shell/tab-title.ts'

/** The desk of somebody who is signed in: navigation, list, conversation, details; or the settings. */
export function DeskPage({ me }: { me: Me }) {
  const page = usePage()
  const words = useWords()
  const screen = useMemo(() => createDeskScreen(page, connectDesk(page, me)), [page, me])
  const { desk } = screen
  useEffect(() => () => desk.close(), [desk])
  useEffect(() => {
    const press = (event: KeyboardEvent) => onKey(event, page, screen)
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [page, screen])
  useSignalEffect(() => tabTitle(page, desk))

  const route = page.router.route.value
  const pane = route.page !== 'inbox' || !route.ticket ? 'list' : screen.detailsOver.value ? 'details' : 'thread'
  const state = desk.link.state.value
  return (
    <ScreenContext.Provider value={screen}>
      <div class="desk" data-pane={pane} data-folded={screen.folded.value || pane === 'list' || undefined}>
        <a class="skip" href={route.page === 'inbox' ? '#conversation' : '#settings'}>
          {words.skip}
        </a>
        <WireBanner />
        <div class={`columns ${route.page}`}>
          <Nav />
          {route.page === 'settings' ? (
            <SettingsPage section={route.section} />
          ) : (
            <>
              <ListPane />
              <ConversationPane />
              <DetailsPane />
            </>
          )}
        </div>
        {screen.keysOpen.value && <KeysDialog onClose={() => (screen.keysOpen.value = false)} />}
        {state === 'signed_out' && <SignedOutMeanwhile me={me} />}
      </div>
    </ScreenContext.Provider>
  )
}

/** The ticket a key means: the row that has the focus, else the one that is open. */
function meantRow(screen: DeskScreen): TicketRow | null {
  const id = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.ticket : undefined
  const focused = id === undefined ? undefined : screen.desk.list.rows.peek().find((row) => row.id === id)
  return focused ?? screen.desk.conversation.peek()?.row.peek() ?? null
}

/** Single keys: what they mean is in keys.ts, what they do in desk-screen.ts. */
function onKey(event: KeyboardEvent, page: Page, screen: DeskScreen) {
  const action = keyAction(event)
  const route = page.router.route.peek()
  if (!action || (route.page !== 'inbox' && action !== 'keys')) return
  const row = meantRow(screen)
  if (action === 'keys') screen.keysOpen.value = true
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
  } else screen.begin(action, row)
  event.preventDefault()
}
