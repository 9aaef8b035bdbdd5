import { z } from 'zod'
import { limits } from './limits.ts'
import { recipient, reportedMoment } from './marketing.ts'
import { orderStatuses } from './order-status.ts'
import { storable } from './text.ts'

const typed = z.string().overwrite(storable)
const link = z
  .url({ protocol: /^https?$/ })
  .overwrite(storable)
  .max(2_000)
/** Money in whole units of its currency, as in "116.00". */
const money = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/)
const currency = z.string().regex(/^[A-Z]{3}$/)

/** One thing that was ordered. */
export const orderLine = z.object({
  /** The shop's own id of the line. */
  id: typed.trim().min(1).max(200),
  name: typed.trim().min(1).max(300),
  /** "Tide blue, 27 cm" */
  variant: typed.trim().max(300).default(''),
  quantity: z.int().min(1).max(100_000),
  /** Of one. */
  price: money,
  picture: link.nullable().default(null),
})
export type OrderLine = z.infer<typeof orderLine>

/** W-14: an order as the shop's own system knows it. The same id again is the same order. */
export const orderReport = z.object({
  id: typed.trim().min(1).max(200),
  /** By the shop's own id of the customer, or by an address. */
  of: recipient,
  /** What the customer calls it. */
  number: typed.trim().min(1).max(60),
  status: z.enum(orderStatuses),
  currency,
  total: money,
  lines: z.array(orderLine).max(100),
  /** Where the carrier shows the parcel. */
  trackingUrl: link.nullable().default(null),
  /** The order's own page in the shop. */
  statusUrl: link.nullable().default(null),
  placedAt: reportedMoment,
  /** When the shop changed it last: what is reported of an earlier moment changes nothing. */
  updatedAt: reportedMoment,
})
export type OrderReport = z.infer<typeof orderReport>

export const orderReports = z.object({ orders: z.array(orderReport).min(1).max(100) })

/** An order as its shopper sees it. */
export const shopperOrder = z.object({
  id: z.uuid(),
  number: z.string(),
  status: z.enum(orderStatuses),
  /** How many of the four steps to the door are done; null where it goes there no more. */
  step: z.int().min(1).max(4).nullable(),
  currency: z.string(),
  total: z.string(),
  lines: z.array(orderLine.omit({ id: true })),
  trackingUrl: z.string().nullable(),
  statusUrl: z.string().nullable(),
  placedAt: z.int(),
})
export type ShopperOrder = z.infer<typeof shopperOrder>

/** Where a page of orders ended, as `next` writes it: the last one's moment and id. */
export const ordersAfter = z
  .string()
  .max(60)
  .transform((text) => ({ placedAt: Number(text.split('.')[0]), id: text.split('.')[1] }))
  .pipe(z.object({ placedAt: z.int().min(0).max(limits.moment), id: z.uuid() }))

/** One page of a shopper's orders, newest first; `next` is what to ask for the page after it. */
export const ordersPage = z.object({
  /** The one that Home shows; with the first page only. */
  latest: shopperOrder.nullable(),
  orders: z.array(shopperOrder),
  next: z.string().nullable(),
})
export type OrdersPage = z.infer<typeof ordersPage>
