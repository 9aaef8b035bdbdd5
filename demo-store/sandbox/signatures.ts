import { createHmac, timingSafeEqual } from 'node:crypto'

/** As Twilio signs a form: the address as it knows it, then each field's name and value, in the order of the names. */
export const twilioSignature = (secret: string, url: string, form: URLSearchParams): string => {
  const pairs = [...new Set([...form].map(([name, value]) => `${name}\u0000${value}`))].sort()
  return createHmac('sha1', secret)
    .update(url + pairs.map((pair) => pair.replace('\u0000', '')).join(''))
    .digest('base64')
}

/** As Meta signs a batch: its bytes. */
export const metaSignature = (secret: string, body: string | Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** Compared in constant time. */
export const sameText = (given: string, right: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
