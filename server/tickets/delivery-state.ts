import { type DeliveryState, deliveryStates } from '../protocol/thread.ts'

export { type DeliveryState, deliveryStates }

/**
 * the states stand in rank: a report moves a message up or changes nothing. `unknown`: it may have been sent or
 * not. A failure that is told late does not undo what arrived.
 */
const rank = (state: DeliveryState): number => deliveryStates.indexOf(state)

/** The state after a report, in whatever order and however often reports come. */
export function afterReport(state: DeliveryState, reported: DeliveryState): DeliveryState {
  return rank(reported) > rank(state) ? reported : state
}

/** What a state says of the message on the other side: one that was read was delivered. */
export function arrived(state: DeliveryState): { delivered: boolean; read: boolean } {
  return { delivered: rank(state) >= rank('delivered'), read: state === 'read' }
}

/** By then a provider lists what it took, however long its answer was on the way: milliseconds. */
const surelyListed = 10 * 60_000

/**
 * what asking the provider made of a message of unknown outcome. `found`: what it took for the same person since
 * the try, `askedAfter` milliseconds before, and is no other message of ours. That it was never sent is only said where
 * nothing at all was found: a Retry would bring it twice.
 */
export function afterAsking<F extends { same: boolean }>(
  found: readonly F[],
  askedAfter: number,
): { sent: F } | 'never_sent' | 'unknown' {
  const it = found.find(({ same }) => same)
  if (it !== undefined) return { sent: it }
  return found.length === 0 && askedAfter >= surelyListed ? 'never_sent' : 'unknown'
}

/**
 * An agent's Retry: a new try of its own, the only way back. Only a failed message has it; one whose outcome is unknown
 * would reach the customer twice.
 */
export function retried(state: DeliveryState): 'queued' | null {
  return state === 'failed' ? 'queued' : null
}
