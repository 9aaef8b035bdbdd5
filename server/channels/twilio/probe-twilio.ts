import { z } from 'zod'
import type { ConnectionTest } from '../../protocol/channel-needs.ts'
import { isBusy, unreachable, works } from '../probe-result.ts'
import { ask, below, jsonOf } from '../provider-request.ts'
import { credentialsOf, type TwilioSettings, twilioTimeoutMs } from './account.ts'

const account = z.object({ sid: z.string(), status: z.string() })

/** Reads the account (twilio.com/docs/iam/api/account): is it there, is the token its own, and is it active? */
export async function probeTwilio(settings: TwilioSettings): Promise<ConnectionTest> {
  const about = settings.accountSid
  const answer = await ask({
    url: below(settings.baseUrl, `2010-04-01/Accounts/${encodeURIComponent(about)}.json`),
    method: 'GET',
    headers: { authorization: credentialsOf(settings), accept: 'application/json' },
    timeoutMs: settings.timeoutMs ?? twilioTimeoutMs,
    maxBytes: 256 * 1024,
  })
  if ('trouble' in answer) return unreachable(about, answer.reason)
  if (isBusy(answer)) return unreachable(about, `HTTP ${answer.status}`)
  if (answer.status === 401 || answer.status === 403) return { outcome: 'wrong_credentials', about, words: null }
  if (answer.status === 404) return { outcome: 'unknown_address', about, words: null }
  const found = answer.status === 200 ? account.safeParse(jsonOf(answer)).data : undefined
  if (found?.sid !== about) return { outcome: 'refused', about, words: `HTTP ${answer.status}` }
  return found.status === 'active' ? works : { outcome: 'refused', about, words: `The account is ${found.status}.` }
}
