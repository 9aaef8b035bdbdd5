import { channelNames } from '../protocol/channel.ts'
import { channelRules } from './channels/channel-rules.ts'
import { close } from './status.ts'
import type { Change, Moment, TicketState } from './ticket.ts'

/**
 * T-3, T-6: may two records be made one? Not where one is a Messenger visitor, who is nobody's record, nor where the shop
 * knows both as customers of their own.
 */
export function mayMerge(one: Person, other: Person): boolean {
  return !one.visitor && !other.visitor && (one.shopId === null || other.shopId === null)
}

export type Person = { visitor: boolean; shopId: string | null }

export type Merging = TicketState & { createdAt: Moment }

/** What becomes of one channel's tickets: `keep` stays the person's ticket, the others are linked to it. */
export type Merge = {
  keep: string
  /** What changes on the kept one; null: nothing. */
  set: Change | null
  linked: { ticket: string; set: Change | null }[]
}

/**
 * T-3, T-4: what merging two customers does to all their tickets. Where a person has one ticket the older live one is
 * kept, the younger closed and linked; live goes before closed, and clean before spam. Of web chats only live ones meet
 * (T-1). Tickets of other channels, and of different ones, stay side by side (T-8). A customer who waits in a ticket that
 * is closed by this waits in the kept one: it is open, and unread if that was.
 */
export function mergeTickets(tickets: readonly Merging[]): Merge[] {
  return channelNames.flatMap((channel) => {
    const [keep, ...others] = tickets.filter((one) => one.channel === channel && meets(one)).toSorted(bestFirst)
    if (!keep || others.length === 0) return []
    const linked = others.map((one) => ({ ticket: one.id, set: close(one) }))
    return [{ keep: keep.id, set: takenOver(keep, others), linked }]
  })
}

function meets({ channel, status }: Merging): boolean {
  const per = channelRules[channel].oneTicketPer
  return per === 'person' || (per === 'conversation' && status !== 'closed')
}

function bestFirst(a: Merging, b: Merging): number {
  const order = ({ spam, status }: Merging) => (spam ? 2 : 0) + (status === 'closed' ? 1 : 0)
  return order(a) - order(b) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)
}

/** What changes on a ticket that takes over from others: whoever waits there waits here. */
export function takenOver(keep: TicketState, others: readonly TicketState[]): Change | null {
  const waiting = others.filter((one) => one.status === 'open' && !one.spam)
  if (waiting.length === 0) return null
  const unread = keep.unread || waiting.some((one) => one.unread)
  if (keep.status === 'open' && unread === keep.unread) return null
  return { status: 'open', snoozedUntil: null, unread }
}
