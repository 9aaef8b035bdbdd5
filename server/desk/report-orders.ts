import type { OrderReport } from '../protocol/orders.ts'
import { lockOrder, putOrder } from '../store/orders.ts'
import { isNews } from '../tickets/orders.ts'
import { type Desk, work } from './desk.ts'
import { reportedCustomer } from './reported-customer.ts'
import { onceMoreOnTwin } from './twin.ts'

/**
 * W-14: the shop tells of its orders, in any order and as often as it likes. Each is taken by itself, so that a batch that
 * breaks off half way is simply told again. Answers how many were news.
 */
export async function reportOrders(desk: Desk, reports: readonly OrderReport[]): Promise<{ taken: number }> {
  let taken = 0
  for (const report of reports) if (await reportOrder(desk, report)) taken++
  return { taken }
}

function reportOrder(desk: Desk, { id: externalId, of, ...told }: OrderReport): Promise<boolean> {
  return onceMoreOnTwin(() =>
    work(desk, async (w) => {
      const known = await lockOrder(w.tx, externalId)
      if (!isNews(told, known?.order)) return false
      const customer = await reportedCustomer(w, of)
      if (customer === null) throw new Error('The door lets no order in that is nobody’s.')
      const id = known?.order.id ?? desk.secrets.derivedId('order', externalId)
      await putOrder(w.tx, externalId, customer.id, { id, ...told })
      for (const customerId of new Set([customer.id, known?.customerId ?? customer.id])) {
        w.tell({ kind: 'customer', customerId })
      }
      return true
    }),
  )
}
