import { z } from 'zod'
import { type Answer, below, jsonOf, type Trouble } from '../provider-request.ts'

/** What is needed to speak with Twilio. The base address is `https://api.twilio.com`, or the sandbox. */
export type TwilioSettings = {
  baseUrl: string
  accountSid: string
  authToken: string
  /** A Messaging Service, where there is one; without a sender of its own it picks one for the message. */
  messagingServiceSid: string | null
  timeoutMs?: number
}

export const twilioTimeoutMs = 20_000

export function credentialsOf({ accountSid, authToken }: TwilioSettings): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
}

export function messagesAt({ baseUrl, accountSid }: TwilioSettings): URL {
  return below(baseUrl, `2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`)
}

const problem = z.object({ code: z.union([z.number().int(), z.string().regex(/^\d{1,6}$/)]).transform(String) })

/** Twilio's own error code in an answer that is none of what was asked for. */
export function codeIn(answer: Answer | Trouble): string | undefined {
  if ('trouble' in answer || answer.status < 300) return undefined
  const said = problem.safeParse(jsonOf(answer))
  return said.success ? said.data.code : undefined
}
