import type { AutoClose } from '../protocol/auto-close.ts'
import { type Moment, minute, type TicketStatus } from './ticket.ts'

/** What D-6 asks of a ticket. */
export type Silence = {
  status: TicketStatus
  spam: boolean
  /** Since when its customer waits (W-12); null: they do not. */
  waitingSince: Moment | null
  /** Whose the last message is; notes, automatic, campaign and flow messages apart. */
  lastBy: 'agent' | 'customer' | null
  lastAgentAt: Moment | null
  lastCustomerAt: Moment | null
  /** When it was opened again or came back from a snooze; null: never. */
  openedAt: Moment | null
  /** The last warning; null: none yet. */
  warnedAt: Moment | null
  /** May a warning be sent (R-1 to R-5, P-5)? */
  mayWarn: boolean
}

export type AutoCloseStep = { do: 'close' } | { do: 'warn' } | { do: 'wait'; until: Moment }

/**
 * D-6: what is to be done now about a ticket whose customer is silent, or null when it is not to be closed by itself.
 *
 * It closes when the time is over since the last word, but never sooner than one warning period after the setting was
 * switched on or changed, or after the ticket was opened again: nothing is closed at one go, and what comes back from a
 * snooze is seen first. Whatever was old enough at that moment closes without a warning: nobody who has forgotten us
 * long ago is written to because of a setting.
 */
export function autoCloseStep(setting: AutoClose, silence: Silence, now: Moment): AutoCloseStep | null {
  const { lastAgentAt, warnedAt } = silence
  if (!setting.on || silence.status !== 'open' || silence.spam || silence.waitingSince !== null) return null
  if (silence.lastBy !== 'agent' || lastAgentAt === null) return null

  const notice = setting.warnMinutes * minute
  const quietSince = Math.max(lastAgentAt, silence.lastCustomerAt ?? 0)
  const standsSince = Math.max(setting.since, silence.openedAt ?? 0)
  const closesAt = Math.max(quietSince + setting.afterMinutes * minute, standsSince + notice)
  if (warnedAt !== null && warnedAt > quietSince) return at(Math.max(closesAt, warnedAt + notice), 'close', now)
  const warns = warningOf(setting) !== null && silence.mayWarn && closesAt - notice > standsSince
  return warns ? at(closesAt - notice, 'warn', now) : at(closesAt, 'close', now)
}

const at = (moment: Moment, what: 'close' | 'warn', now: Moment): AutoCloseStep =>
  now >= moment ? { do: what } : { do: 'wait', until: moment }

/** The words of the warning; null: there is none. */
export function warningOf({ warning }: AutoClose): string | null {
  return warning.trim() === '' ? null : warning
}

/** When a ticket in which an agent writes now is to be looked at first. */
export function firstLook(setting: AutoClose, now: Moment): Moment {
  const { afterMinutes, warnMinutes } = setting
  return now + (warningOf(setting) === null ? afterMinutes : Math.max(0, afterMinutes - warnMinutes)) * minute
}

/** Does a change of the setting close what stays open without it? */
export function closesMore(before: AutoClose, after: AutoClose): boolean {
  return after.on && (!before.on || after.afterMinutes < before.afterMinutes)
}

/** The setting as it is kept: it holds anew from the moment at which it closes more than before. */
export function autoCloseSince(before: AutoClose, after: AutoClose, now: Moment): AutoClose {
  return { ...after, since: closesMore(before, after) ? now : before.since }
}
