import { sql } from 'kysely'
import type { Named } from '../protocol/ticket.ts'
import type { Team } from '../protocol/working.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** All teams with their members, by name (D-4). */
export function listTeams(db: Db): Promise<Team[]> {
  return db
    .selectFrom('teams')
    .select([
      'id',
      'name',
      sql<string[]>`array(select member_id::text from team_members where team_id = teams.id order by 1)`.as('members'),
    ])
    .orderBy(sql`lower(name)`)
    .execute()
}

/** The team, held until the transaction ends: nobody deletes it meanwhile. */
export function holdTeam(tx: Db, id: string): Promise<Named | undefined> {
  return tx.selectFrom('teams').select(['id', 'name']).where('id', '=', id).forKeyShare().executeTakeFirst()
}

/** Another team by that name throws a unique violation. */
export async function createTeam(tx: Db, team: Named & { at: number }): Promise<void> {
  await tx
    .insertInto('teams')
    .values({ id: team.id, name: team.name, created_at: moment(team.at) })
    .execute()
}

/** Another team by that name throws a unique violation. */
export async function renameTeam(tx: Db, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('teams').set({ name }).where('id', '=', id).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Its tickets are without a team from then on. */
export async function deleteTeam(tx: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('teams').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

/** Who is in the team from now on; who is no member of ours any more is left out. */
export async function setTeamMembers(tx: Db, teamId: string, members: readonly string[]): Promise<void> {
  await tx.deleteFrom('team_members').where('team_id', '=', teamId).execute()
  if (members.length === 0) return
  await tx
    .insertInto('team_members')
    .columns(['team_id', 'member_id'])
    .expression((q) =>
      q
        .selectFrom('members')
        .select([sql<string>`${teamId}::uuid`.as('team_id'), 'id as member_id'])
        .where('id', 'in', members)
        .where('removed_at', 'is', null),
    )
    .execute()
}

export async function leaveTeams(tx: Db, memberId: string): Promise<void> {
  await tx.deleteFrom('team_members').where('member_id', '=', memberId).execute()
}
