import type { ErrorCode } from '../protocol/errors.ts'
import { lockCustomer, setBlocked } from '../store/customers.ts'
import { writeAudit } from '../store/members.ts'
import { lockLiveTicketsOf, newestTicketOf } from '../store/tickets.ts'
import { close } from '../tickets/status.ts'
import { apply } from './change-status.ts'
import { type Actor, type Desk, work } from './desk.ts'
import { stateOf } from './ticket-state.ts'
import { writeEntries } from './write-entries.ts'

/** S-9: blocks a customer, or lets them in again. Blocking closes their live tickets as read. */
export function setCustomerBlocked(
  desk: Desk,
  agent: Actor,
  customerId: string,
  on: boolean,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const customer = await lockCustomer(w.tx, customerId)
    if (customer === undefined) return { refused: 'not_found' }
    if ((customer.blocked_at !== null) === on) return { done: true }
    await setBlocked(w.tx, customerId, on ? w.now : null)
    if (on) {
      for (const ticket of await lockLiveTicketsOf(w.tx, customerId)) {
        await apply(w, ticket, agent, close(stateOf(ticket)), 'agent')
      }
    }
    // The newest ticket's log says who did it; a blocked customer always has one, since the block is set from there.
    const newest = await newestTicketOf(w.tx, customerId)
    if (newest !== undefined) await writeEntries(w, newest, [{ data: { type: 'blocked', on }, by: agent }])
    await writeAudit(w.tx, {
      at: w.now,
      memberId: agent.id,
      action: on ? 'customer.block' : 'customer.unblock',
      subject: customerId,
      detail: {},
    })
    return { done: true }
  })
}
