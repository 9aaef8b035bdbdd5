import { type PostRules, postWebhook } from '../channels/post-webhook.ts'
import { claimNextHook, type Errand, freeCutOffHooks, hookDelivered, keyOf } from '../desk/deliver-hooks.ts'
import type { Desk } from '../desk/desk.ts'
import { again, type Sweep } from './again.ts'

/** Tries at a time of this process. */
const atOnce = 8

/** D-9: tells the shop's programs what happened, apart from what goes to customers, so that neither holds up the other. */
export function startWebhooks(desk: Desk, rules: PostRules): Sweep {
  const running = new Set<Promise<void>>()
  const trying = new Set<string>()
  const one = async ({ delivery, post }: Errand) => {
    try {
      await hookDelivered(desk, delivery, await postWebhook(post, rules))
    } catch (error) {
      // It goes again: the row says still that nobody has finished it.
      desk.log.error({ err: error, where: 'webhook' }, 'a try was not written down')
    }
    trying.delete(keyOf(delivery))
  }
  const sweep = again(desk, 'webhooks', 1_000, async () => {
    await freeCutOffHooks(desk, [...trying])
    while (running.size < atOnce) {
      const errand = await claimNextHook(desk)
      if (errand === null) return
      trying.add(keyOf(errand.delivery))
      const going = one(errand).then(() => {
        running.delete(going)
        sweep.hurry()
      })
      running.add(going)
    }
  })
  return {
    hurry: sweep.hurry,
    async stop() {
      await sweep.stop()
      await Promise.all(running)
    },
  }
}
