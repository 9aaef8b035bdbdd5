import { z } from 'zod'
import type { Outbound, SendResult } from '../channel.ts'
import { ask, jsonOf } from '../provider-request.ts'
import { resultOf } from '../send-result.ts'
import { codeIn, credentialsOf, messagesAt, type TwilioSettings, twilioTimeoutMs } from './account.ts'
import { twilioMeaning } from './error-words.ts'
import { ownIdField } from './parse.ts'

const created = z.object({ sid: z.string().min(1) })

/**
 * Hands one SMS or MMS to Twilio, once. An answer that got lost is `unknown`, never sent again here: Twilio names our
 * message's id when it reports on it, and `lookUpTwilio` asks.
 */
export async function sendTwilio(outbound: Outbound, settings: TwilioSettings): Promise<SendResult> {
  const form = new URLSearchParams({ To: outbound.to.value, Body: outbound.text })
  if (outbound.from !== '') form.set('From', outbound.from)
  if (settings.messagingServiceSid !== null) form.set('MessagingServiceSid', settings.messagingServiceSid)
  for (const { url } of outbound.attachments) form.append('MediaUrl', url)
  if (outbound.statusUrl !== null) form.set('StatusCallback', statusUrlOf(outbound.statusUrl, outbound.id))
  const answer = await ask({
    url: messagesAt(settings),
    method: 'POST',
    headers: {
      authorization: credentialsOf(settings),
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: form.toString(),
    timeoutMs: settings.timeoutMs ?? twilioTimeoutMs,
    maxBytes: 256 * 1024,
  })
  const said = 'trouble' in answer ? undefined : created.safeParse(jsonOf(answer)).data
  const code = codeIn(answer)
  return resultOf(answer, { sid: said?.sid, code, meaning: twilioMeaning(code) })
}

function statusUrlOf(statusUrl: string, id: string): string {
  const url = new URL(statusUrl)
  url.searchParams.set(ownIdField, id)
  return url.href
}
