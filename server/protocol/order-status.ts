/** How far an order is, in the shop's words. */
export const orderStatuses = ['open', 'paid', 'fulfilled', 'delivered', 'cancelled', 'refunded'] as const
export type OrderStatus = (typeof orderStatuses)[number]
