import { recentTails } from '../store/lists.ts'
import type { Desk } from './desk.ts'

export type Tail = { ticket: string; customerId: string; last: number; customerLast: number }

/** The last numbers of these tickets in both counts. */
export async function readTails(desk: Desk, ticketIds: string[]): Promise<Tail[]> {
  const rows = await recentTails(desk.db, ticketIds)
  return rows.map((row) => ({
    ticket: row.id,
    customerId: row.customer_id,
    last: row.seq,
    customerLast: row.customer_seq,
  }))
}
