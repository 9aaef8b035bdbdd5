import type { ErrorCode } from '../protocol/errors.ts'
import { lockCustomer, setFacts } from '../store/customers.ts'
import { writeAudit } from '../store/members.ts'
import { ticketsOf } from '../store/tickets.ts'
import { mayRename } from '../tickets/customer-edit.ts'
import { type Actor, type Desk, work } from './desk.ts'

/** What an agent writes of a customer; what is left out stays as it is. */
export type CustomerEdit = {
  name?: string | undefined
  about?: string | undefined
  /** What stood there when `about` was begun; left out: whatever does. */
  knew?: string | undefined
  language?: string | null | undefined
  /** R-11 goes by it. */
  timeZone?: string | null | undefined
}

/** D-1: any agent may, where the rule book lets them; who did it stands in the audit log (P-7), the words do not. */
export function editCustomer(
  desk: Desk,
  agent: Actor,
  customerId: string,
  edit: CustomerEdit,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const customer = await lockCustomer(w.tx, customerId)
    if (customer === undefined) return { refused: 'not_found' }
    const now: Required<Omit<CustomerEdit, 'knew'>> = {
      name: customer.name,
      about: customer.about,
      language: customer.locale,
      timeZone: customer.time_zone,
    }
    const changed = edited.filter((what) => edit[what] !== undefined && edit[what] !== now[what])
    const renamed = changed.includes('name')
    const refusal = renamed ? mayRename({ visitor: customer.visitor, shopId: customer.shop_id }) : null
    if (refusal !== null) return refusal
    if (changed.length === 0) return { done: true }
    // Two who write of one person at once: neither's words go without a word.
    if (changed.includes('about') && edit.knew !== undefined && edit.knew !== customer.about)
      return { refused: 'conflict' }
    const { name, about, language: locale, timeZone: time_zone } = edit
    await setFacts(w.tx, customerId, { name, about, locale, time_zone })
    if (renamed) for (const { id: ticketId } of await ticketsOf(w.tx, customerId)) w.tell({ kind: 'ticket', ticketId })
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

const edited = ['name', 'about', 'language', 'timeZone'] as const
