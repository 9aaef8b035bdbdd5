/** D-5: what customers write about, as the desk tells it apart by itself. */
export const topics = [
  'returns',
  'order_status',
  'shipping',
  'cancel_change',
  'refund',
  'damaged_wrong',
  'product',
  'sizing',
  'discount',
  'subscription',
  'account',
  'complaint',
  'praise',
  'other',
] as const
export type Topic = (typeof topics)[number]
