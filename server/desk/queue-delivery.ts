import { addDelivery } from '../store/deliveries.ts'
import type { TicketRecord } from '../store/tickets.ts'
import type { Work } from './desk.ts'

/**
 * Has a message of this ticket delivered: in the transaction that writes it, so that it leaves the house or fails
 * visibly, whatever happens to the process. To whom and from where stands in the ticket (T-3, T-4).
 */
export async function queueDelivery(w: Work, ticket: TicketRecord, messageId: string): Promise<void> {
  const { id, channel, customer_id, to_kind, to_value, brand_address } = ticket
  if (channel === 'web_chat' || to_kind === null || to_value === null || brand_address === null) {
    throw new Error(`Ticket ${id} leads to nobody outside.`)
  }
  await addDelivery(w.tx, {
    id: messageId,
    ticketId: id,
    customerId: customer_id,
    channel,
    to: { kind: to_kind, value: to_value },
    from: brand_address,
    text: null,
    at: w.now,
  })
  w.tell({ kind: 'delivery_queued' })
}
