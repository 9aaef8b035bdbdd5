import { consentOf, lastActionAt } from '../store/consents.ts'
import { findCustomer } from '../store/customers.ts'
import type { DeliveryRecord } from '../store/deliveries.ts'
import { mayStillLeave } from '../tickets/reply.ts'
import type { Desk } from './desk.ts'

/** Why something is not sent after all, by the rule book's refusal. In a provider's words where it would say so itself. */
const reasons: Partial<Record<string, string>> = {
  opted_out: 'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.',
  customer_blocked: 'This customer is blocked, so nothing was sent.',
  window_over: 'More than 24 hours have passed since the customer last wrote, so they cannot be answered now.',
}

export const heldBackSentences: readonly string[] = Object.values(reasons).filter((words) => words !== undefined)

/**
 * Asked before each try (S24), for a message may wait long. What stands in no ticket is the answer to a keyword itself
 * (M-1): it always goes.
 */
export async function heldBack(
  desk: Desk,
  { message_id, customer_id, channel, from_address }: DeliveryRecord,
): Promise<{ code: string; words: string } | null> {
  if (message_id === null) return null
  const customer = await findCustomer(desk.db, customer_id)
  const facts = {
    blocked: customer === undefined || customer.blocked_at !== null,
    consent: await consentOf(desk.db, customer_id, channel),
    lastActionAt: await lastActionAt(desk.db, customer_id, channel, from_address),
  }
  const leave = mayStillLeave(channel, facts, desk.clock.now())
  return 'refused' in leave ? { code: leave.refused, words: reasons[leave.refused] ?? leave.refused } : null
}
