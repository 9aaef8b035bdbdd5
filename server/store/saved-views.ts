import { sql } from 'kysely'
import type { ListScope } from '../protocol/list-filter.ts'
import type { Db } from './connect.ts'
import { ticketsIn } from './list-page.ts'
import { moment } from './moment.ts'
import { ranOutOfTime, withinTime } from './within-time.ts'

export type ViewRecord = Awaited<ReturnType<typeof viewsOf>>[number]

/** A member's own views and all that are shared, by name. */
export function viewsOf(db: Db, memberId: string) {
  return db
    .selectFrom('saved_views as v')
    .innerJoin('members as m', 'm.id', 'v.member_id')
    .select(['v.id', 'v.name', 'v.shared', 'v.member_id', 'm.name as member_name', 'v.body'])
    .where((eb) => eb.or([eb('v.shared', '=', true), eb('v.member_id', '=', memberId)]))
    .orderBy(sql`lower(v.name)`)
    .orderBy('v.id')
    .execute()
}

/** One view, locked. */
export function lockView(tx: Db, id: string) {
  return tx
    .selectFrom('saved_views')
    .select(['id', 'member_id as memberId', 'shared'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** How many a member owns. */
export async function viewsOwned(tx: Db, memberId: string): Promise<number> {
  const row = await tx
    .selectFrom('saved_views')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return row.n
}

type NewView = { id: string; memberId: string; shared: boolean; name: string; body: unknown; at: number }

export async function writeView(tx: Db, { id, memberId: member_id, shared, name, body, at }: NewView): Promise<void> {
  const said = { member_id, shared, name, body: JSON.stringify(body) }
  await tx
    .insertInto('saved_views')
    .values({ id, ...said, created_at: moment(at) })
    .onConflict((on) => on.column('id').doUpdateSet(said))
    .execute()
}

export async function deleteView(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('saved_views').where('id', '=', id).execute()
}

/** How many tickets a list holds, counting no further than `most`, nor longer than `ms`: null then. */
export async function countUpTo(db: Db, of: ListScope, me: string, most: number, ms: number): Promise<number | null> {
  try {
    return await withinTime(db, ms, async (tx) => {
      const some = ticketsIn(tx, of, me).select('f.id').limit(most)
      const row = await tx
        .selectFrom(some.as('some'))
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      return row.n
    })
  } catch (error) {
    if (ranOutOfTime(error)) return null
    throw error
  }
}
