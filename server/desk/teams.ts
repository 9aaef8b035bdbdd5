import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { Team } from '../protocol/working.ts'
import { writeAudit } from '../store/members.ts'
import * as store from '../store/teams.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { nameTaken } from './tags.ts'

type Done = { done: true } | { refused: ErrorCode }
type Change = { name?: string | undefined; members?: readonly string[] | undefined }

export function listTeams(desk: Desk): Promise<Team[]> {
  return store.listTeams(desk.db)
}

/** D-4, D-7: manager and up; the door has asked. */
export function createTeam(
  desk: Desk,
  by: Actor,
  team: { name: string; members: readonly string[] },
): Promise<{ id: string } | { refused: ErrorCode }> {
  return nameTaken(() =>
    work(desk, async (w): Promise<{ id: string } | { refused: ErrorCode }> => {
      if ((await store.listTeams(w.tx)).length >= limits.teams) return { refused: 'too_many' }
      const id = desk.secrets.newId()
      await store.createTeam(w.tx, { id, name: team.name, at: w.now })
      await store.setTeamMembers(w.tx, id, team.members)
      await audit(w, by, 'team.create', id, team)
      return { id }
    }),
  )
}

/** Renames a team, or says who is in it. */
export async function changeTeam(desk: Desk, by: Actor, id: string, { name, members }: Change): Promise<Done> {
  return nameTaken(() =>
    work(desk, async (w): Promise<Done> => {
      if ((await store.holdTeam(w.tx, id)) === undefined) return { refused: 'not_found' }
      if (name !== undefined) await store.renameTeam(w.tx, id, name)
      if (members !== undefined) await store.setTeamMembers(w.tx, id, members)
      await audit(w, by, 'team.change', id, { name, members })
      return { done: true }
    }),
  )
}

/** Its tickets stay with whoever has them. */
export function deleteTeam(desk: Desk, by: Actor, id: string): Promise<Done> {
  return work(desk, async (w) => {
    if (!(await store.deleteTeam(w.tx, id))) return { refused: 'not_found' }
    await audit(w, by, 'team.delete', id, {})
    return { done: true }
  })
}

async function audit(w: Work, by: Actor, action: string, subject: string, detail: Record<string, unknown>) {
  w.tell({ kind: 'teams' })
  await writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
}
