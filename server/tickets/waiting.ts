import type { ChannelName } from '../protocol/channel.ts'
import type { OpenTime } from './office-hours.ts'
import { type Moment, minute, type TicketStatus } from './ticket.ts'

/** What a ticket's row knows of who waits. `waiting_since`: the first customer message that no agent has answered. */
type Waiting = { status: TicketStatus; spam: boolean; waiting_since: Moment | null }

/** W-12: since when the customer of an open ticket waits; null: nobody does. Nobody waits in Spam (S-8). */
export function waitingSince({ status, spam, waiting_since }: Waiting): Moment | null {
  return status === 'open' && !spam ? waiting_since : null
}

/**
 * W-12: since when they wait, now that they have written at `at`. Whoever writes again waits no shorter for it; a ticket
 * that was closed begins anew.
 */
export function waitsFrom(ticket: Pick<Waiting, 'status' | 'waiting_since'>, at: Moment): Moment {
  return ticket.status === 'closed' ? at : (ticket.waiting_since ?? at)
}

/**
 * W-12: since when they wait once an agent has answered at `at`. An answer ends it; one sent as "still working on it"
 * keeps whoever waits waiting, with the clock begun anew.
 */
export function waitsAfterReply({ waiting_since }: Pick<Waiting, 'waiting_since'>, still: boolean, at: Moment) {
  return still && waiting_since !== null ? at : null
}

/**
 * W-12, S-8: since when they wait once an agent has said that it was no spam. While it lay in Spam nobody waited; whose last
 * message stands there unanswered has waited since then.
 */
export function waitsOnceCleared({
  waiting_since,
  last_customer_at,
  last_agent_at,
}: Pick<Waiting, 'waiting_since'> & { last_customer_at: Moment | null; last_agent_at: Moment | null }): Moment | null {
  const answered = last_customer_at === null || (last_agent_at !== null && last_agent_at >= last_customer_at)
  return waiting_since ?? (answered ? null : last_customer_at)
}

/** W-12, T-3: since when a person waits whose tickets are made one: as long as in any of them that was open. */
export function waitsInAny(tickets: readonly Waiting[]): Moment | null {
  const since = tickets.flatMap((one) => waitingSince(one) ?? [])
  return since.length === 0 ? null : Math.min(...since)
}

/** The moments from which a ticket that waits is marked; `loud` is null where there is but one mark. */
export type WaitingMarks = { marked: Moment; loud: Moment | null }

/** W-12: how long somebody may wait by a channel; mail and the accounts of a network have no marks. */
const patience: Partial<Record<ChannelName, { marked: number; loud: number | null }>> = {
  web_chat: { marked: 3 * minute, loud: 5 * minute },
  sms: { marked: 60 * minute, loud: null },
  whatsapp: { marked: 60 * minute, loud: null },
}

/** W-12: when a ticket that waits is marked, by a clock that runs inside the office hours only. Null: never. */
export function waitingMarks(channel: ChannelName, since: Moment | null, open: OpenTime): WaitingMarks | null {
  const allowed = patience[channel]
  if (since === null || allowed === undefined) return null
  const marked = open.after(since, allowed.marked)
  if (marked === null) return null
  return { marked, loud: allowed.loud === null ? null : open.after(since, allowed.loud) }
}

export type Mark = 'marked' | 'loud'

/**
 * W-12: the mark of which the team is told at `now`, and when to look again. Whoever looks when both have passed tells
 * of the louder one only.
 */
export function nudgeNow(marks: WaitingMarks | null, now: Moment): { mark: Mark | null; next: Moment | null } {
  if (marks === null) return { mark: null, next: null }
  const { marked, loud } = marks
  if (loud !== null && now >= loud) return { mark: 'loud', next: null }
  return now >= marked ? { mark: 'marked', next: loud } : { mark: null, next: marked }
}
