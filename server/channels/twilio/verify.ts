import { createHash, createHmac } from 'node:crypto'
import type { RawRequest } from '../channel.ts'
import { sameSecret } from '../same-secret.ts'

/**
 * Whether Twilio signed this request for us (P-4): the public address and every field of the form, or, where there is
 * no form, the address that carries the body's digest. Without a token nothing is believed.
 */
export function verifyTwilio(request: RawRequest, authToken: string): boolean {
  if (authToken === '') return false
  const fields = signedFields(request)
  if (fields === undefined) return false
  const given = request.headers['x-twilio-signature']
  const spellings = spellingsOf(request.url).map((url) =>
    createHmac('sha1', authToken)
      .update(url + fields)
      .digest('base64'),
  )
  return spellings.filter((right) => sameSecret(given, right)).length > 0
}

/** What is signed beside the address; undefined where the body is not covered by the signature at all. */
function signedFields({ url, headers, body }: RawRequest): string | undefined {
  const digest = /[?&]bodySHA256=([^&#]*)/.exec(url)?.[1]
  if (digest !== undefined) {
    return sameSecret(createHash('sha256').update(body).digest('hex'), digest.toLowerCase()) ? '' : undefined
  }
  if (body.length === 0) return ''
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return undefined
  const values = new Map<string, Set<string>>()
  for (const [key, value] of new URLSearchParams(body.toString('utf8'))) {
    values.set(key, (values.get(key) ?? new Set()).add(value))
  }
  return [...values.keys()]
    .sort()
    .flatMap((key) => [...(values.get(key) ?? [])].sort().map((value) => key + value))
    .join('')
}

/** Twilio signs the address sometimes with its port and sometimes without, also where it is the usual one. */
function spellingsOf(url: string): string[] {
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?#]*)(.*)$/s.exec(url) ?? []
  if (scheme === '') return [url]
  const bare = authority.replace(/:\d+$/, '')
  const port = /:\d+$/.exec(authority)?.[0] ?? (scheme === 'https' ? ':443' : ':80')
  return [`${scheme}://${bare}${rest}`, `${scheme}://${bare}${port}${rest}`]
}
