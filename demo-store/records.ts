import { z } from 'zod'

const line = z.object({ sku: z.string(), quantity: z.number().int().min(1) })

const address = z.object({
  name: z.string(),
  street: z.string(),
  more: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
})

const customer = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string().nullable(),
  speaks: z.string().nullable(),
  home: z.string().nullable(),
  since: z.number(),
  address: address.nullable(),
  basket: z.array(line),
})

/** A line of an order keeps the words and the price of its day. */
const orderLine = z.object({
  sku: z.string(),
  name: z.string(),
  choice: z.string(),
  price: z.number().int(),
  quantity: z.number().int().min(1),
  /** Needs a parcel. */
  posted: z.boolean().default(true),
})

const order = z.object({
  number: z.string(),
  customerId: z.string(),
  /** Made by the checkout form: the same form sent twice is one order. */
  attempt: z.string(),
  placedAt: z.number(),
  cancelledAt: z.number().nullable(),
  returnedAt: z.number().nullable(),
  /** Seeded orders never took anything from the shelf. */
  fromShelf: z.boolean(),
  lines: z.array(orderLine),
  delivery: z.number().int(),
  address,
  phone: z.string().nullable(),
  note: z.string(),
})

/** What a browser with our cookie is to us. The key is a hash of the cookie. */
const session = z.object({
  customerId: z.string().nullable(),
  basket: z.array(line),
  seenAt: z.number(),
})

export const records = z.object({
  nextCustomer: z.number().int(),
  nextOrder: z.number().int(),
  customers: z.record(z.string(), customer),
  orders: z.record(z.string(), order),
  sessions: z.record(z.string(), session),
})

export type Line = z.output<typeof line>
export type Address = z.output<typeof address>
export type Customer = z.output<typeof customer>
export type OrderLine = z.output<typeof orderLine>
export type Order = z.output<typeof order>
export type Session = z.output<typeof session>
export type Records = z.output<typeof records>
