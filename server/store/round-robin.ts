import { sql } from 'kysely'
import { isConnected } from './attendance.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/**
 * The next turn, and until the transaction ends nobody else has one: so each sees what those before it gave. Whoever
 * wants it takes it before anything is written to tickets, whose counters it would wait for, and after the ticket's lock.
 */
export async function takeTurn(tx: Db): Promise<number> {
  const { last } = await tx
    .updateTable('turns')
    .set((q) => ({ last: q('last', '+', 1) }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** D-4: everybody, or a team's members, with whether they are connected and away, and what they have open. */
export function agentsInTurn(db: Db, team: string | null) {
  return db
    .selectFrom('members')
    .leftJoin('served', 'served.member_id', 'members.id')
    .select([
      'members.id',
      'members.name',
      'members.away',
      'served.turn',
      isConnected.as('connected'),
      sql<number>`coalesce((
        select sum(n) from view_counts where view = 'open' and member_id = members.id
      ), 0)::int`.as('open'),
    ])
    .where('members.removed_at', 'is', null)
    .$if(team !== null, (q) =>
      q.where('members.id', 'in', (inside) =>
        inside.selectFrom('team_members').select('member_id').where('team_id', '=', team),
      ),
    )
    .execute()
}

/** Serves a member, whom nobody removes until the transaction ends. False where somebody just has. */
export async function serve(tx: Db, memberId: string, turn: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with held as (select id from members where id = ${memberId} and removed_at is null for share)
    insert into served (member_id, turn) select id, ${turn} from held
    on conflict (member_id) do update set turn = excluded.turn`.execute(tx)
  return numAffectedRows === 1n
}

/**
 * Writes down since when a member is away or offline, or that they are there. Locked first and looked at then: of two
 * pages that close at one moment each would see the other still there.
 */
export async function noteAbsence(tx: Db, memberId: string, at: number): Promise<void> {
  await tx.selectFrom('members').select('id').where('id', '=', memberId).forNoKeyUpdate().execute()
  await tx
    .updateTable('members')
    .set({
      absent_since: sql`case when away or not ${isConnected} then coalesce(absent_since, ${moment(at)}) end`,
    })
    .where('id', '=', memberId)
    .execute()
}

/** Since when a member is away or offline; null: they are there. Who was removed is nobody to wait for. */
export async function absentSince(db: Db, memberId: string): Promise<number | null> {
  const row = await db.selectFrom('members').select('absent_since').where('id', '=', memberId).executeTakeFirst()
  return row?.absent_since ?? null
}
