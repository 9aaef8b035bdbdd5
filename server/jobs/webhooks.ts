import { type PostRules, postWebhook } from '../channels/post-webhook.ts'
import { claimNextHook, freeCutOffHooks, hookDelivered, keyOf } from '../desk/deliver-hooks.ts'
import type { Desk } from '../desk/desk.ts'
import type { Sweep } from './again.ts'
import { several } from './several.ts'

/** D-9: tells the shop's programs what happened, apart from what goes to customers, so that neither holds up the other. */
export function startWebhooks(desk: Desk, rules: PostRules): Sweep {
  return several(desk, 'webhooks', {
    atOnce: 8,
    settle: (trying) => freeCutOffHooks(desk, trying),
    claim: () => claimNextHook(desk),
    keyOf: ({ delivery }) => keyOf(delivery),
    async run({ delivery, post }) {
      try {
        await hookDelivered(desk, delivery, await postWebhook(post, rules))
      } catch (error) {
        // It goes again: the row says still that nobody has finished it.
        desk.log.error({ err: error, where: 'webhook' }, 'a try was not written down')
      }
    },
  })
}
