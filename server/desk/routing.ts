import type { ErrorCode } from '../protocol/errors.ts'
import type { StoredRouting } from '../protocol/routing.ts'
import { writeAudit } from '../store/members.ts'
import { readRouting, writeRouting } from '../store/routing.ts'
import { type Actor, type Desk, work } from './desk.ts'

/** D-4: who gets a ticket, for the page that keeps it. */
export function routingNow(desk: Desk): Promise<StoredRouting> {
  return readRouting(desk.db)
}

/** Saves over the version the page began with; an earlier save wins. Manager and up (D-7); the door has asked. */
export function saveRouting(
  desk: Desk,
  by: Actor,
  { version, routing }: StoredRouting,
): Promise<StoredRouting | { refused: ErrorCode }> {
  return work(desk, async (w): Promise<StoredRouting | { refused: ErrorCode }> => {
    const before = await readRouting(w.tx)
    if (!(await writeRouting(w.tx, version, routing))) return { refused: 'conflict' }
    await writeAudit(w.tx, {
      at: w.now,
      memberId: by.id,
      action: 'routing.save',
      subject: 'routing',
      detail: { before: before.routing, after: routing },
    })
    return { version: version + 1, routing }
  })
}
