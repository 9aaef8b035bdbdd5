import type { Signal } from '@preact/signals'
import type { Role } from '../../protocol/role.ts'
import type { SavedChoice } from '../../protocol/saved-view.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { savedRoute } from '../route.ts'
import { isChanged } from './shown-view.ts'

/** What is asked about a view just now. */
export type Asking = Signal<'new' | 'change' | 'delete' | null>

/** D-7: who may share views, and change shared ones. The server asks its own rule. */
const mayShare = (role: Role) => role !== 'support'

/** What this member may do with the view on the screen, and how it is saved. */
export function useSaving() {
  const page = usePage()
  const words = useWords()
  const { desk } = useScreen()
  const { saved, view, choice } = desk.shown.value
  const me = desk.me.value
  const shares = mayShare(me.role)
  return {
    shares,
    mayChange: saved !== null && (saved.shared ? shares : saved.by.id === me.id),
    async save(id: string, name: string, shared: boolean, shows: SavedChoice = { view, ...choice }) {
      const done = await desk.done(desk.link.ask('view.save', { id, name, shared, shows }))
      if (!done) return false
      await desk.savedViews.read()
      page.toasts.say(words.savedViews.saved(name))
      const route = page.router.route.peek()
      // What was changed is the view's own now, and a new view is the one on the screen.
      if (route.page === 'inbox') page.router.go(savedRoute(id, route.ticket))
      return true
    },
  }
}

/** Beside what was chosen: keep it, as a view or in the saved one that is on the screen (S-5). */
export function SaveLink({ asking }: { asking: Asking }) {
  const { savedViews } = useWords()
  const { desk } = useScreen()
  const { mayChange, save } = useSaving()
  const shown = desk.shown.value
  const { saved } = shown
  if (!isChanged(shown) || (saved !== null && !mayChange)) return null
  return (
    <button
      type="button"
      class="link small-text"
      onClick={() => {
        if (saved) void save(saved.id, saved.name, saved.shared)
        else asking.value = 'new'
      }}
    >
      {saved ? savedViews.saveChanges : savedViews.saveView}
    </button>
  )
}
