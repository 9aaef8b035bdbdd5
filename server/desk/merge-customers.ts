import { channelNames } from '../protocol/channel.ts'
import { consentOf, writeConsent } from '../store/consents.ts'
import { type CustomerRecord, fillCustomer, lockCustomer, setBlocked } from '../store/customers.ts'
import { namesOf } from '../store/identities.ts'
import { giveAll, lockTicketsOf } from '../store/merge-customers.ts'
import { dropTimer } from '../store/timers.ts'
import { changeTicket, lockLiveTicketsOf, type TicketChange, type TicketRecord, ticketsOf } from '../store/tickets.ts'
import { channelRules } from '../tickets/channels/channel-rules.ts'
import { consentMerged } from '../tickets/consent.ts'
import { mayMerge, mergeTickets } from '../tickets/merge.ts'
import { close } from '../tickets/status.ts'
import { waitsInAny } from '../tickets/waiting.ts'
import { apply } from './change-status.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { movePages } from '../store/pages.ts'
import { waitBegan } from './nudge.ts'
import { refreshOnline } from './presence.ts'
import { stateOf } from './ticket-state.ts'

const keyed = channelNames.filter((channel) => ['person', 'conversation'].includes(channelRules[channel].oneTicketPer))

/**
 * T-3, T-4: two records were one person. Everything of `from` is `to`'s from now on: of tickets that there is one of for
 * a person the rule book keeps one, a STOP and a block of either hold. Visitors of Messenger are nobody's record (T-6), and
 * two customers of the shop are two: both stay as they are.
 */
export async function mergeCustomers(w: Work, fromId: string, toId: string): Promise<void> {
  // In one order for all, so that two who merge do not wait for each other.
  const locked = new Map<string, CustomerRecord>()
  for (const id of [fromId, toId].sort()) {
    const customer = await lockCustomer(w.tx, id)
    if (customer !== undefined) locked.set(id, customer)
  }
  const [from, to] = [locked.get(fromId), locked.get(toId)]
  if (from === undefined || to === undefined || from === to || !mayMerge(personOf(from), personOf(to))) return

  const tickets = await lockTicketsOf(w.tx, [from.id, to.id])
  await oneTicketEach(w, tickets)
  for (const channel of ['sms', 'whatsapp'] as const) {
    const [old, own] = [await consentOf(w.tx, from.id, channel), await consentOf(w.tx, to.id, channel)]
    const both = consentMerged(own, old)
    if (both !== own) await writeConsent(w.tx, to.id, channel, both, w.now)
  }
  const nameless = (await namesOf(w.tx, to.id)).some(({ value }) => value === to.name)
  await giveAll(w.tx, from.id, to.id, keyed)
  await fillCustomer(w.tx, to, from, nameless ? from.name : to.name)
  await movePages(w.tx, from.id, to.id)
  await dropTimer(w.tx, 'presence', from.id)
  await refreshOnline(w, to.id)
  await blockBoth(w, from, to)
  for (const { id: ticketId } of await ticketsOf(w.tx, to.id)) w.tell({ kind: 'ticket', ticketId })
}

const personOf = ({ visitor, shop_id: shopId }: CustomerRecord) => ({ visitor, shopId })

async function oneTicketEach(w: Work, tickets: readonly TicketRecord[]): Promise<void> {
  const found = (id: string) => tickets.find((ticket) => ticket.id === id)
  for (const { keep, set, linked } of mergeTickets(
    tickets
      .filter((ticket) => ticket.merged_into === null)
      .map((ticket) => ({ ...stateOf(ticket), createdAt: ticket.created_at })),
  )) {
    for (const { ticket: id, set: closing } of linked) {
      const ticket = found(id)
      if (ticket === undefined) continue
      const closed = await apply(w, ticket, null, closing, 'agent')
      if ('refused' in closed) throw new Error(`A ticket could not be closed: ${closed.refused}`)
      await changeTicket(w.tx, ticket, { merged_into: keep })
    }
    const kept = found(keep)
    if (kept === undefined) continue
    const others = linked.flatMap(({ ticket }) => found(ticket) ?? [])
    const since = waitsInAny([kept, ...others])
    const held = await changeTicket(w.tx, kept, {
      ...(channelRules[kept.channel].oneTicketPer === 'person' && heldByAll(kept, others)),
      ...(since !== null && { waiting_since: since }),
    })
    if (set !== null) await apply(w, held, null, set, 'agent')
    if (since === null || since === kept.waiting_since) continue
    const { settings } = await currentSettings(w.desk.settings, w.tx)
    await waitBegan(w, { ...held, status: 'open' }, settings)
  }
}

/** T-3, M-2: answers go where the person wrote last, and what was said to them in any of the tickets was said. */
function heldByAll(kept: TicketRecord, others: readonly TicketRecord[]): TicketChange {
  const all = [kept, ...others]
  const latest = (when: 'last_customer_at' | 'last_agent_at' | 'last_automatic_at') => {
    const moments = all.flatMap((ticket) => ticket[when] ?? [])
    return moments.length > 0 ? Math.max(...moments) : null
  }
  const last_customer_at = latest('last_customer_at')
  const led = all.filter(({ to_kind }) => to_kind !== null)
  const way = led.find((ticket) => ticket.last_customer_at === last_customer_at)
  return {
    last_customer_at,
    last_agent_at: latest('last_agent_at'),
    last_automatic_at: latest('last_automatic_at'),
    ...(way && { to_kind: way.to_kind, to_value: way.to_value, brand_address: way.brand_address }),
  }
}

/** S-9: a block covers all addresses of a person. */
async function blockBoth(w: Work, from: CustomerRecord, to: CustomerRecord): Promise<void> {
  const since = [from.blocked_at, to.blocked_at].filter((at) => at !== null)
  if (since.length === 0) return
  await setBlocked(w.tx, to.id, Math.min(...since))
  for (const ticket of await lockLiveTicketsOf(w.tx, to.id))
    await apply(w, ticket, null, close(stateOf(ticket)), 'agent')
}
