import type { TicketRecord } from '../store/tickets.ts'
import { addHookDeliveries } from '../store/webhook-deliveries.ts'
import type { Happened } from '../tickets/webhooks.ts'
import type { Work } from './desk.ts'

/** D-9: has the shop's programs told of what happened to a ticket, in the transaction in which it does. */
export async function queueHooks(w: Work, ticket: TicketRecord, happened: Happened[]): Promise<void> {
  if (happened.length === 0) return
  const events = happened.map((one) => ({
    ...one,
    id: w.desk.secrets.derivedId('webhook', `${ticket.id} ${one.seq} ${one.event}`),
  }))
  if ((await addHookDeliveries(w.tx, ticket, events, w.now)) > 0) w.tell({ kind: 'delivery_queued' })
}
