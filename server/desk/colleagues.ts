import type { Colleague } from '../protocol/colleague.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { colleagues } from '../store/attendance.ts'
import { rename, setAway, writeAudit } from '../store/members.ts'
import { noteAbsence } from '../store/round-robin.ts'
import { agentPresence } from '../tickets/agent-presence.ts'
import { type Desk, work } from './desk.ts'

/** The team as colleagues see it (D-4), or these of it; who was removed is not among them. */
export async function readColleagues(desk: Desk, ids: readonly string[] | null = null): Promise<Colleague[]> {
  const found = await colleagues(desk.db, ids)
  return found.map(({ id, name, away, connected }) => ({
    id,
    name,
    presence: agentPresence({ connected: Boolean(connected), away }),
  }))
}

/** D-4: a member's own switch, on every page of theirs. */
export function switchAway(
  desk: Desk,
  memberId: string,
  away: boolean,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    if (!(await setAway(w.tx, memberId, away))) return { refused: 'not_found' }
    await noteAbsence(w.tx, memberId, w.now)
    w.tell({ kind: 'agent', memberId })
    return { done: true }
  })
}

/** A member's own name, from now on: what they wrote before keeps the name it was written under. */
export function renameSelf(
  desk: Desk,
  memberId: string,
  name: string,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const was = await rename(w.tx, memberId, name)
    if (was === undefined) return { refused: 'not_found' }
    if (was === name) return { done: true }
    const detail = { was, name }
    await writeAudit(w.tx, { at: w.now, memberId, action: 'member.rename', subject: memberId, detail })
    w.tell({ kind: 'agent', memberId })
    return { done: true }
  })
}
