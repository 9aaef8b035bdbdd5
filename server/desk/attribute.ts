import type { RemoteChannel } from '../protocol/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import { inboundFrom, lastMarketingBefore, marketingFrom, ticketsOn, writeAttributions } from '../store/marketing.ts'
import { attributions } from '../tickets/attribution.ts'
import { channelRules } from '../tickets/channels/channel-rules.ts'
import { hour } from '../tickets/ticket.ts'
import type { Work } from './desk.ts'

/**
 * M-4: judges anew what a customer wrote on a channel from `since` on, and keeps what has changed. It begins at the
 * marketing message before that moment, for nothing earlier can matter, so a late report is judged as if it had come in
 * time. The caller has locked the customer.
 */
export async function attributeFrom(
  w: Work,
  of: { customerId: string; channel: RemoteChannel; since: number },
  settings: Settings,
): Promise<void> {
  const { customerId, channel, since } = of
  if (channelRules[channel].attributionWindow === null) return
  const last = await lastMarketingBefore(w.tx, customerId, channel, since)
  const sent = await marketingFrom(w.tx, customerId, channel, last ?? since)
  // What came at the very moment of that last one came before it, and is judged by what went before.
  const inbound = await inboundFrom(w.tx, customerId, channel, last === null ? since : last + 1)
  if (sent.length === 0 && inbound.every((one) => one.marketing_id === null)) return
  const judged = attributions(
    [
      ...sent.map(({ kind, id, at, failed }) => ({ kind, id, at, failed })),
      ...inbound.map(({ id, at }) => ({ kind: 'inbound' as const, id, at })),
    ],
    settings.marketing.attributionHours * hour,
  )
  const changed = inbound
    .map(({ id, ticket_id, marketing_id }) => ({
      inbound: id,
      ticketId: ticket_id,
      from: marketing_id,
      to: judged.get(id) ?? null,
    }))
    .filter(({ from, to }) => from !== to)
  await writeAttributions(w.tx, changed)
  // The row names its campaigns (S-6).
  for (const ticketId of new Set(changed.map((one) => one.ticketId))) w.tell({ kind: 'ticket', ticketId })
}

/** Open threads of the customer show what was reported, and what is credited with it. */
export async function tellMarketing(w: Work, customerId: string, channel: RemoteChannel): Promise<void> {
  for (const { id } of await ticketsOn(w.tx, customerId, channel)) w.tell({ kind: 'marketing', ticketId: id })
}
