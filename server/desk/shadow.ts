import { newestClosedOf } from '../store/tickets.ts'
import type { Desk, Work } from './desk.ts'

/** S-9: the conversation a blocked sender believes in, while their words go into the closed ticket `ticketId`. */
export function shadowOf(desk: Desk, ticketId: string): string {
  return desk.secrets.derivedId('shadow ticket', ticketId)
}

/** Is this the conversation that the customer, blocked, was told of? It can be read and ended like any other. */
export async function isShadow(w: Work, customerId: string, ticketId: string): Promise<boolean> {
  const closed = await newestClosedOf(w.tx, 'web_chat', customerId)
  return closed !== undefined && shadowOf(w.desk, closed.id) === ticketId
}
