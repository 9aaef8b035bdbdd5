import { setTimeout as wait } from 'node:timers/promises'
import type { OrderReport } from './order-reports.ts'
import { seededCustomers } from './seeds/customers.ts'

type Desk = { deskUrl: string; token: string; signal: AbortSignal; everyMs?: number }
type Report = Desk & { now: number }

const hour = 3_600_000
/** One of them has not agreed, so that an agent can see what happens then. */
const hasNotAgreed = 'Tom Ashworth'

/**
 * Tells the desk who agreed to text messages and which of them got the last campaign, as a shop's own systems would: at
 * the start, again until the desk takes it. What the desk knows already changes nothing there.
 */
export async function reportToDesk({ deskUrl, token, signal, now, everyMs = 1_000 }: Report): Promise<void> {
  for (const { path, body } of reports(now)) {
    while (!signal.aborted && !(await tell(`${deskUrl}/api/shop/${path}`, token, body, signal))) {
      await wait(everyMs, undefined, { signal }).catch(() => undefined)
    }
  }
}

function reports(now: number): { path: string; body: object }[] {
  return seededCustomers(now).flatMap(({ id, name, email, phone }) => {
    if (phone === null || name === hasNotAgreed) return []
    const to = { customer: id, name, email, phone }
    const campaign = {
      id: `autumn-glazes-${id}`,
      kind: 'campaign',
      name: 'Autumn glazes',
      channel: 'sms',
      to,
      text: 'Tidewick: three autumn glazes are out of the kiln. STOP ends these messages.',
      at: now - 2 * hour,
    }
    return [
      { path: 'consents', body: { channel: 'sms', to, consent: 'marketing' } },
      { path: 'messages', body: campaign },
    ]
  })
}

/** As many as the desk takes at once. */
const batch = 100

/**
 * Tells the desk of all orders, and of each again whenever it has changed: somebody has placed or cancelled it, or time
 * has brought it a step on.
 */
export async function reportOrders({
  deskUrl,
  token,
  signal,
  orders,
  everyMs = 1_000,
}: Desk & { orders: () => readonly OrderReport[] }): Promise<void> {
  const told = new Map<string, string>()
  while (!signal.aborted) {
    const changed = orders().filter((order) => told.get(order.id) !== JSON.stringify(order))
    const now = changed.slice(0, batch)
    if (now.length > 0 && (await tell(`${deskUrl}/api/shop/orders`, token, { orders: now }, signal))) {
      for (const order of now) told.set(order.id, JSON.stringify(order))
      if (changed.length > now.length) continue
    }
    await wait(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** True when it was taken, or will never be. */
async function tell(url: string, token: string, body: object, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal,
    })
    return answer.ok || (answer.status < 500 && answer.status !== 429)
  } catch {
    return false
  }
}
