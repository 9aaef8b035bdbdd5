import type { ErrorCode } from '../protocol/errors.ts'
import { findMember } from '../store/members.ts'
import { lockTicket } from '../store/tickets.ts'
import { type Actor, type Desk, work } from './desk.ts'
import { writeEntries } from './write-entries.ts'

/** D-4: hands a ticket to a member, or to nobody. */
export function assignTicket(
  desk: Desk,
  agent: Actor,
  ticketId: string,
  toId: string | null,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    if (ticket === undefined) return { refused: 'not_found' }
    if (ticket.assignee_id === toId) return { done: true }
    const to = toId === null ? null : await findMember(w.tx, toId)
    if (to === undefined) return { refused: 'not_found' }
    await writeEntries(w, ticket, [{ data: { type: 'assigned' }, by: agent, to }], { assignee_id: toId })
    return { done: true }
  })
}
