import type { Settings } from '../protocol/settings.ts'
import { findCustomer } from '../store/customers.ts'
import { lockTicket, type TicketRecord } from '../store/tickets.ts'
import { setTimer } from '../store/timers.ts'
import { nudgeNow, waitingMarks, waitingSince } from '../tickets/waiting.ts'
import { toldOf } from './arrived.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { openTimeOf } from './open-time.ts'

type Waiting = Pick<TicketRecord, 'channel' | 'status' | 'spam' | 'waiting_since'>

/** W-12: the first moment at which the team is to be nudged about a ticket; null: never. */
export function firstNudge(ticket: Waiting, settings: Settings): number | null {
  return waitingMarks(ticket.channel, waitingSince(ticket), openTimeOf(settings))?.marked ?? null
}

/** W-12: a customer has begun to wait, or their clock has begun anew. */
export async function waitBegan(w: Work, ticket: TicketRecord, settings: Settings): Promise<void> {
  const at = firstNudge(ticket, settings)
  if (at !== null) await setTimer(w.tx, 'nudge', ticket.id, at)
}

/** W-12: tells whoever has the ticket, else everybody, that its customer has waited as long as a mark says. */
export async function nudge(w: Work, ticketId: string): Promise<void> {
  const ticket = await lockTicket(w.tx, ticketId)
  if (ticket === undefined) return
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const marks = waitingMarks(ticket.channel, waitingSince(ticket), openTimeOf(settings))
  const { mark, next } = nudgeNow(marks, w.now)
  if (next !== null) await setTimer(w.tx, 'nudge', ticketId, next)
  if (mark === null) return
  const customer = await findCustomer(w.tx, ticket.customer_id)
  w.tell({ kind: 'waits_long', ticket: toldOf(ticket, customer?.name ?? ''), mark })
}
