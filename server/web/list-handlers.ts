import type { Desk } from '../desk/desk.ts'
import { readFilterNames } from '../desk/read-filter-names.ts'
import { readList } from '../desk/read-list.ts'
import { countViews, dropView, readViews, saveView } from '../desk/saved-views.ts'
import { searchList } from '../desk/search-list.ts'
import type { Member } from '../desk/sign-in.ts'
import type { listAsks } from '../protocol/list-events.ts'
import type { Handlers } from './door.ts'

/** What an agent asks of lists and views, event by event. */
export function listHandlers(desk: Desk, member: Member): Handlers<typeof listAsks> {
  return {
    'list.read': (ask) => readList(desk, member.id, ask),
    'list.search': (ask) => searchList(desk, member.id, ask),
    'filters.read': () => readFilterNames(desk),
    'views.read': async () => ({ views: await readViews(desk, member) }),
    'view.save': (ask) => saveView(desk, member, ask),
    'view.delete': ({ id }) => dropView(desk, member, id),
    'views.count': async ({ ids }) => ({ counts: await countViews(desk, member, ids) }),
  }
}
