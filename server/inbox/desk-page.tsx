import './desk-page.css'
import { useSignalEffect } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { Me } from './api.ts'
import { ConversationPane } from './conversation/conversation-pane.tsx'
import { connectDesk } from './connect-desk.ts'
import { DetailsPane } from './details/details-pane.tsx'
import { SignedOutMeanwhile } from './door/sign-in.tsx'
import { onKey } from './desk-keys.ts'
import { createDeskScreen, ScreenContext } from './desk-screen.ts'
import { ListPane } from './list/list-pane.tsx'
import { usePage, useWords } from './page.ts'
import { PaletteDoor } from './palette/palette-door.tsx'
import { later } from './parts/later.tsx'
import { lazy } from './parts/lazy.tsx'
import { Nav } from './shell/nav.tsx'
import { WireBanner } from './shell/wire-banner.tsx'
import { tabTitle } from './shell/tab-title.ts'

const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog)
const SettingsPage = lazy(async () => (await import('./settings/settings-page.tsx')).SettingsPage)

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
  const conversation = desk.conversation.value
  // A ticket that is not there has no details either.
  const missing = conversation?.row.value === null && conversation.thread.problem.value !== null
  const state = desk.link.state.value
  return (
    <ScreenContext.Provider value={screen}>
      <div class="desk" data-pane={pane} data-folded={screen.folded.value || pane === 'list' || missing || undefined}>
        <a class="skip" href={route.page === 'inbox' ? '#conversation' : '#settings'}>
          {words.skip}
        </a>
        <WireBanner />
        <div class={`columns ${route.page}`}>
          <Nav />
          {route.page === 'settings' ? (
            <SettingsPage section={route.section} />
          ) : (
            <main class="panes">
              {/* In a narrow window one of the three stands alone, under the same heading. */}
              <h1 class="hidden-text">{desk.shopName.value || words.product}</h1>
              <ListPane />
              <ConversationPane />
              <DetailsPane />
            </main>
          )}
        </div>
        <PaletteDoor />
        {screen.keysOpen.value && <KeysDialog onClose={() => (screen.keysOpen.value = false)} />}
        {state === 'signed_out' && <SignedOutMeanwhile me={me} />}
      </div>
    </ScreenContext.Provider>
  )
}
