import type { ErrorCode } from '../protocol/errors.ts'
import type { ThreadEvent } from '../protocol/thread.ts'
import type { TicketRow } from '../protocol/ticket.ts'
import { rowByNumber } from '../store/lists.ts'
import { entriesAfter } from '../store/threads.ts'
import type { Desk } from './desk.ts'
import { rowView } from './read-list.ts'
import { viewsFor } from './thread-view.ts'

/** A ticket by its number, with its whole log as agents see it. */
export async function exportTicket(
  desk: Desk,
  number: number,
): Promise<{ ticket: TicketRow; events: ThreadEvent[] } | { refused: ErrorCode }> {
  const row = await rowByNumber(desk.db, number)
  if (row === undefined) return { refused: 'not_found' }
  const entries = await entriesAfter(desk.db, row.id, 'agent', 0, row.seq)
  return { ticket: rowView(row, desk.clock.now()), events: viewsFor('agent', entries) }
}
