import type { Outbound } from '../channels/channel.ts'
import type { LookUp } from '../channels/twilio/look-up.ts'
import { claimUnknown, lockDelivery, nobodysIds } from '../store/deliveries.ts'
import { afterAsking } from '../tickets/delivery-state.ts'
import { outboundOf } from './deliver.ts'
import { type Desk, work } from './desk.ts'
import { deliverySent, moveDelivery } from './report-delivery.ts'

export const neverTaken =
  'The provider’s answer was lost on its way, and it does not know this message: it was not sent.'

/** An SMS of unknown outcome, and since when it may lie at the provider (epoch milliseconds). */
export type Unknown = { outbound: Outbound; since: number }

/** Takes the next SMS of unknown outcome that is to be asked for. Null: none is due. */
export async function claimNextUnknown(desk: Desk): Promise<Unknown | null> {
  const delivery = await claimUnknown(desk.db, desk.clock.now())
  if (delivery === undefined) return null
  return { outbound: await outboundOf(desk, delivery), since: delivery.sent_at ?? delivery.created_at }
}

/** what the provider knows of it: it was sent, or, once that is certain, it never was. */
export function lookedUp(desk: Desk, { outbound, since }: Unknown, said: LookUp): Promise<void> {
  return work(desk, async (w) => {
    const delivery = await lockDelivery(w.tx, outbound.id)
    // A report was quicker.
    if (delivery === undefined || delivery.state !== 'unknown' || 'retry' in said) return
    const oldestFirst = said.found.toSorted((a, b) => a.at - b.at)
    const free = await nobodysIds(
      w.tx,
      delivery.channel,
      oldestFirst.map(({ externalId }) => externalId),
    )
    const after = afterAsking(
      oldestFirst.filter(({ externalId }) => free.includes(externalId)),
      w.now - since,
    )
    if (after === 'unknown') return
    if (after !== 'never_sent') return deliverySent(w, delivery, after.sent.externalId)
    await moveDelivery(w, delivery, 'failed', { error: { code: 'never_taken', words: neverTaken } })
  })
}
