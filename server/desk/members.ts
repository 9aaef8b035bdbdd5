import type { ErrorCode } from '../protocol/errors.ts'
import type { Role } from '../protocol/role.ts'
import * as store from '../store/members.ts'
import { leaveTeams } from '../store/teams.ts'
import { may, mayChangeMember, mayInvite } from '../tickets/roles.ts'
import { leaveTickets } from './bulks.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'

export type Admin = Actor & { role: Role }

const invitationDays = 7
const day = 24 * 60 * 60 * 1000

/** Everybody who may use the desk, and the invitations still open. */
export async function listTeam(desk: Desk) {
  const members = await store.listMembers(desk.db)
  const invitations = await store.listInvitations(desk.db, desk.realClock.now())
  return { members, invitations }
}

/** Invites somebody; the token goes into a link that is shown once and good for 7 days. */
export function inviteMember(
  desk: Desk,
  by: Admin,
  invited: { email: string; role: Role },
): Promise<{ id: string; token: string; expiresAt: number } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const refusal = mayInvite(by.role, invited.role)
    if (refusal !== null) return refusal
    if ((await store.findMemberByEmail(w.tx, invited.email)) !== undefined) return { refused: 'email_taken' }
    const id = desk.secrets.newId()
    const token = desk.secrets.newToken()
    const at = desk.realClock.now()
    const expiresAt = at + invitationDays * day
    await store.createJoinLink(w.tx, {
      id,
      tokenHash: desk.secrets.hashToken(token),
      kind: 'invitation',
      ...invited,
      invitedBy: by.id,
      at,
      expires: expiresAt,
    })
    await audit(w, by, 'member.invite', id, invited)
    return { id, token, expiresAt }
  })
}

export function withdrawInvitation(
  desk: Desk,
  by: Admin,
  id: string,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    if (!may(by.role, 'members')) return { refused: 'forbidden' }
    if (!(await store.dropJoinLinks(w.tx, { id }))) return { refused: 'not_found' }
    await audit(w, by, 'member.withdraw', id, {})
    return { done: true }
  })
}

/** Gives a member another role, or removes them: their sessions and sockets end at once (SAFETY S5, S7). */
export function changeMember(
  desk: Desk,
  by: Admin,
  id: string,
  becomes: Role | 'removed',
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const members = await store.lockMembers(w.tx)
    const member = members.find((one) => one.id === id)
    if (member === undefined) return { refused: 'not_found' }
    const owners = members.filter((one) => one.role === 'owner').length
    const refusal = mayChangeMember(by.role, member.role, becomes, owners)
    if (refusal !== null) return refusal
    if (becomes === 'removed') {
      await store.removeMember(w.tx, id, desk.realClock.now())
      await leaveTeams(w.tx, id)
      await leaveTickets(w, by, id)
      w.tell({ kind: 'teams' })
    } else {
      await store.setRole(w.tx, id, becomes)
      await store.endSessionsOf(w.tx, id)
    }
    // Or somebody who was sent away would come back by a link of their own making.
    if (becomes === 'removed' || !may(becomes, 'members')) await store.dropJoinLinks(w.tx, { invitedBy: id })
    await audit(w, by, becomes === 'removed' ? 'member.remove' : 'member.role', id, { becomes })
    w.tell({ kind: 'signed_out', memberId: id })
    w.tell({ kind: 'agent', memberId: id })
    return { done: true }
  })
}

function audit(w: Work, by: Actor, action: string, subject: string, detail: Record<string, unknown>) {
  return store.writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
}
