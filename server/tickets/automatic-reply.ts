import type { OfficeHours } from '../protocol/settings.ts'
import { anyHours, closedSince, isOpen } from './office-hours.ts'
import type { Moment } from './ticket.ts'

/** The settings of the automatic replies, and what the live ticket holds already (null where it holds none). */
export type AutomaticState = {
  hours: OfficeHours
  zone: string
  during: string
  outside: string
  /** The last Outside reply of the ticket. */
  lastOutsideAt: Moment | null
  /** The last reply of an agent in the ticket. */
  lastAgentAt: Moment | null
}

export type AutomaticReply = { kind: 'during' | 'outside'; text: string }

/**
 * W-8: the one automatic reply to a message at `now`, or null. `opens`: the message opened its ticket; it is answered
 * by During or Outside. One that joins is answered by Outside only, once in a closed period, and not where an agent
 * wrote in that period.
 */
export function automaticReply(opens: boolean, state: AutomaticState, now: Moment): AutomaticReply | null {
  if (!anyHours(state.hours)) return null
  if (isOpen(state.hours, state.zone, now)) return opens ? reply('during', state.during) : null
  if (!opens && answeredSince(state, closedSince(state.hours, state.zone, now))) return null
  return reply('outside', state.outside)
}

/** A closed period without a known start has lasted longer than any reply of the ticket is old. */
function answeredSince(state: AutomaticState, since: Moment | null): boolean {
  return [state.lastOutsideAt, state.lastAgentAt].some((at) => at !== null && at >= (since ?? at))
}

function reply(kind: AutomaticReply['kind'], text: string): AutomaticReply | null {
  return text.trim() === '' ? null : { kind, text }
}
