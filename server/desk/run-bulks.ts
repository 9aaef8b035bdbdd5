import type { ErrorCode } from '../protocol/errors.ts'
import { type Acted, type Worked, worked } from '../protocol/working.ts'
import * as store from '../store/bulks.ts'
import { findMember, memberName } from '../store/members.ts'
import { lockTicket } from '../store/tickets.ts'
import { leftBehindBy } from '../tickets/assignment.ts'
import { act, undo, type WorkedOn } from '../tickets/worked.ts'
import type { Refusal } from '../tickets/ticket.ts'
import { type BulkAction, bulkAction, progressOf } from './bulks.ts'
import { type Actor, type Change, type Desk, type Work, work } from './desk.ts'
import { apply, handOf } from './work-ticket.ts'
import type { How } from './write-worked.ts'

/** Tickets of one transaction: few, so that nobody waits long for one of them. */
const atOnce = 20
/** Above that many, pages are told to read anew instead of row by row. */
const rowByRow = 100
const tellEveryMs = 1_000

/** D-4: what it opens is given out in turn, and a turn is held no longer than one ticket takes. */
const gives = (action: BulkAction) => action.do === 'reopen' || (action.do === 'spam' && !action.on)

type Decide = (on: WorkedOn) => Worked | Refusal | null
type Bulk = { id: string; memberId: string; state: 'running' | 'undoing'; action: BulkAction }

/**
 * Goes on with all that is done to many tickets at once, in turn, so that a small one does not wait for a large one.
 * Every ticket is changed and ticked off in one transaction: whoever is killed goes on with the next, and none is done
 * twice. Several processes may do it at once.
 */
export async function runBulks(desk: Desk): Promise<void> {
  const told = new Map<string, number>()
  for (;;) {
    let moved = false
    for (const id of await store.bulksAtWork(desk.db)) {
      const bulk = await work(desk, (w) => nextBatch(w, id))
      if (bulk === null) continue
      moved = true
      const now = desk.realClock.now()
      if (bulk.state !== 'done' && bulk.state !== 'undone' && now - (told.get(id) ?? 0) < tellEveryMs) continue
      told.set(id, now)
      const progress = await progressOf(desk.db, bulk)
      if (progress !== null) desk.publish([{ kind: 'bulk', memberId: bulk.memberId, progress }])
    }
    if (!moved) return
  }
}

/** The next tickets of a bulk. Answers how it stands then; null where it is somebody else's, or over. */
async function nextBatch(w: Work, id: string) {
  const found = await store.lockBulk(w.tx, id, false)
  if (found === undefined || (found.state !== 'running' && found.state !== 'undoing')) return null
  const { member_id: memberId, state } = found
  const bulk: Bulk = { id, memberId, state, action: bulkAction.parse(found.action) }
  const quiet = await quietly(w, id)
  const more = state === 'running' ? await runBatch(quiet, bulk) : await undoBatch(quiet, bulk)
  if (more) return bulk
  const over = state === 'running' ? ('done' as const) : ('undone' as const)
  await store.setBulk(w.tx, id, { state: over })
  return { ...bulk, state: over }
}

/** S20: ten thousand rows would drown every page; above some number one hint does. */
async function quietly(w: Work, id: string): Promise<Work> {
  const most = await store.waitingTickets(w.tx, id, rowByRow + 1)
  const toUndo = await store.ticketsToUndo(w.tx, id, rowByRow + 1)
  if (Math.max(most.length, toUndo.length) <= rowByRow) return w
  const tell = (change: Change) => w.tell(change.kind === 'ticket' ? { kind: 'many_tickets' } : change)
  return { ...w, tell }
}

async function runBatch(w: Work, bulk: Bulk): Promise<boolean> {
  const tickets = await store.waitingTickets(w.tx, bulk.id, gives(bulk.action) ? 1 : atOnce)
  if (tickets.length === 0) return false
  const agent = await actorOf(w, bulk)
  if (agent === null) {
    await store.skipRest(w.tx, bulk.id, 'forbidden')
    return false
  }
  const decide = await deciding(w, bulk.action)
  const how = { routes: gives(bulk.action) }
  for (const ticketId of tickets) {
    const acted = 'refused' in decide ? decide : await changeOne(w, ticketId, agent, decide.with, how)
    await store.setBecame(w.tx, bulk.id, ticketId, becameOf(acted))
  }
  return true
}

/** Whoever is removed meanwhile does nothing any more (S5); that they leave their tickets goes on without whoever saw to it. */
async function actorOf(w: Work, { memberId, action }: Bulk): Promise<Actor | null> {
  const member = await findMember(w.tx, memberId)
  if (member !== undefined) return member
  const name = action.do === 'left' ? await memberName(w.tx, memberId) : null
  return name === null ? null : { id: memberId, name }
}

async function deciding(w: Work, action: BulkAction): Promise<{ with: Decide } | { refused: ErrorCode }> {
  if (action.do === 'left') {
    return { with: (on) => leftBehindBy(action.member, on.now) }
  }
  const hand = await handOf(w, action)
  return 'refused' in hand ? hand : { with: (on) => act(on, hand, w.now) }
}

async function changeOne(
  w: Work,
  ticketId: string,
  agent: Actor,
  decide: Decide,
  how: How = {},
): Promise<Acted | { refused: ErrorCode }> {
  const ticket = await lockTicket(w.tx, ticketId)
  return ticket === undefined ? { refused: 'not_found' } : apply(w, ticket, agent, decide, how)
}

function becameOf(acted: Acted | { refused: ErrorCode }): store.Became {
  if ('refused' in acted) return { state: 'skipped', code: acted.refused }
  return acted.step === null ? { state: 'already' } : { state: 'changed', step: acted.step }
}

async function undoBatch(w: Work, bulk: Bulk): Promise<boolean> {
  const tickets = await store.ticketsToUndo(w.tx, bulk.id, atOnce)
  if (tickets.length === 0) return false
  const agent = await actorOf(w, bulk)
  for (const { ticket_id: id, was, made } of tickets) {
    const step = { was: worked.parse(was), is: worked.parse(made) }
    const acted =
      agent === null
        ? { refused: 'forbidden' as const }
        : await changeOne(w, id, agent, (on) => undo(on, step, w.now), { undone: true })
    if ('refused' in acted) await store.setUndone(w.tx, bulk.id, id, 'kept', acted.refused)
    else await store.setUndone(w.tx, bulk.id, id, acted.step === null ? 'already' : 'undone', null)
  }
  return true
}
