import type { Attended } from '../protocol/attendance.ts'
import type { Writing } from '../protocol/writings.ts'
import { pagesAtTickets, setTyping } from '../store/attendance.ts'
import { attendance, writesUntil } from '../tickets/attendance.ts'
import { type Desk, work } from './desk.ts'

/** who is at which ticket, as it stands in the rows: of all tickets, or of these, where nobody may be left. */
export async function readAttendance(desk: Desk, tickets: readonly string[] | null = null): Promise<Attended[]> {
  const rows = await pagesAtTickets(desk.db, tickets)
  const pages = rows.flatMap(({ person_id, ticket_id, hidden_since, typing, typing_until }) => {
    if (ticket_id === null) return []
    const writing = typing === null || typing_until === null ? null : { what: typing, until: typing_until }
    return [{ memberId: person_id, ticketId: ticket_id, visible: hidden_since === null, writing }]
  })
  const found = attendance(pages, desk.clock.now())
  if (tickets === null) return found
  return tickets.map((ticket) => found.find((one) => one.ticket === ticket) ?? { ticket, agents: [] })
}

/** the agent of this page writes in the ticket it shows (null: no longer). Elsewhere it is nothing to tell. */
export function agentTypes(desk: Desk, pageId: string, ticketId: string, what: Writing | null): Promise<void> {
  return work(desk, async (w) => {
    const typing = what === null ? null : { what, until: writesUntil(w.now) }
    if (await setTyping(w.tx, { id: pageId, ticketId }, typing)) w.tell({ kind: 'attendance', ticketId })
  })
}
