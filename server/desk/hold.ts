import type { TicketRecord } from '../store/tickets.ts'
import type { Desk } from './desk.ts'

/** W-6: proof that a page held the conversation while it ran; lets that page fetch what it missed of the end. */
export function holdOf(desk: Desk, ticket: TicketRecord): string {
  return desk.secrets.sign('hold', ticket.id)
}

export function holds(desk: Desk, ticketId: string, hold: string | undefined): boolean {
  return hold !== undefined && desk.secrets.signed('hold', ticketId, hold)
}
