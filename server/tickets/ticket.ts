import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'

/** A point in time: epoch milliseconds. */
export type Moment = number

/** Spans of time, in milliseconds. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Who did it. */
export type By = 'customer' | 'agent' | 'timer'

export type TicketStatus = 'open' | 'snoozed' | 'closed'

/** What the rules need to know of a ticket. Open and snoozed tickets are live. */
export type TicketState = {
  id: string
  channel: ChannelName
  status: TicketStatus
  /** When the snooze ends; null unless snoozed. */
  snoozedUntil: Moment | null
  /** Unread for the team as a whole (S-3). */
  unread: boolean
  assigneeId: string | null
  /** Marked as spam (S-8); left out: no. */
  spam?: boolean
}

/** What a use case has to write to the ticket. */
export type Change = Pick<TicketState, 'status' | 'snoozedUntil' | 'unread'>

/** The rule book says no, and why. */
export type Refusal = { refused: ErrorCode }
