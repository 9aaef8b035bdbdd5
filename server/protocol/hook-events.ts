/** D-9: what a program of the shop may be told of. Each is an entry in a ticket's log. */
export const hookEvents = [
  'message.received',
  'ticket.opened',
  'ticket.reopened',
  'ticket.assigned',
  'ticket.closed',
] as const
export type HookEvent = (typeof hookEvents)[number]

/** Why a webhook is off: a member switched it off, nothing arrived for days, or its address said that it is gone. */
export const hookOffs = ['by_hand', 'failing', 'gone'] as const
export type HookOff = (typeof hookOffs)[number]

/** Why nothing was heard of a delivery; a status says the rest. */
export const hookTroubles = ['not_found', 'forbidden', 'unreachable', 'too_slow', 'secret_lost'] as const
export type HookTrouble = (typeof hookTroubles)[number]

/** Webhooks there may be. */
export const mostWebhooks = 10
