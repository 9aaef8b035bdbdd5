import { useSignal } from '@preact/signals'
import type { Role } from '../../protocol/role.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { later } from '../parts/later.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { savedRoute, viewRoute } from '../route.ts'
import { isChanged } from './shown-view.ts'

const ViewDialogs = later(async () => (await import('./view-dialogs.tsx')).ViewDialogs)

/** D-7: who may share views, and change shared ones. The server asks its own rule. */
const mayShare = (role: Role) => role !== 'support'

/** S-5: saving what is on the screen as a view, and changing, sharing or deleting the saved one that is. */
export function ViewMenu() {
  const words = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const asking = useSignal<'new' | 'change' | 'delete' | null>(null)
  const shown = desk.shown.value
  const { saved, view, choice } = shown
  const { savedViews } = words
  const me = desk.me.value
  const shares = mayShare(me.role)
  const mayChange = saved !== null && (saved.shared ? shares : saved.by.id === me.id)
  const changed = isChanged(shown)
  const leave = () => {
    asking.value = null
  }

  const save = async (id: string, name: string, shared: boolean, shows = { view, ...choice }) => {
    const done = await desk.done(desk.link.ask('view.save', { id, name, shared, shows }))
    if (!done) return false
    await desk.savedViews.read()
    page.toasts.say(savedViews.saved(name))
    const route = page.router.route.peek()
    // What was changed is the view's own now, and a new view is the one on the screen.
    if (route.page === 'inbox') page.router.go(savedRoute(id, route.ticket))
    return true
  }
  const drop = async () => {
    if (!saved || !(await desk.done(desk.link.ask('view.delete', { id: saved.id })))) return
    page.router.go(viewRoute(saved.shows.view))
    page.toasts.say(savedViews.deleted(saved.name))
    await desk.savedViews.read()
  }

  return (
    <>
      {changed && (mayChange || saved === null) && (
        <button
          type="button"
          class="button small line"
          onClick={() => {
            if (saved) void save(saved.id, saved.name, saved.shared)
            else asking.value = 'new'
          }}
        >
          {saved ? savedViews.saveChanges : savedViews.saveView}
        </button>
      )}
      <Menu kind="button icon-only" label={savedViews.menu} title={savedViews.menu} button={<Icon name="more" />}>
        {(close) => {
          const pick = (what: () => void) => () => {
            close()
            what()
          }
          return (
            <>
              {changed && saved && (
                <MenuItem onPick={pick(() => page.router.go(savedRoute(saved.id)))}>{savedViews.asSaved}</MenuItem>
              )}
              <MenuItem icon={<Icon name="plus" small />} onPick={pick(() => (asking.value = 'new'))}>
                {saved ? savedViews.saveAnother : savedViews.saveAs}
              </MenuItem>
              {mayChange && (
                <>
                  <MenuItem icon={<Icon name="pencil" small />} onPick={pick(() => (asking.value = 'change'))}>
                    {shares ? savedViews.change : savedViews.rename}
                  </MenuItem>
                  <MenuItem danger icon={<Icon name="trash" small />} onPick={pick(() => (asking.value = 'delete'))}>
                    {savedViews.delete}
                  </MenuItem>
                </>
              )}
            </>
          )
        }}
      </Menu>
      {asking.value && (
        <ViewDialogs
          asking={asking.value}
          saved={saved}
          shares={shares}
          onSave={save}
          onDrop={() => void drop()}
          onClose={leave}
        />
      )}
    </>
  )
}
