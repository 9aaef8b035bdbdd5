import type { ListChoice } from '../../protocol/list-filter.ts'
import type { SavedView } from '../../protocol/saved-view.ts'
import type { ViewName } from '../../protocol/views.ts'
import type { Route } from '../route.ts'
import { sameChoice, usualChoice } from './list-choice.ts'

/** What a list shows: a view, what was chosen in it, and what it is by itself. */
export type ShownView = {
  view: ViewName
  choice: ListChoice
  asIs: ListChoice
  saved: SavedView | null
  /** A saved view may not be known yet, or not exist any more. */
  state: 'known' | 'asking' | 'gone'
}

/** What the address asks for; `views` are the saved ones, null while they are being read. */
export function shownView(route: Route, views: readonly SavedView[] | null): ShownView {
  const inbox = route.page === 'inbox' ? route : null
  const saved = views?.find((one) => one.id === inbox?.saved) ?? null
  const view = saved?.shows.view ?? inbox?.view ?? 'mine'
  const asIs = saved ? choiceOf(saved) : usualChoice(view)
  const state = !inbox?.saved || saved ? 'known' : views === null ? 'asking' : 'gone'
  return { view, choice: inbox?.choice ?? asIs, asIs, saved, state }
}

function choiceOf({ shows: { view: _view, ...choice } }: SavedView): ListChoice {
  return choice
}

/** Was anything chosen that the view is not by itself? */
export function isChanged({ choice, asIs }: ShownView): boolean {
  return !sameChoice(choice, asIs)
}

/** The choice as an address has it: null where it is what the view is by itself. */
export function chosen({ asIs }: ShownView, choice: ListChoice): ListChoice | null {
  return sameChoice(choice, asIs) ? null : choice
}
