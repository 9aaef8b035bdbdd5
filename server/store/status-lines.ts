import { entryData } from './entry-data.ts'
import type { Db } from './connect.ts'

/** The last time a ticket was opened, put off or closed, and at whose hand; undefined: never since it was made. */
export async function lastStatus(db: Db, ticketId: string) {
  const row = await db
    .selectFrom('events')
    .select(['at', 'data'])
    .where('ticket_id', '=', ticketId)
    .where('type', '=', 'status')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const data = entryData.parse(row.data)
  return data.type === 'status' ? { at: row.at, status: data.status, by: data.by } : undefined
}
