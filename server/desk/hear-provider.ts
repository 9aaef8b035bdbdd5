import type { ChannelEvent } from '../channels/channel.ts'
import { addNames, holdNames, lockByNames, renameCustomer } from '../store/identities.ts'
import { isNews } from '../store/provider-events.ts'
import type { Provider } from '../store/tables.ts'
import { redirectTickets } from '../store/tickets.ts'
import { type Desk, type Work, work } from './desk.ts'
import { receiveRemote } from './receive-remote.ts'
import { hearEcho, reportDelivery } from './report-delivery.ts'
import { onceMoreOnTwin } from './twin.ts'

/**
 * Takes in what a verified provider told, each event in a transaction of its own, however often and in whatever order it
 * comes (P-4). A throw leaves the event untaken: the provider is to tell it again.
 */
export function hearProvider(desk: Desk, provider: Provider, event: ChannelEvent): Promise<void> {
  return onceMoreOnTwin(() =>
    work(desk, (w) => {
      switch (event.kind) {
        case 'message':
          return receiveRemote(w, provider, event)
        case 'delivery':
          return reportDelivery(w, provider, event)
        case 'echo':
          return hearEcho(w, event)
        case 'identity':
          return learnNames(w, provider, event)
      }
    }),
  )
}

/** Each event by itself: a broken one keeps none of its neighbours out. Resolves with what went wrong, one a broken event. */
export async function hearAll(desk: Desk, provider: Provider, events: readonly ChannelEvent[]): Promise<unknown[]> {
  const errors: unknown[] = []
  for (const event of events) {
    try {
      await hearProvider(desk, provider, event)
    } catch (error) {
      errors.push(error)
    }
  }
  return errors
}

/**
 * T-4: a person goes by other names from now on; who went by the old ones goes by the new ones too, for what they wrote
 * before may still come. They are answered, and shown, by the new ones.
 */
async function learnNames(w: Work, provider: Provider, event: Extract<ChannelEvent, { kind: 'identity' }>) {
  if (!(await isNews(w.tx, provider, event.externalId, w.now))) return
  await holdNames(w.tx, [...event.was, ...event.now])
  const customer = await lockByNames(w.tx, event.was)
  if (customer === undefined) return
  await addNames(w.tx, customer.id, event.now)
  await renameCustomer(w.tx, customer, event)
  await redirectTickets(w.tx, customer.id, event.was, event.now[0])
}
