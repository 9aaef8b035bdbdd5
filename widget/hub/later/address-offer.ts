import type { HoursNow } from '../../../server/protocol/customer-events.ts'
import type { ThreadEvent } from '../../../server/protocol/thread.ts'

/** Who waits longer for an answer is marked for the agents (W-12); then it is time to offer another way. */
const patience = 180_000

/**
 * when a shopper is asked for an address: from this moment on, epoch milliseconds; null: not now. At once where
 * nobody is there, else when their last words have waited for a while.
 */
export function offersAddressFrom(events: readonly ThreadEvent[], hours: HoursNow | null): number | null {
  const last = events.findLast((event) => event.type === 'message' && event.from !== 'automatic')
  if (last?.type !== 'message' || last.from !== 'customer') return null
  return hours?.open ? last.at + patience : last.at
}
