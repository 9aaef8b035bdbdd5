import type { TicketStatus } from './ticket.ts'

/** Who has a ticket, as far as their leaving matters. */
type Held = { status: TicketStatus; assignee: string | null }
type Looks = Held & { spam: boolean }

/** D-4, S-2, S-8: does a ticket that an agent's hand made `then` look for an assignee? */
export function looksForOne(was: Looks, then: Looks): boolean {
  const opened = was.status === 'closed' || was.spam
  return opened && then.status === 'open' && !then.spam && then.assignee === null
}

/** S-2: a ticket that is opened again goes to Unassigned where whoever has it is no longer in the team. */
export function freed<T extends Held>(was: Held, then: T, assigneeLeft: boolean): T {
  const opens = was.status === 'closed' && then.status !== 'closed'
  return opens && assigneeLeft && then.assignee === was.assignee ? { ...then, assignee: null } : then
}

/** S-2: what a member who leaves has live goes to Unassigned; what is closed is freed when it is opened. Null: not theirs. */
export function leftBehindBy<T extends Held>(member: string, ticket: T): T | null {
  return ticket.assignee === member && ticket.status !== 'closed' ? { ...ticket, assignee: null } : null
}
