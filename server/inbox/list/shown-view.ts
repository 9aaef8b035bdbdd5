import type { ListChoice } from '../../protocol/list-filter.ts'
import type { ViewName } from '../../protocol/views.ts'

/** What a list shows: a view, and what was chosen in it. */
export type ShownView = { view: ViewName; choice: ListChoice }
