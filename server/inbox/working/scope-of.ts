import type { ListScope } from '../../protocol/list-filter.ts'
import type { ShownView } from '../list/shown-view.ts'

/** Which tickets the list on the screen holds, in whatever order and whatever is folded. */
export function scopeOf({ view, choice }: Pick<ShownView, 'view' | 'choice'>): ListScope {
  const { status, read, channels, assignee, tags, priority, campaign } = choice
  return { view, status, read, channels, assignee, tags, priority, campaign }
}
