import { type Selectable, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './tables.ts'
import { moment } from './moment.ts'

export type PageRecord = Selectable<Database['pages']>

/**
 * Renews this process's lease (real time of the database). Says whether it was still its own, or whether another process
 * has taken its pages over meanwhile (or never knew it), and which processes' leases have run out.
 */
export async function renewLease(
  db: Db,
  processId: string,
  seconds: number,
): Promise<{ held: boolean; dead: string[] }> {
  const until = sql`now() + make_interval(secs => ${seconds})`
  const { numAffectedRows } = await sql`
    update processes set lease_until = ${until} where id = ${processId} and lease_until > '-infinity'`.execute(db)
  const held = numAffectedRows === 1n
  if (!held) {
    await sql`insert into processes (id, lease_until) values (${processId}, ${until})
      on conflict (id) do update set lease_until = excluded.lease_until`.execute(db)
  }
  const dead = await db.selectFrom('processes').select('id').where('lease_until', '<', sql<number>`now()`).execute()
  return { held, dead: dead.map((row) => row.id) }
}

export async function addPage(
  tx: Db,
  page: { id: string; processId: string; kind: 'customer' | 'agent'; personId: string },
): Promise<void> {
  await tx
    .insertInto('pages')
    .values({ id: page.id, process_id: page.processId, kind: page.kind, person_id: page.personId })
    .execute()
}

export async function changePage(
  tx: Db,
  id: string,
  change: { hiddenSince?: number | null; disconnectedAt?: number; ticketId?: string | null },
): Promise<void> {
  await tx
    .updateTable('pages')
    .set({
      ...(change.hiddenSince !== undefined && {
        // Hidden is hidden since the first time it was said.
        hidden_since: change.hiddenSince === null ? null : sql`coalesce(hidden_since, ${moment(change.hiddenSince)})`,
      }),
      ...(change.disconnectedAt !== undefined && { disconnected_at: moment(change.disconnectedAt) }),
      ...(change.ticketId !== undefined && {
        ticket_id: change.ticketId,
        // Who goes to another ticket has stopped writing in this one.
        typing: sql`case when ticket_id is not distinct from ${change.ticketId}::uuid then typing end`,
      }),
    })
    .where('id', '=', id)
    .execute()
}

export function pagesOf(db: Db, kind: 'customer' | 'agent', personId: string): Promise<PageRecord[]> {
  return db.selectFrom('pages').selectAll().where('kind', '=', kind).where('person_id', '=', personId).execute()
}

/** The pages of somebody who turns out to be a customer we know already. */
export async function movePages(tx: Db, from: string, to: string): Promise<void> {
  await tx
    .updateTable('pages')
    .set({ person_id: to })
    .where('kind', '=', 'customer')
    .where('person_id', '=', from)
    .execute()
}

/** Returns the ticket it showed. */
export async function removePage(tx: Db, id: string): Promise<string | null> {
  const row = await tx.deleteFrom('pages').where('id', '=', id).returning('ticket_id').executeTakeFirst()
  return row?.ticket_id ?? null
}

export async function dropPages(tx: Db, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('pages').where('id', 'in', ids).execute()
}

/** S-3: has an agent this ticket open in a visible window? */
export async function isWatched(tx: Db, ticketId: string): Promise<boolean> {
  const page = await tx
    .selectFrom('pages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'agent')
    .where('hidden_since', 'is', null)
    .where('disconnected_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return page !== undefined
}

/**
 * Takes a dead process's pages over: its shoppers count as disconnected from `at` on, its agents are gone. Returns their
 * customers, its agents and the tickets those were at.
 */
export async function orphanPages(
  tx: Db,
  processId: string,
  at: number,
): Promise<{ customers: string[]; agents: string[]; tickets: string[] }> {
  // Should it live after all, it finds out by this.
  await sql`update processes set lease_until = '-infinity' where id = ${processId}`.execute(tx)
  const agents = await tx
    .deleteFrom('pages')
    .where('process_id', '=', processId)
    .where('kind', '=', 'agent')
    .returning(['person_id', 'ticket_id'])
    .execute()
  const rows = await tx
    .updateTable('pages')
    .set({ disconnected_at: moment(at) })
    .where('process_id', '=', processId)
    .where('disconnected_at', 'is', null)
    .returning('person_id')
    .execute()
  return {
    customers: [...new Set(rows.map((row) => row.person_id))],
    agents: [...new Set(agents.map((row) => row.person_id))],
    tickets: [...new Set(agents.flatMap((row) => row.ticket_id ?? []))],
  }
}

/** Forgets a dead process once its last page row is gone. */
export async function dropProcess(tx: Db, processId: string): Promise<void> {
  await tx
    .deleteFrom('processes')
    .where('id', '=', processId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('pages').select('id').where('process_id', '=', processId))))
    .execute()
}
