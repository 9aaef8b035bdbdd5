import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { type SavedChoice, type SavedView, savedChoice } from '../protocol/saved-view.ts'
import {
  countUpTo,
  deleteView,
  lockView,
  type ViewRecord,
  viewsOf,
  viewsOwned,
  writeView,
} from '../store/saved-views.ts'
import { mayChangeView, ownerOf } from '../tickets/saved-views.ts'
import { type Desk, work } from './desk.ts'
import type { Member } from './sign-in.ts'

/** S-5: the views a member sees. One whose body no version of us wrote is left out, rather than all of them. */
export async function readViews(desk: Desk, member: Member): Promise<SavedView[]> {
  return (await viewsOf(desk.db, member.id)).flatMap((view) => viewOf(view) ?? [])
}

function viewOf({ id, name, shared, member_id, member_name, body }: ViewRecord): SavedView | undefined {
  const shows = savedChoice.safeParse(body).data
  return shows && { id, name, shared, by: { id: member_id, name: member_name }, shows }
}

type Asked = { id: string; name: string; shared: boolean; shows: SavedChoice }

/** S-5: saves a view under the id its page made; the same id again changes it. */
export function saveView(desk: Desk, member: Member, asked: Asked): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const { id, name, shared, shows } = asked
    const is = (await lockView(w.tx, id)) ?? null
    const refused = mayChangeView(member, is, { shared })
    if (refused !== null) return refused
    const memberId = ownerOf(member, is, { shared })
    if (memberId !== is?.memberId && (await viewsOwned(w.tx, memberId)) >= limits.viewsOwned)
      return { refused: 'too_many' as const }
    await writeView(w.tx, { id, memberId, shared, name, body: shows, at: w.now })
    w.tell({ kind: 'views', memberId: shared || is?.shared === true ? null : memberId })
    return { done: true as const }
  })
}

/** Whoever still has it on the screen is told that it is gone. */
export function dropView(desk: Desk, member: Member, id: string): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const is = await lockView(w.tx, id)
    if (is === undefined) return { refused: 'not_found' as const }
    const refused = mayChangeView(member, is, null)
    if (refused !== null) return refused
    await deleteView(w.tx, id)
    w.tell({ kind: 'views', memberId: is.shared ? null : is.memberId })
    return { done: true as const }
  })
}

/** Counting a view may take so long; then it says nothing. */
const countingMs = 1_000

/** S-5: how many tickets stand in views, up to as many as anybody is told. */
export async function countViews(
  desk: Desk,
  member: Member,
  ids: readonly string[],
): Promise<{ id: string; n: number | null }[]> {
  const counts: { id: string; n: number | null }[] = []
  for (const { id, shows } of await readViews(desk, member)) {
    if (!ids.includes(id)) continue
    counts.push({ id, n: await countUpTo(desk.db, shows, member.id, limits.countedMost, countingMs) })
  }
  return counts
}
