import { type SelectQueryBuilder, sql } from 'kysely'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Step } from '../protocol/working.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

type State = Database['bulks']['state']
/** A question whose answer is tickets' ids. */
export type TicketIds = SelectQueryBuilder<Database, never, { id: string }>

/** Writes a bulk down with exactly the tickets that a question finds now, at most `most`; answers how many. */
export async function createBulk(
  tx: Db,
  bulk: { id: string; memberId: string; action: unknown; state: State; at: number },
  tickets: TicketIds,
  most: number,
): Promise<number> {
  const { id, memberId, action, state, at } = bulk
  await tx
    .insertInto('bulks')
    .values({ id, member_id: memberId, action: JSON.stringify(action), state, created_at: moment(at) })
    .execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('bulk_tickets')
    .columns(['bulk_id', 'ticket_id'])
    .expression((q) =>
      q
        .selectFrom(tickets.limit(most).as('found'))
        .select([sql<string>`${id}::uuid`.as('bulk_id'), 'found.id as ticket_id'])
        .distinct(),
    )
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Those of the ids that are tickets. */
export function ticketsById(db: Db, ids: readonly string[]) {
  return db.selectFrom('tickets').select('id').where('id', 'in', ids)
}

/** What a member has open or snoozed, and would leave behind. */
export function liveTicketsOfMember(db: Db, memberId: string) {
  return db.selectFrom('tickets').select('id').where('assignee_id', '=', memberId).where('status', '<>', 'closed')
}

/** How many of its tickets are live web chats. */
export async function countLiveChats(db: Db, bulkId: string): Promise<number> {
  const { n } = await db
    .selectFrom('bulk_tickets as b')
    .innerJoin('tickets as t', 't.id', 'b.ticket_id')
    .select((q) => q.fn.countAll<string>().as('n'))
    .where('b.bulk_id', '=', bulkId)
    .where('t.channel', '=', 'web_chat')
    .where('t.status', '<>', 'closed')
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Forgets what this member has counted and never run, and what everybody did before `before`. */
export async function dropBulks(tx: Db, memberId: string, before: number): Promise<void> {
  await tx
    .deleteFrom('bulks')
    .where((q) =>
      q.or([
        q.and([q('member_id', '=', memberId), q('state', '=', 'counted')]),
        q.and([q('created_at', '<', moment(before)), q('state', 'in', ['counted', 'done', 'undone'])]),
      ]),
    )
    .execute()
}

/** The bulk, locked; undefined also where somebody else works on it and `waits` is false. */
export function lockBulk(tx: Db, id: string, waits: boolean) {
  return tx
    .selectFrom('bulks')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .$if(!waits, (q) => q.skipLocked())
    .executeTakeFirst()
}

export async function setBulk(tx: Db, id: string, change: { state: State; action?: unknown }): Promise<void> {
  await tx
    .updateTable('bulks')
    .set({ state: change.state, ...('action' in change && { action: JSON.stringify(change.action) }) })
    .where('id', '=', id)
    .execute()
}

/** What there is to do, oldest first. */
export async function bulksAtWork(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('bulks')
    .select('id')
    .where('state', 'in', ['running', 'undoing'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** The next tickets that nothing was done to. */
export async function waitingTickets(tx: Db, bulkId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('bulk_tickets')
    .select('ticket_id')
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'waiting')
    .orderBy('ticket_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.ticket_id)
}

export type Became = { state: 'changed'; step: Step } | { state: 'already' } | { state: 'skipped'; code: ErrorCode }

export async function setBecame(tx: Db, bulkId: string, ticketId: string, became: Became): Promise<void> {
  await tx
    .updateTable('bulk_tickets')
    .set({
      state: became.state,
      ...(became.state === 'skipped' && { code: became.code }),
      ...(became.state === 'changed' && { was: JSON.stringify(became.step.was), made: JSON.stringify(became.step.is) }),
    })
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** Nothing is done to the rest any more. */
export async function skipRest(tx: Db, bulkId: string, code: ErrorCode): Promise<void> {
  await tx
    .updateTable('bulk_tickets')
    .set({ state: 'skipped', code })
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'waiting')
    .execute()
}

/** The next tickets that were changed and are to be as they were. */
export function ticketsToUndo(tx: Db, bulkId: string, limit: number) {
  return tx
    .selectFrom('bulk_tickets')
    .select(['ticket_id', 'was', 'made'])
    .where('bulk_id', '=', bulkId)
    .where('state', '=', 'changed')
    .where('undo', 'is', null)
    .orderBy('ticket_id')
    .limit(limit)
    .execute()
}

export async function setUndone(
  tx: Db,
  bulkId: string,
  ticketId: string,
  undo: 'undone' | 'already' | 'kept',
  code: ErrorCode | null,
): Promise<void> {
  await tx
    .updateTable('bulk_tickets')
    .set({ undo, undo_code: code })
    .where('bulk_id', '=', bulkId)
    .where('ticket_id', '=', ticketId)
    .execute()
}

/** How many tickets became what. */
export async function tallyOf(db: Db, bulkId: string) {
  const rows = await db
    .selectFrom('bulk_tickets')
    .select(['state', 'code', 'undo', 'undo_code', (q) => q.fn.countAll<string>().as('n')])
    .where('bulk_id', '=', bulkId)
    .groupBy(['state', 'code', 'undo', 'undo_code'])
    .execute()
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}
