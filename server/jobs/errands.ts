import { carry } from '../channels/carriers.ts'
import type { Outbound } from '../channels/channel.ts'
import { lookUpTwilio } from '../channels/twilio/look-up.ts'
import { addressed, connectionsNow } from '../desk/connections.ts'
import { claimNext, deliveryTried, settleCutOff } from '../desk/deliver.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextUnknown, lookedUp } from '../desk/settle-unknown.ts'
import { again } from './again.ts'

/** Tries at a time of this process; a slow provider does not hold up the others. */
const atOnce = 8

/**
 * Carries queued messages out of the house (DESIGN 5). The queue is the deliveries' table, so nothing is lost when the
 * process dies; `hurry` only makes a round come sooner. No network is called inside a transaction.
 */
export function startErrands(desk: Desk): { hurry(): void; stop(): Promise<void> } {
  const running = new Set<Promise<void>>()
  const round = async () => {
    await settleCutOff(desk)
    while (running.size < atOnce) {
      const outbound = await claimNext(desk)
      if (outbound === null) return
      const trying = tryOnce(desk, outbound)
        .catch((error: unknown) => desk.log.error({ err: error, where: 'delivery' }, 'a try was not written down'))
        .finally(() => {
          running.delete(trying)
          sweep.hurry()
        })
      running.add(trying)
    }
  }
  const sweep = again(desk, 'deliveries', 1_000, round)
  const questions = again(desk, 'unknown deliveries', 2_000, () => askForUnknown(desk))
  return {
    hurry: sweep.hurry,
    async stop() {
      await Promise.all([sweep.stop(), questions.stop()])
      await Promise.all(running)
    },
  }
}

async function tryOnce(desk: Desk, outbound: Outbound): Promise<void> {
  const connections = await connectionsNow(desk)
  await deliveryTried(desk, outbound.id, await carry(await addressed(desk, outbound), connections))
}

/** Twilio tells what it took when it is asked; Meta only by its reports. */
async function askForUnknown(desk: Desk): Promise<void> {
  for (let one = await claimNextUnknown(desk); one !== null; one = await claimNextUnknown(desk)) {
    const { sms } = await connectionsNow(desk)
    if (sms !== null) await lookedUp(desk, one, await lookUpTwilio(one.outbound, one.since, sms))
  }
}
