import { useEffect } from 'preact/hooks'
import { DeskPage } from './desk-page.tsx'
import { NoAccess, SignIn } from './door/sign-in.tsx'
import { enter, type Page, usePage, useWords } from './page.ts'
import { Empty, useLate } from './parts/empty.tsx'
import { lazy } from './parts/lazy.tsx'
import { ToastsView } from './parts/toasts.tsx'
import { viewRoute } from './route.ts'

/** Seen once in a member's life. */
const Join = lazy(async () => (await import('./door/join.tsx')).Join)

/** Asks who is signed in; what the answer means for the screen, App decides. */
async function askSession(page: Page) {
  page.session.value = { kind: 'asking' }
  const answer = await page.api.me()
  if (answer.ok && answer.me) enter(page, answer.me)
  else if (answer.ok) page.session.value = { kind: 'signed_out' }
  else page.session.value = { kind: answer.code === 'forbidden' ? 'no_access' : 'failed' }
}

/** The page: a door for those outside, the desk for those inside. */
export function App() {
  const page = usePage()
  const words = useWords()
  const route = page.router.route.value
  const session = page.session.value
  const late = useLate(session.kind === 'asking')

  useEffect(() => {
    if (page.router.route.peek().page !== 'join') void askSession(page)
  }, [page])
  // Whoever is inside has no business at the door.
  const inside = session.kind === 'signed_in' && (route.page === 'sign-in' || route.page === 'join')
  useEffect(() => {
    if (inside) page.router.go(viewRoute('mine'), 'replace')
  }, [inside, page])

  return (
    <>
      {route.page === 'join' && session.kind !== 'signed_in' ? (
        <Join onOut={() => void askSession(page)} />
      ) : session.kind === 'signed_in' ? (
        <DeskPage key={session.since} me={session.me} />
      ) : session.kind === 'signed_out' ? (
        <SignIn />
      ) : session.kind === 'no_access' ? (
        <NoAccess />
      ) : session.kind === 'failed' ? (
        <main class="door">
          <Empty icon="cloudOff" title={words.refused.unavailable}>
            <button type="button" class="button line" onClick={() => void askSession(page)}>
              {words.tryAgain}
            </button>
          </Empty>
        </main>
      ) : (
        <main class="door" aria-busy="true">
          {late && <p class="text-3">{words.loading} …</p>}
        </main>
      )}
      <ToastsView />
    </>
  )
}
