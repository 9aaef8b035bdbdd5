import type { HookBody } from '../protocol/webhooks.ts'
import { findCustomer } from '../store/customers.ts'
import { readEntry } from '../store/threads.ts'
import { findTicket } from '../store/tickets.ts'
import { type HookDeliveryRecord, namesOf } from '../store/webhook-deliveries.ts'
import type { Desk } from './desk.ts'

/**
 * What a program of the shop is told of an event. How the ticket stood was kept with it; the rest is read in the log now,
 * so that nothing anybody wrote lies in a queue. Null: there is nothing to tell any more.
 */
export async function hookBody(desk: Desk, event: HookDeliveryRecord, withText: boolean): Promise<HookBody | null> {
  const [ticket, entry, { assignee, team }] = await Promise.all([
    findTicket(desk.db, event.ticket_id),
    readEntry(desk.db, event.ticket_id, event.seq),
    namesOf(desk.db, event),
  ])
  const customer = ticket && (await findCustomer(desk.db, ticket.customer_id))
  if (ticket === undefined || entry === undefined || customer === undefined) return null
  const common = {
    id: event.event_id,
    at: new Date(event.at).toISOString(),
    ticket: {
      id: ticket.id,
      number: ticket.number,
      n: event.seq,
      channel: ticket.channel,
      status: event.status,
      assignee,
      team,
      ...(withText && { subject: ticket.subject }),
      url: `${desk.pageUrl()}/inbox/all/${ticket.id}`,
    },
    customer: { id: customer.id, name: customer.name },
  }
  const { data, message, memberId, name } = entry
  const agent = memberId === null ? null : { id: memberId, name: name ?? '' }
  const by = data.type === 'status' ? data.by : 'agent'
  switch (event.event) {
    case 'message.received':
      if (message === null) return null
      return {
        ...common,
        event: event.event,
        message: {
          id: message.id,
          channel: message.channel,
          ...(withText && { text: message.text }),
          files: message.files?.length ?? 0,
        },
      }
    case 'ticket.opened':
      return { ...common, event: event.event }
    case 'ticket.reopened':
      return { ...common, event: event.event, by }
    case 'ticket.assigned':
      return { ...common, event: event.event, agent }
    case 'ticket.closed':
      return { ...common, event: event.event, by, agent }
  }
}
