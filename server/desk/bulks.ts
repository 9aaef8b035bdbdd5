import { z } from 'zod'
import type { BulkCount, BulkOver, BulkProgress } from '../protocol/bulk.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { type Action, action } from '../protocol/working.ts'
import * as store from '../store/bulks.ts'
import type { Db } from '../store/connect.ts'
import { ticketsIn } from '../store/list-page.ts'
import { allThatIsFound } from '../store/search-all.ts'
import { limitTime, ranOutOfTime } from '../store/within-time.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { numberIn, soughtIn } from './sought.ts'
import { onceMoreOnTwin } from './twin.ts'
import { handOf } from './work-ticket.ts'

type Done = { done: true } | { refused: ErrorCode }
type Counted = BulkCount | { refused: ErrorCode }

/** What is written down to be done: an agent's action, or that a member has left and leaves their tickets behind. */
export const bulkAction = z.union([action, z.object({ do: z.literal('left'), member: z.uuid() })])
export type BulkAction = z.infer<typeof bulkAction>

/** A search whose end takes longer to find is over too much to say its number. */
const mostMs = 4_000
const day = 86_400_000
/** So long is it known what a bulk did. */
const keptFor = 7 * day

/** Says how many tickets would be touched, and writes them down: those are touched and no others. */
export function countBulk(desk: Desk, agent: Actor, over: BulkOver, wanted: Action): Promise<Counted> {
  return work(desk, async (w): Promise<Counted> => {
    await store.dropBulks(w.tx, agent.id, w.now - keptFor)
    const found = await meant(w, agent, over)
    if ('refused' in found) return found
    const bulk = { id: desk.secrets.newId(), memberId: agent.id, action: wanted, state: 'counted' as const, at: w.now }
    const total = await store.createBulk(w.tx, bulk, found.ids, limits.bulkTickets + 1)
    if (total > limits.bulkTickets) {
      await store.dropBulks(w.tx, agent.id, 0)
      return { refused: 'too_many' }
    }
    const chats = wanted.do === 'close' ? await store.countLiveChats(w.tx, bulk.id) : 0
    return { bulk: bulk.id, total, chats }
  }).catch((error: unknown): Counted => {
    if (ranOutOfTime(error)) return { refused: 'search_too_wide' }
    throw error
  })
}

/** Which tickets a bulk is about. A search is run to its end, not only as far as a page has looked. */
async function meant(
  w: Work,
  agent: Actor,
  over: BulkOver,
): Promise<{ ids: store.TicketIds } | { refused: ErrorCode }> {
  if ('tickets' in over) return { ids: store.ticketsById(w.tx, over.tickets) }
  if (over.search === '') return { ids: ticketsIn(w.tx, over.list, agent.id).select('f.id as id') }
  const sought = soughtIn(over.search)
  if ('refused' in sought) return sought
  await limitTime(w.tx, mostMs)
  const { words, search } = sought
  return { ids: await allThatIsFound(w.tx, over.list, agent.id, { words, number: numberIn(search) }) }
}

/** Begins what was counted; asked again it is under way, or done. */
export function runBulk(desk: Desk, agent: Actor, bulkId: string): Promise<Done> {
  return onceMoreOnTwin(() =>
    work(desk, async (w): Promise<Done> => {
      const bulk = await store.lockBulk(w.tx, bulkId, true)
      if (bulk === undefined || bulk.member_id !== agent.id) return { refused: 'not_found' }
      if (bulk.state !== 'counted') {
        // Whoever was away meanwhile is told how it stands.
        const { id, member_id: memberId, state } = bulk
        const progress = await progressOf(w.tx, { id, state, action: bulkAction.parse(bulk.action) })
        if (progress !== null) w.tell({ kind: 'bulk', memberId, progress })
        return { done: true }
      }
      const resolved = await resolvedAction(w, bulkAction.parse(bulk.action))
      if ('refused' in resolved) return resolved
      await store.setBulk(w.tx, bulkId, { state: 'running', action: resolved })
      w.tell({ kind: 'bulk_waits' })
      return { done: true }
    }),
  )
}

/** New names become tags once, before the first ticket. */
async function resolvedAction(w: Work, wanted: BulkAction): Promise<BulkAction | { refused: ErrorCode }> {
  if (wanted.do !== 'tag') return wanted
  const hand = await handOf(w, wanted)
  if ('refused' in hand) return hand
  return hand.do === 'tag' ? { do: 'tag', add: hand.add.map((id) => ({ id })), remove: [...hand.remove] } : wanted
}

/** Takes back what a bulk that has ended did. */
export function undoBulk(desk: Desk, agent: Actor, bulkId: string): Promise<Done> {
  return work(desk, async (w): Promise<Done> => {
    const bulk = await store.lockBulk(w.tx, bulkId, true)
    if (bulk === undefined || bulk.member_id !== agent.id) return { refused: 'not_found' }
    if (bulkAction.parse(bulk.action).do === 'left') return { refused: 'not_found' }
    if (bulk.state === 'undoing' || bulk.state === 'undone') return { done: true }
    if (bulk.state !== 'done') return { refused: 'conflict' }
    await store.setBulk(w.tx, bulkId, { state: 'undoing' })
    w.tell({ kind: 'bulk_waits' })
    return { done: true }
  })
}

/** A member has left: whatever they have live goes to Unassigned, line by line, however much it is (S-2). */
export async function leaveTickets(w: Work, by: Actor, memberId: string): Promise<void> {
  const action: BulkAction = { do: 'left', member: memberId }
  const bulk = { id: w.desk.secrets.newId(), memberId: by.id, action, state: 'running' as const, at: w.now }
  await store.createBulk(w.tx, bulk, store.liveTicketsOfMember(w.tx, memberId), limits.count)
  w.tell({ kind: 'bulk_waits' })
}

type Bulk = { id: string; state: 'counted' | BulkProgress['state']; action: BulkAction }

/** How far a bulk is; null for one that nobody watches. */
export async function progressOf(db: Db, { id, state, action }: Bulk): Promise<BulkProgress | null> {
  if (action.do === 'left' || state === 'counted') return null
  const tally = await store.tallyOf(db, id)
  const sum = (of: typeof tally) => of.reduce((all, row) => all + row.n, 0)
  const why = (rows: { code: ErrorCode | null; n: number }[]) =>
    rows.flatMap(({ code, n }) => (code === null ? [] : { code, n }))
  return {
    bulk: id,
    did: action.do,
    state,
    total: sum(tally),
    changed: sum(tally.filter((row) => row.state === 'changed')),
    already: sum(tally.filter((row) => row.state === 'already')),
    skipped: why(tally.filter((row) => row.state === 'skipped')),
    undone: sum(tally.filter((row) => row.undo === 'undone' || row.undo === 'already')),
    kept: why(tally.flatMap((row) => (row.undo === 'kept' ? { code: row.undo_code, n: row.n } : []))),
  }
}
