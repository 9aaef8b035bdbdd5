import type { Draft } from '../protocol/draft.ts'
import type { DraftKind } from '../protocol/draft-kinds.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { isBlank } from '../protocol/text.ts'
import { draftsIn, dropDraft, putDraft, ticketsWithDrafts } from '../store/drafts.ts'
import { findTicket } from '../store/tickets.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'

/** How many rows of the list can be marked at most. */
const mostMarked = 500

/**
 * Keeps what an agent is writing, for all their devices and tabs: the newest holds, an older one changes nothing. An
 * empty one is no draft any more. Nobody but its writer ever gets it.
 */
export function saveDraft(desk: Desk, agent: Actor, given: Draft): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    if ((await findTicket(w.tx, given.ticket)) === undefined) return { refused: 'not_found' }
    // A clock that is ahead must not win for ever.
    const draft = { ...given, at: Math.min(given.at, w.now) }
    const { ticket, kind, at } = draft
    const changed = isBlank(draft.text)
      ? (await dropDraft(w.tx, agent.id, ticket, kind, at)) !== undefined
      : await putDraft(w.tx, agent.id, draft)
    if (changed) w.tell({ kind: 'draft', memberId: agent.id, draft })
    return { done: true }
  })
}

/** What was written up to then has been sent: it is no draft any more, on no device. What was written since stays. */
export async function draftSent(w: Work, agent: Actor, ticket: string, kind: DraftKind, written: number) {
  const at = await dropDraft(w.tx, agent.id, ticket, kind, written)
  if (at === undefined) return
  w.tell({ kind: 'draft', memberId: agent.id, draft: { ticket, kind, text: '', knew: 0, actions: [], at } })
}

export function readDrafts(desk: Desk, agent: Actor, ticketId: string): Promise<Draft[]> {
  return draftsIn(desk.db, agent.id, ticketId)
}

/** The tickets whose rows say that the agent has something unsent there. */
export function draftedTickets(desk: Desk, agent: Actor): Promise<string[]> {
  return ticketsWithDrafts(desk.db, agent.id, mostMarked)
}
