import { createHmac } from 'node:crypto'
import type { RawRequest } from '../channel.ts'
import { sameSecret } from '../same-secret.ts'

/** Whether Meta signed exactly these bytes for our app (P-4). Without a secret nothing is believed. */
export function verifyMeta({ headers, body }: RawRequest, appSecret: string): boolean {
  if (appSecret === '') return false
  const right = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
  return sameSecret(headers['x-hub-signature-256'], right)
}

/** What to answer, as the whole body, when Meta asks whether this address is ours; null: refuse (403). */
export function answerHandshake({ url }: RawRequest, verifyToken: string): string | null {
  if (!URL.canParse(url)) return null
  const asked = new URL(url).searchParams
  const challenge = asked.get('hub.challenge') ?? ''
  const isOurs = sameSecret(asked.get('hub.verify_token') ?? undefined, verifyToken)
  // The answer goes out as it came in, so it must not be able to be markup.
  return isOurs && asked.get('hub.mode') === 'subscribe' && /^[\w-]{1,256}$/.test(challenge) ? challenge : null
}
