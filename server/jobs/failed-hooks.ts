import { parseHook } from '../channels/parse-hook.ts'
import type { Desk } from '../desk/desk.ts'
import { claimNextFailed, failedHookTried, retryAllFailed } from '../desk/failed-hooks.ts'
import { hearAll } from '../desk/hear-provider.ts'
import { again, type Sweep } from './again.ts'

/** Takes in again what could not be taken in when a provider brought it; what is in already stays as it is (P-4). */
export async function startTakingAgain(desk: Desk): Promise<Sweep> {
  await retryAllFailed(desk)
  return again(desk, 'failed hooks', 2_000, async () => {
    for (let hook = await claimNextFailed(desk); hook !== null; hook = await claimNextFailed(desk)) {
      const { provider, url, body, receivedAt } = hook
      const { events } = parseHook(provider, { method: 'POST', url, headers: {}, body }, receivedAt)
      const errors = await hearAll(desk, provider, events)
      for (const error of errors) desk.log.error({ err: error, where: `hooks/${provider}`, hook: hook.id }, 'a bug')
      await failedHookTried(desk, hook, errors)
    }
  })
}
