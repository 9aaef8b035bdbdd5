import { carry } from '../channels/carriers.ts'
import { setTimeout as pause } from 'node:timers/promises'
import type { Outbound, SendResult } from '../channels/channel.ts'
import { lookUpTwilio } from '../channels/twilio/look-up.ts'
import { addressed, connectionsNow } from '../desk/connections.ts'
import { claimNext, deliveryTried, settleCutOff } from '../desk/deliver.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextUnknown, lookedUp } from '../desk/settle-unknown.ts'
import { isStoreTrouble } from '../desk/trouble.ts'
import { again, type Sweep } from './again.ts'
import { several } from './several.ts'

/**
 * Carries queued messages out of the house (DESIGN 5). The queue is the deliveries' table, so nothing is lost when the
 * process dies; `hurry` only makes a round come sooner. No network is called inside a transaction.
 */
export function startErrands(desk: Desk): Sweep {
  let stopped = false
  const deliveries = several(desk, 'deliveries', {
    atOnce: 8,
    settle: (trying) => settleCutOff(desk, trying),
    claim: () => claimNext(desk),
    keyOf: ({ id }) => id,
    run: (outbound) => tryOnce(desk, outbound, () => stopped),
  })
  const questions = again(desk, 'unknown deliveries', 2_000, () => askForUnknown(desk))
  return {
    hurry: deliveries.hurry,
    async stop() {
      stopped = true
      await Promise.all([deliveries.stop(), questions.stop()])
    },
  }
}

/** One try. Trouble with the store before it leaves the delivery to the next round; after it, the outcome is kept. */
async function tryOnce(desk: Desk, outbound: Outbound, stopped: () => boolean): Promise<void> {
  const result = await resultOf(desk, outbound)
  if (result !== null) await outlasting(() => deliveryTried(desk, outbound.id, result), stopped)
}

/** Null: it was not tried at all. A bug of ours before the carrier had it is tried again, one after that is not. */
async function resultOf(desk: Desk, outbound: Outbound): Promise<SendResult | null> {
  let handedOver = false
  try {
    const connections = await connectionsNow(desk)
    const ready = await addressed(desk, outbound)
    handedOver = true
    return await carry(ready, connections)
  } catch (error) {
    if (!handedOver && isStoreTrouble(error)) return null
    desk.log.error({ err: error, where: 'delivery' }, 'a try failed')
    return handedOver ? { unknown: true, reason: 'internal' } : { retry: true, reason: 'internal', afterMs: null }
  }
}

/** What happened outside must not be forgotten because the store is away for a while. */
async function outlasting(write: () => Promise<void>, stopped: () => boolean): Promise<void> {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!isStoreTrouble(error) || stopped()) throw error
    }
    await pause(500)
  }
}

/** Twilio tells what it took when it is asked; Meta only by its reports. */
async function askForUnknown(desk: Desk): Promise<void> {
  for (let one = await claimNextUnknown(desk); one !== null; one = await claimNextUnknown(desk)) {
    const { sms } = await connectionsNow(desk)
    if (sms !== null) await lookedUp(desk, one, await lookUpTwilio(one.outbound, one.since, sms))
  }
}
