import type { ErrorCode } from '../protocol/errors.ts'
import type { ThreadEvent } from '../protocol/thread.ts'
import type { TicketRow } from '../protocol/ticket.ts'
import type { ExportedDelivery } from '../protocol/delivery.ts'
import { deliveriesOf } from '../store/deliveries.ts'
import { rowByNumber } from '../store/lists.ts'
import { entriesAfter } from '../store/threads.ts'
import type { Desk } from './desk.ts'
import { rowViews } from './read-list.ts'
import { viewsFor } from './thread-view.ts'

/** A ticket by its number, with its whole log as agents see it, and all that left the house for it. */
export async function exportTicket(
  desk: Desk,
  number: number,
): Promise<{ ticket: TicketRow; events: ThreadEvent[]; deliveries: ExportedDelivery[] } | { refused: ErrorCode }> {
  const row = await rowByNumber(desk.db, number)
  if (row === undefined) return { refused: 'not_found' }
  const entries = await entriesAfter(desk.db, row.id, 'agent', 0, row.seq)
  const deliveries = (await deliveriesOf(desk.db, row.id)).map((delivery) => ({
    message: delivery.id,
    channel: delivery.channel,
    to: delivery.to_value,
    from: delivery.from_address,
    state: delivery.state,
    externalId: delivery.external_id,
    attempts: delivery.attempts,
    error: delivery.error_code === null ? null : { code: delivery.error_code, words: delivery.error_words ?? '' },
    createdAt: delivery.created_at,
    sentAt: delivery.sent_at,
  }))
  return { ticket: (await rowViews(desk))(row), events: viewsFor('agent', entries), deliveries }
}
