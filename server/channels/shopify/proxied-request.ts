import { createHmac } from 'node:crypto'
import { sameSecret } from '../same-secret.ts'

/** Who asks by Shopify's app proxy: the shop's customer by Shopify's id, or null for somebody who is not signed in. */
export type Proxied = { customerId: string | null }

type Expected = { shop: string; secret: string; now: number }

/** A request is forwarded at once; what is older has been kept by somebody. Their clock may be a little ahead of ours. */
const oldestMs = 5 * 60_000
const aheadMs = 60_000

/**
 * Reads what Shopify's app proxy forwarded, or undefined where not all of it is Shopify's word for this shop and this
 * moment. The page chooses the rest of the query: what we read must stand there once, and in its own form.
 *
 * Signature: shopify.dev, "Authenticate app proxies"; `logged_in_customer_id`: its changelog of 5 July 2022.
 */
export function readProxied(query: string, { shop, secret, now }: Expected): Proxied | undefined {
  const given = new URLSearchParams(query)
  const one = (name: string) => (given.getAll(name).length === 1 ? given.get(name) : null)
  if (!sameSecret(one('signature') ?? undefined, proxySignature(given, secret))) return undefined
  if (one('shop') !== shop) return undefined
  const timestamp = one('timestamp') ?? ''
  if (!/^\d{1,12}$/.test(timestamp)) return undefined
  const age = now - Number(timestamp) * 1_000
  if (age > oldestMs || age < -aheadMs) return undefined
  const customer = one('logged_in_customer_id')
  if (customer === null || !/^\d{0,20}$/.test(customer)) return undefined
  return { customerId: customer === '' ? null : customer }
}

/** Each name with its values joined by commas, sorted, one behind the other without anything between, in hex. */
export function proxySignature(query: URLSearchParams, secret: string): string {
  const names = new Set(query.keys())
  names.delete('signature')
  const lines = [...names].map((name) => `${name}=${query.getAll(name).join(',')}`).toSorted()
  return createHmac('sha256', secret).update(lines.join('')).digest('hex')
}
