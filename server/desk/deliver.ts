import type { Outbound, SendResult } from '../channels/channel.ts'
import {
  changeDelivery,
  claimDelivery,
  cutOffDeliveries,
  type DeliveryRecord,
  lockDelivery,
  releaseUntried,
} from '../store/deliveries.ts'
import { findMessage } from '../store/threads.ts'
import { retried } from '../tickets/delivery-state.ts'
import { type Desk, work } from './desk.ts'
import { filesToSend } from './file-links.ts'
import { heldBack } from './held-back.ts'
import { outgoingMail } from './outgoing-mail.ts'
import { deliverySent, moveDelivery, tellDelivery } from './report-delivery.ts'
import { textAsSent } from './short-links.ts'
import { isStoreTrouble } from './trouble.ts'

/** Waits between the tries, in milliseconds; after the last one the message has failed, and an agent may Retry. */
const waits = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000]

export const unreachable = 'The provider could not be reached. Nothing was sent.'

/**
 * Takes the next delivery that is due, for one try by this process, as the porch needs it. Null: nothing is due. What may
 * not be sent any more has failed.
 */
export async function claimNext(desk: Desk): Promise<Outbound | null> {
  for (;;) {
    const claimed = await claimDelivery(desk.db, desk.processId, desk.clock.now())
    if (claimed === undefined) return null
    try {
      const why = await heldBack(desk, claimed)
      if (why === null) return await outboundOf(desk, claimed)
      await deliveryTried(desk, claimed.id, { refused: true, ...why })
    } catch (error) {
      if (isStoreTrouble(error)) throw error
      // It must not stand in the way of the others.
      desk.log.error({ err: error, where: 'delivery' }, 'a delivery could not be made')
      await deliveryTried(desk, claimed.id, { retry: true, reason: 'internal', afterMs: null })
    }
  }
}

export async function outboundOf(desk: Desk, delivery: DeliveryRecord): Promise<Outbound> {
  const message = delivery.message_id === null ? undefined : await findMessage(desk.db, delivery.message_id)
  return {
    id: delivery.id,
    channel: delivery.channel,
    to: { kind: delivery.to_kind, value: delivery.to_value },
    from: delivery.from_address,
    text: delivery.text ?? (await textAsSent(desk, delivery.id, message?.text ?? '')),
    attachments: await filesToSend(desk, delivery.message_id),
    mail: null,
    statusUrl: null,
    ...(await outgoingMail(desk, delivery, message?.from === 'automatic')),
  }
}

/**
 * Writes down what became of a try. What may have been sent is never sent again by itself; a provider that cannot be
 * reached is asked again, with patience; what it refuses has failed at once, with the reason on the message.
 */
export function deliveryTried(desk: Desk, id: string, result: SendResult): Promise<void> {
  return work(desk, async (w) => {
    const delivery = await lockDelivery(w.tx, id)
    if (delivery === undefined) return
    if ('sent' in result) return deliverySent(w, delivery, result.externalId)
    // A report was quicker than the answer: what it said holds.
    if (delivery.state !== 'queued') return
    if ('unknown' in result) return moveDelivery(w, delivery, 'unknown', { sentAt: delivery.attempt_at ?? w.now })
    if ('refused' in result) {
      const { code, words } = result
      return moveDelivery(w, delivery, 'failed', { error: { code, words } })
    }
    const wait = waits[delivery.attempts - 1]
    if (wait === undefined)
      return moveDelivery(w, delivery, 'failed', { error: { code: 'unreachable', words: unreachable } })
    await changeDelivery(w.tx, id, { state: 'queued', nextTryAt: w.now + Math.max(wait, result.afterMs ?? 0) })
  })
}

/**
 * Deliveries whose process died while it tried: a mail is sent again, for its Message-ID makes the two one; of anything
 * else it is not known whether it was sent. What this process claimed and never tried (`trying` names the others) waits
 * again: trouble with the store came in between.
 */
export function settleCutOff(desk: Desk, trying: readonly string[]): Promise<void> {
  return work(desk, async (w) => {
    await releaseUntried(w.tx, desk.processId, trying)
    for (const delivery of await cutOffDeliveries(w.tx)) {
      if (delivery.channel === 'email') await changeDelivery(w.tx, delivery.id, { state: 'queued', nextTryAt: w.now })
      else await moveDelivery(w, delivery, 'unknown', { sentAt: delivery.attempt_at ?? w.now })
    }
  })
}

/** An agent's Retry of a message that failed; any other stays as it is. */
export function retryDelivery(desk: Desk, id: string): Promise<{ done: true } | { refused: 'not_found' }> {
  return work(desk, async (w) => {
    const delivery = await lockDelivery(w.tx, id)
    if (delivery === undefined) return { refused: 'not_found' }
    if (retried(delivery.state) === null) return { done: true }
    await changeDelivery(w.tx, id, { state: 'queued', nextTryAt: w.now, error: null, attempts: 0 })
    await tellDelivery(w, delivery, 'queued', null)
    w.tell({ kind: 'delivery_queued' })
    return { done: true }
  })
}
