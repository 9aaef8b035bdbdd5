import { z } from 'zod'
import type { Outbound } from '../channel.ts'
import { ask, jsonOf } from '../provider-request.ts'
import { credentialsOf, messagesAt, type TwilioSettings, twilioTimeoutMs } from './account.ts'

/** Messages at Twilio that may be the one we do not know about, newest first; or that nothing can be said now. */
export type LookUp = { found: Found[] } | { retry: true; reason: string }
/** `same`: it has our words. Twilio may have changed some of them on the way (smart encoding). */
export type Found = { externalId: string; at: number; same: boolean }

const listed = z.object({
  sid: z.string().min(1),
  to: z.string(),
  from: z.string().nullish(),
  body: z.string().nullish(),
  direction: z.string(),
  date_created: z.string(),
})
const page = z.object({ messages: z.array(z.unknown()) })

/** Twilio's clock and ours need not agree to the second. */
const slackMs = 60_000

/**
 * Looks for a message of unknown outcome, by recipient and sender, among those Twilio took since `since` (epoch
 * milliseconds, when the try began). Two equal messages are both found; which of them is already known is the caller's
 * to tell. Looked at are the last 50 to this recipient.
 */
export async function lookUpTwilio(outbound: Outbound, since: number, settings: TwilioSettings): Promise<LookUp> {
  const url = messagesAt(settings)
  url.searchParams.set('To', outbound.to.value)
  if (outbound.from !== '') url.searchParams.set('From', outbound.from)
  url.searchParams.set('PageSize', '50')
  const answer = await ask({
    url,
    method: 'GET',
    headers: { authorization: credentialsOf(settings), accept: 'application/json' },
    timeoutMs: settings.timeoutMs ?? twilioTimeoutMs,
    maxBytes: 2 * 1024 * 1024,
  })
  if ('trouble' in answer) return { retry: true, reason: answer.reason }
  const list = answer.status === 200 ? page.safeParse(jsonOf(answer)) : undefined
  if (!list?.success) return { retry: true, reason: `http ${answer.status}` }
  return {
    found: list.data.messages
      .flatMap((message) => listed.safeParse(message).data ?? [])
      .map((message) => ({ ...message, at: Date.parse(message.date_created) }))
      .filter(({ at, to, direction }) => {
        return at >= since - slackMs && to === outbound.to.value && direction.startsWith('outbound')
      })
      .map(({ sid, at, body }) => ({ externalId: sid, at, same: bare(body) === outbound.text.trim() })),
  }
}

/** A trial account puts words of Twilio before ours. */
const bare = (body: string | null | undefined) =>
  (body ?? '').replace(/^Sent from your Twilio trial account - /, '').trim()
