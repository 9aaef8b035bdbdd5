import { dropTimer, setTimer } from '../store/timers.ts'
import type { TicketState } from '../tickets/ticket.ts'
import type { Actor, Work } from './desk.ts'
import type { Draft } from './write-entries.ts'

type Stand = Pick<TicketState, 'status' | 'snoozedUntil'>

/** What the thread says where a ticket's status changes: what it is now, until when, and by whom. */
export function statusLine(is: Stand, by: 'customer' | 'agent' | 'timer', agent: Actor | null): Draft {
  const data = { type: 'status' as const, status: is.status, by, until: is.snoozedUntil }
  return agent === null ? { data } : { data, by: agent }
}

/** S-1: the desk looks again when the snooze is over, and at no other moment. */
export async function keepSnooze(w: Work, ticketId: string, { snoozedUntil }: Stand): Promise<void> {
  if (snoozedUntil === null) await dropTimer(w.tx, 'snooze', ticketId)
  else await setTimer(w.tx, 'snooze', ticketId, snoozedUntil)
}
