import { limits } from '../protocol/limits.ts'
import type { Step, Worked } from '../protocol/working.ts'
import { markSpam, notSpam } from './spam.ts'
import * as status from './status.ts'
import type { Moment, Refusal, TicketState } from './ticket.ts'

/** As the page asks for it, with the tags as ids: a new name has become a tag. */
export type HandAction =
  | { do: 'close' | 'reopen' | 'wake' | 'read' | 'unread' }
  | { do: 'snooze'; until: Moment }
  | { do: 'assign'; agent?: string | null | undefined; team?: string | null | undefined }
  | { do: 'tag'; add: readonly string[]; remove: readonly string[] }
  | { do: 'priority'; priority: Worked['priority'] }
  | { do: 'spam'; on: boolean }

/** A ticket that an agent works on, and whether the same account has a live one on that channel (S-2). */
export type WorkedOn = { id: string; channel: TicketState['channel']; now: Worked; anotherLive: boolean }

/** What an agent's hand makes of a ticket; null when it is so already. */
export function act(ticket: WorkedOn, action: HandAction, at: Moment): Worked | Refusal | null {
  const { now, anotherLive } = ticket
  const state = stateOf(ticket)
  const onto = (change: Partial<Worked> | Refusal | null) =>
    change === null || 'refused' in change ? change : changed(now, change)
  switch (action.do) {
    case 'close':
      return onto(status.close(state))
    case 'reopen':
      return onto(status.reopen(state, anotherLive))
    case 'snooze':
      return onto(status.snooze(state, action.until, at))
    case 'wake':
      return onto(status.wake(state))
    case 'read':
      return onto(status.markRead(state))
    case 'unread':
      return onto(status.markUnread(state))
    case 'assign':
      return onto({
        ...(action.agent !== undefined && { assignee: action.agent }),
        ...(action.team !== undefined && { team: action.team }),
      })
    case 'tag': {
      const tags = tagged(now.tags, action)
      return tags.length > Math.max(limits.tagsOfTicket, now.tags.length) ? { refused: 'too_many' } : onto({ tags })
    }
    case 'priority':
      return onto({ priority: action.priority })
    case 'spam': {
      const marked = action.on ? markSpam(state) : notSpam(state, anotherLive)
      if (marked === null) return null
      const { status, snoozedUntil, unread, spam } = marked
      return changed(now, { status, snoozedUntil, unread, spam })
    }
  }
}

/**
 * Makes of a ticket what it was before a step, where nobody has changed since what that step changed; else `conflict`.
 * What is back already stays as it is, and tags go back one by one. A web chat that was closed stays closed (T-1), and a
 * snooze that is over by now is over. Null: there is nothing to undo.
 */
export function undo(ticket: WorkedOn, { was, is }: Step, at: Moment): Worked | Refusal | null {
  const { now } = ticket
  const touched = single.filter((key) => was[key] !== is[key])
  if (touched.some((key) => now[key] !== is[key] && now[key] !== was[key])) return { refused: 'conflict' }
  const open = reopens(ticket, was) ? status.reopen(stateOf(ticket), ticket.anotherLive) : null
  if (open !== null && 'refused' in open) return open

  const back: Partial<Worked> = Object.fromEntries(touched.map((key) => [key, was[key]]))
  const moved = touched.some((key) => now[key] !== was[key])
  const over = was.snoozedUntil !== null && was.snoozedUntil <= at
  return changed(now, {
    ...back,
    ...(moved && over && { status: 'open', snoozedUntil: null }),
    // A message that came meanwhile has made it unread for a reason of its own.
    ...((moved || touched.length === 0) && now.unread === is.unread && { unread: was.unread || (moved && over) }),
    tags: tagged(now.tags, {
      add: was.tags.filter((id) => !is.tags.includes(id)),
      remove: is.tags.filter((id) => !was.tags.includes(id)),
    }),
  })
}

/** All but the tags, of which each is for itself, and `unread`, which opening a ticket changes by itself (S-3). */
const single = ['status', 'snoozedUntil', 'spam', 'assignee', 'team', 'priority'] as const

const reopens = ({ now }: WorkedOn, was: Worked) => now.status === 'closed' && was.status !== 'closed'

/** Do two states of a ticket differ in anything? */
export function differs(one: Worked, other: Worked): boolean {
  const tags = (of: Worked) => of.tags.toSorted().join()
  return tags(one) !== tags(other) || one.unread !== other.unread || single.some((key) => one[key] !== other[key])
}

function changed(now: Worked, change: Partial<Worked>): Worked | null {
  const then = { ...now, ...change }
  return differs(now, then) ? then : null
}

function tagged(tags: readonly string[], { add, remove }: { add: readonly string[]; remove: readonly string[] }) {
  return [...new Set([...tags.filter((id) => !remove.includes(id)), ...add])]
}

function stateOf({ id, channel, now }: WorkedOn): TicketState {
  const { status, snoozedUntil, unread, assignee: assigneeId, spam } = now
  return { id, channel, status, snoozedUntil, unread, assigneeId, spam }
}
