// Node: who is signed in, in the shop's own hand. The secret stays on the server; the answer is never cached.
import { createHmac } from 'node:crypto'

/** `customer` has an id, and email, name, phone and locale as far as the shop knows them; `now` is in seconds. */
export function hubToken(customer, shopId, shopSecret, now = Math.floor(Date.now() / 1000)) {
  const { id, ...known } = customer
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { ...known, sub: String(id), aud: shopId, iat: now, exp: now + 600 }
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createHmac('sha256', shopSecret).update(text).digest('base64url')}`
}
