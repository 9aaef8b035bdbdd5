import type { Records } from '../records.ts'
import { seededCustomers } from './customers.ts'
import { firstOrderNumber, seededOrders } from './orders.ts'

/** The book of a shop that opens today (`now` in ms). */
export const firstRecords = (now: number): Records => {
  const customers = seededCustomers(now)
  const orders = seededOrders(customers, now)
  return {
    nextCustomer: 1101,
    nextOrder: firstOrderNumber + orders.length * 3 + 2,
    customers: Object.fromEntries(customers.map((customer) => [customer.id, customer])),
    orders: Object.fromEntries(orders.map((order) => [order.number, order])),
    sessions: {},
  }
}
