import { consentOf } from '../store/consents.ts'
import type { Db } from '../store/connect.ts'
import { findCustomer } from '../store/customers.ts'
import type { DeliveryRecord } from '../store/deliveries.ts'

/** Why something is not sent after all. In the words of the provider, where it would have said so itself. */
const reasons = {
  opted_out: 'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.',
  blocked: 'This customer is blocked, so nothing was sent.',
} as const

export const heldBackSentences: readonly string[] = Object.values(reasons)

/**
 * M-3, R-5: a message may wait long, or be tried again by hand, and its customer may say STOP or be blocked meanwhile: so
 * it is asked again before each try (S24). What stands in no ticket is the answer to the keyword itself (M-1).
 */
export async function heldBack(
  db: Db,
  { message_id, customer_id, channel }: DeliveryRecord,
): Promise<{ code: string; words: string } | null> {
  if (message_id === null) return null
  const because = async (): Promise<keyof typeof reasons | null> => {
    if ((await consentOf(db, customer_id, channel)) === 'stopped') return 'opted_out'
    const customer = await findCustomer(db, customer_id)
    return customer !== undefined && customer.blocked_at !== null ? 'blocked' : null
  }
  const code = await because()
  return code && { code, words: reasons[code] }
}
