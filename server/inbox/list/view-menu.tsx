import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { later } from '../parts/later.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { savedRoute, viewRoute } from '../route.ts'
import { type Asking, useSaving } from './save-link.tsx'
import { isChanged } from './shown-view.ts'

const ViewDialogs = later(async () => (await import('./view-dialogs.tsx')).ViewDialogs)

/** S-5: saving what is on the screen as another view, and changing, sharing or deleting the saved one that is. */
export function ViewMenu({ asking }: { asking: Asking }) {
  const words = useWords()
  const page = usePage()
  const { desk } = useScreen()
  const shown = desk.shown.value
  const { saved } = shown
  const { savedViews } = words
  const { shares, mayChange, save } = useSaving()
  const changed = isChanged(shown)
  const leave = () => {
    asking.value = null
  }

  const drop = async () => {
    if (!saved || !(await desk.done(desk.link.ask('view.delete', { id: saved.id })))) return
    page.router.go(viewRoute(saved.shows.view))
    page.toasts.say(savedViews.deleted(saved.name))
    await desk.savedViews.read()
  }

  return (
    <>
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
