import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** D-10: what became of the question about a ticket, and when its customer was asked last. */
export async function findSatisfaction(tx: Db, ticketId: string, customerId: string) {
  const own = await tx
    .selectFrom('satisfaction')
    .select(['score', 'comment', 'asked_at', 'answered_at'])
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  const last = await tx
    .selectFrom('satisfaction')
    .select('asked_at')
    .where('customer_id', '=', customerId)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { own, lastAskedAt: last?.asked_at ?? null }
}

export async function noteAsked(tx: Db, ticketId: string, customerId: string, at: number): Promise<void> {
  await tx
    .insertInto('satisfaction')
    .values({ ticket_id: ticketId, customer_id: customerId, asked_at: moment(at) })
    .execute()
}

/** Said for the first time at `at`, or in other words now. */
export async function noteRating(
  tx: Db,
  ticketId: string,
  rating: { score: number; comment: string },
  at: number,
): Promise<void> {
  await tx
    .updateTable('satisfaction')
    .set((q) => ({ ...rating, answered_at: q.fn.coalesce('answered_at', moment(at)) }))
    .where('ticket_id', '=', ticketId)
    .execute()
}
