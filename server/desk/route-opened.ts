import { findCustomer } from '../store/customers.ts'
import { firstWords } from '../store/routing.ts'
import type { TicketRecord } from '../store/tickets.ts'
import type { Work } from './desk.ts'
import { type RoutedTo, routeTicket, toNobody } from './route-ticket.ts'

/** D-4, S-2, S-8: who gets a locked ticket that the team opens again, or finds to be no spam, where nobody has it. */
export async function routeOpened(w: Work, ticket: TicketRecord, tags: readonly string[]): Promise<RoutedTo> {
  const { id, channel, priority, team_id: team, subject } = ticket
  const customer = await findCustomer(w.tx, ticket.customer_id)
  if (customer === undefined) return toNobody
  const words = [subject ?? '', await firstWords(w.tx, id)].join('\n')
  return routeTicket(w, { customer, channel, tags, priority, team, words })
}
