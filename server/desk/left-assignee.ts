import type { TicketChange, TicketRecord } from '../store/tickets.ts'
import { freed } from '../tickets/assignment.ts'
import type { TicketStatus } from '../tickets/ticket.ts'
import type { Work } from './desk.ts'
import type { Draft } from './write-entries.ts'
import { nameOfLeft } from './write-worked.ts'

/**
 * S-2: what becomes of a ticket's assignee when a message or a reply makes it `status`: the line that says so, and what
 * changes. Nothing of either where it was not closed, or its assignee is still there.
 */
export async function leftBehind(
  w: Work,
  ticket: TicketRecord,
  status: TicketStatus,
): Promise<{ drafts: Draft[]; change: TicketChange }> {
  const { assignee_id: assignee } = ticket
  const left = assignee === null || ticket.status !== 'closed' ? null : await nameOfLeft(w, assignee)
  const then = freed({ status: ticket.status, assignee }, { status, assignee }, left !== null)
  if (left === null || then.assignee === assignee) return { drafts: [], change: {} }
  return { drafts: [{ data: { type: 'assigned', left } }], change: { assignee_id: then.assignee } }
}
