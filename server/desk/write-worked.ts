import type { Worked } from '../protocol/working.ts'
import { holdMember, memberName } from '../store/members.ts'
import { changeTags, holdTags, tagsOf } from '../store/tags.ts'
import { holdTeam } from '../store/teams.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { findLiveTicket, type TicketRecord } from '../store/tickets.ts'
import { freed as freedOf, looksForOne } from '../tickets/assignment.ts'
import type { WorkedOn } from '../tickets/worked.ts'
import { waitsOnceCleared } from '../tickets/waiting.ts'
import { mayBeAskedByMail } from './ask-by-mail.ts'
import { currentSettings } from './current-settings.ts'
import type { Actor, Work } from './desk.ts'
import { waitBegan } from './nudge.ts'
import { routeOpened } from './route-opened.ts'
import { type RoutedTo, toNobody } from './route-ticket.ts'
import { keepSnooze, statusLine } from './status-line.ts'
import { openedAgain } from './watch-silence.ts'
import { teach } from './teach.ts'
import { type Draft, writeEntries } from './write-entries.ts'

/** `routes`: a ticket that opens without an assignee looks for one (D-4). `undone`: what was done is taken back. */
export type How = { routes?: boolean; undone?: boolean }

/** A locked ticket as the rule book sees what agents do to it. */
export async function workedOn(w: Work, ticket: TicketRecord): Promise<WorkedOn> {
  const { id, channel, status, thread_key: key } = ticket
  const live = status === 'closed' ? await findLiveTicket(w.tx, channel, key) : undefined
  const now: Worked = {
    status,
    snoozedUntil: ticket.snoozed_until,
    unread: ticket.unread,
    spam: ticket.spam,
    assignee: ticket.assignee_id,
    team: ticket.team_id,
    priority: ticket.priority,
    tags: await tagsOf(w.tx, id),
  }
  return { id, channel, now, anotherLive: live !== undefined }
}

/**
 * Makes a locked ticket what was decided: one line in the thread for each thing that changes, so that colleagues see
 * what happened and by whom. Nothing of it goes out to the customer. Refuses members, teams and tags that are gone.
 * Returns what the ticket is now.
 */
export async function writeWorked(
  w: Work,
  ticket: TicketRecord,
  by: Actor,
  was: Worked,
  decided: Worked,
  { routes = false, undone = false }: How = {},
): Promise<Worked | { refused: ErrorCode }> {
  const freed = await freedFromLeft(w, was, decided)
  const lines = await linesOf(w, by, was, freed)
  if ('refused' in lines) return lines
  const routed = routes && looksForOne(was, freed) ? await routeOpened(w, ticket, freed.tags) : toNobody
  const then = { ...freed, ...workedOf(routed) }
  if (standsElse(was, then)) await keepSnooze(w, ticket.id, then)
  const { added, removed } = tagsBetween(was, then)
  await changeTags(w.tx, ticket.id, added, removed)
  const cleared = was.spam && !then.spam && then.status === 'open'
  const judged = await teach(w, ticket, by, { was, is: then, added, removed }, undone)
  const closed_at = then.status !== 'closed' ? null : was.status === 'closed' ? ticket.closed_at : w.now
  const written = await writeEntries(w, ticket, [...lines.drafts, ...routed.drafts], {
    status: then.status,
    snoozed_until: then.snoozedUntil,
    unread: then.unread,
    spam: then.spam,
    assignee_id: then.assignee,
    team_id: then.team,
    priority: then.priority,
    closed_at,
    ...(cleared && { waiting_since: waitsOnceCleared(ticket) }),
    ...(judged.length > 0 && { topics: [...new Set([...ticket.topics, ...judged])] }),
  })
  if (then.status === 'open' && (was.status !== 'open' || was.spam !== then.spam)) await openedAgain(w, ticket)
  if (cleared) await waitBegan(w, written.ticket, (await currentSettings(w.desk.settings, w.tx)).settings)
  if (then.status === 'closed' && was.status !== 'closed') await mayBeAskedByMail(w, ticket)
  return then
}

/** S-2: whoever has left the team gets no ticket back. */
async function freedFromLeft(w: Work, was: Worked, decided: Worked): Promise<Worked> {
  if (was.assignee === null || was.status !== 'closed' || decided.status === 'closed') return decided
  return freedOf(was, decided, (await holdMember(w.tx, was.assignee)) === undefined)
}

const standsElse = (was: Worked, then: Worked) => then.status !== was.status || then.snoozedUntil !== was.snoozedUntil

const workedOf = ({ agent, team, priority }: RoutedTo): Partial<Worked> => ({
  ...(agent !== null && { assignee: agent.id }),
  ...(team !== null && { team }),
  ...(priority !== null && { priority }),
})

const tagsBetween = (was: Worked, then: Worked) => ({
  added: then.tags.filter((id) => !was.tags.includes(id)),
  removed: was.tags.filter((id) => !then.tags.includes(id)),
})

async function linesOf(
  w: Work,
  by: Actor,
  was: Worked,
  then: Worked,
): Promise<{ drafts: Draft[] } | { refused: ErrorCode }> {
  const drafts: Draft[] = []
  if (then.spam !== was.spam) drafts.push({ data: { type: 'spam', on: then.spam }, by })
  if (standsElse(was, then)) drafts.push(statusLine(then, 'agent', by))
  if (then.team !== was.team && then.team !== null) {
    const team = await holdTeam(w.tx, then.team)
    if (team === undefined) return { refused: 'not_found' }
    drafts.push({ data: { type: 'assigned', team: team.name }, by })
  }
  if (then.assignee !== was.assignee) {
    const to = then.assignee === null ? null : await holdMember(w.tx, then.assignee)
    if (to === undefined) return { refused: 'not_found' }
    const left = to === null && was.assignee !== null ? await nameOfLeft(w, was.assignee) : null
    // That it went to a team says already that nobody has it yet.
    if (to !== null || left !== null || then.team === was.team || then.team === null) {
      drafts.push({ data: { type: 'assigned', ...(left !== null && { left }) }, by, to })
    }
  } else if (then.team === null && was.team !== null) drafts.push({ data: { type: 'assigned', team: null }, by })
  if (then.priority !== was.priority) drafts.push({ data: { type: 'priority', priority: then.priority }, by })
  const { added, removed } = tagsBetween(was, then)
  if (added.length + removed.length > 0) {
    const known = await holdTags(w.tx, [...added, ...removed])
    const names = (ids: string[]) => known.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
    if (names(added).length < added.length) return { refused: 'not_found' }
    drafts.push({ data: { type: 'tags', added: names(added), removed: names(removed) }, by })
  }
  return { drafts }
}

/** The name of a member who is no longer one; null while they are. */
export async function nameOfLeft(w: Work, memberId: string): Promise<string | null> {
  return (await holdMember(w.tx, memberId)) === undefined ? await memberName(w.tx, memberId) : null
}
