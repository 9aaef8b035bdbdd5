import type { ErrorCode } from '../protocol/errors.ts'
import { lockCustomer, setAbout, setName } from '../store/customers.ts'
import { writeAudit } from '../store/members.ts'
import { ticketsOf } from '../store/tickets.ts'
import { mayRename } from '../tickets/customer-edit.ts'
import { type Actor, type Desk, work } from './desk.ts'

/** What an agent writes of a customer; what is left out stays as it is. */
export type CustomerEdit = { name?: string | undefined; about?: string | undefined }

/** D-1: any agent may, where the rule book lets them; who did it stands in the audit log (P-7), the words do not. */
export function editCustomer(
  desk: Desk,
  agent: Actor,
  customerId: string,
  { name, about }: CustomerEdit,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const customer = await lockCustomer(w.tx, customerId)
    if (customer === undefined) return { refused: 'not_found' }
    const renamed = name !== undefined && name !== customer.name
    const refusal = renamed ? mayRename({ visitor: customer.visitor, shopId: customer.shop_id }) : null
    if (refusal !== null) return refusal
    const noted = about !== undefined && about !== customer.about
    if (!renamed && !noted) return { done: true }
    if (renamed) {
      await setName(w.tx, customerId, name)
      for (const { id: ticketId } of await ticketsOf(w.tx, customerId)) w.tell({ kind: 'ticket', ticketId })
    }
    if (noted) await setAbout(w.tx, customerId, about)
    const changed = [...(renamed ? ['name'] : []), ...(noted ? ['about'] : [])]
    await writeAudit(w.tx, {
      at: w.now,
      memberId: agent.id,
      action: 'customer.edit',
      subject: customerId,
      detail: { changed },
    })
    w.tell({ kind: 'customer', customerId })
    return { done: true }
  })
}
