import { tagsOf } from '../store/tags.ts'
import type { TicketRecord } from '../store/tickets.ts'
import type { TicketStatus } from '../tickets/ticket.ts'
import type { Work } from './desk.ts'
import { leftBehind } from './left-assignee.ts'
import { changeOf, type Placed } from './route-arrival.ts'
import { routeOpened } from './route-opened.ts'

/** S-2, D-4: who has a locked ticket that an answer makes `status`. One that it opens again looks for somebody, too. */
export async function routeReply(w: Work, ticket: TicketRecord, status: TicketStatus): Promise<Placed> {
  const freed = await leftBehind(w, ticket, status)
  const nobodys = ticket.assignee_id === null || freed.change.assignee_id === null
  if (ticket.status !== 'closed' || status === 'closed' || !nobodys) {
    return { before: freed.drafts, after: [], change: freed.change }
  }
  const routed = await routeOpened(w, ticket, await tagsOf(w.tx, ticket.id))
  return { before: freed.drafts, after: routed.drafts, change: { ...freed.change, ...changeOf(routed) } }
}
