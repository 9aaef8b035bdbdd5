import type { Db } from './connect.ts'

/** Who wrote the agents' messages of a ticket that stand after the entry `knew`. */
export function repliesAfter(db: Db, ticketId: string, knew: number): Promise<{ authorId: string | null }[]> {
  return db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select('messages.author_id as authorId')
    .where('events.ticket_id', '=', ticketId)
    .where('events.seq', '>', knew)
    .where('messages.author_kind', '=', 'agent')
    .execute()
}
