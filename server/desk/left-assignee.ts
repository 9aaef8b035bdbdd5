import type { TicketChange, TicketRecord } from '../store/tickets.ts'
import type { Work } from './desk.ts'
import type { Draft } from './write-entries.ts'
import { nameOfLeft } from './write-worked.ts'

/**
 * S-2: a closed ticket of somebody who is no longer in the team goes to Unassigned when a message opens it again. The
 * line that says so, and what changes; nothing of either where its assignee is still there.
 */
export async function leftBehind(w: Work, ticket: TicketRecord): Promise<{ drafts: Draft[]; change: TicketChange }> {
  const left = ticket.assignee_id === null ? null : await nameOfLeft(w, ticket.assignee_id)
  if (left === null) return { drafts: [], change: {} }
  return { drafts: [{ data: { type: 'assigned', left } }], change: { assignee_id: null } }
}
