/**
 * what became of a message that left the house, in rank: a report moves it up or changes nothing. `unknown`: it
 * may have been sent or not. A failure that is told late does not undo what arrived.
 */
export const deliveryStates = ['queued', 'unknown', 'sent', 'failed', 'delivered', 'read'] as const
export type DeliveryState = (typeof deliveryStates)[number]

const rank = (state: DeliveryState): number => deliveryStates.indexOf(state)

/** The state after a report, in whatever order and however often reports come. */
export function afterReport(state: DeliveryState, reported: DeliveryState): DeliveryState {
  return rank(reported) > rank(state) ? reported : state
}

/** What a state says of the message on the other side: one that was read was delivered. */
export function arrived(state: DeliveryState): { delivered: boolean; read: boolean } {
  return { delivered: rank(state) >= rank('delivered'), read: state === 'read' }
}

/**
 * An agent's Retry: a new try of its own, the only way back. Only a failed message has it; one whose outcome is unknown
 * would reach the customer twice.
 */
export function retried(state: DeliveryState): 'queued' | null {
  return state === 'failed' ? 'queued' : null
}
