import type { ViewName } from '../protocol/ticket.ts'
import type { TicketState } from './ticket.ts'

type Viewed = TicketState & { customerBlocked: boolean; mentions?: readonly string[] }

/** S-5: does the ticket stand in that view of that agent? What is marked spam stands in Spam only (S-8). */
export function inView(ticket: Viewed, view: ViewName, agentId: string): boolean {
  if (view === 'spam' || ticket.spam) return view === 'spam' && ticket.spam === true
  switch (view) {
    case 'all':
      return true
    case 'mentions':
      return ticket.mentions?.includes(agentId) === true
    case 'mine':
      return ticket.status === 'open' && ticket.assigneeId === agentId
    case 'unassigned':
      return ticket.status === 'open' && ticket.assigneeId === null
  }
}

/** S-4: does the badge, the same for every agent, count the ticket? */
export function countsAsUnread(ticket: Viewed): boolean {
  return ticket.unread && ticket.status === 'open' && !ticket.customerBlocked && !ticket.spam
}
