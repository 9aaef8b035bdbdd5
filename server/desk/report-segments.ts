import { distinct, type SegmentsReport } from '../protocol/routing.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { setSegments } from '../store/customers.ts'
import { type Desk, work } from './desk.ts'
import { reportedCustomer } from './reported-customer.ts'

/** D-4: the shop says which segments a customer is in, from their next ticket on. */
export function reportSegments(
  desk: Desk,
  { of, segments }: SegmentsReport,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const customer = await reportedCustomer(w, of)
    if (customer === null) return { refused: 'not_found' }
    await setSegments(w.tx, customer.id, distinct(segments))
    w.tell({ kind: 'customer', customerId: customer.id })
    return { done: true }
  })
}
