import type { ErrorCode } from '../protocol/errors.ts'
import type { Role } from '../protocol/role.ts'
import * as store from '../store/members.ts'
import { may, type RoleAction } from '../tickets/roles.ts'
import { type Desk, work } from './desk.ts'
import { onceMoreOnTwin } from './twin.ts'

export type Member = { id: string; name: string; email: string; role: Role }

const day = 24 * 60 * 60 * 1000
/** A session lasts two weeks, an owner's setup link one day. */
const sessionDays = 14

/** A new session for the right password; the answer takes as long for an unknown address. */
export async function signIn(
  desk: Desk,
  email: string,
  password: string,
): Promise<{ member: Member; token: string } | { refused: ErrorCode }> {
  const member = await store.findMemberByEmail(desk.db, email)
  const right = await desk.secrets.passwordMatches(password, member?.password_hash ?? null)
  if (member === undefined || !right) return { refused: 'wrong_password' }
  return { member: memberView(member), token: await openSession(desk, member.id) }
}

export async function signOut(desk: Desk, token: string): Promise<void> {
  await store.endSession(desk.db, desk.secrets.hashToken(token))
}

/** Which of these session tokens are good no longer: signed out, run out, or their member removed (SAFETY S5). */
export async function endedSessions(desk: Desk, tokens: readonly string[]): Promise<Set<string>> {
  const byHash = new Map(tokens.map((token) => [desk.secrets.hashToken(token).toString('hex'), token]))
  const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))
  for (const hash of await store.goodSessions(desk.db, hashes, desk.realClock.now()))
    byHash.delete(hash.toString('hex'))
  return new Set(byHash.values())
}

/** Whose session this is; undefined when it has ended or never was. */
async function memberOf(desk: Desk, token: string): Promise<Member | undefined> {
  const member = await store.memberOfSession(desk.db, desk.secrets.hashToken(token), desk.realClock.now())
  return member === undefined ? undefined : memberView(member)
}

/** The member behind a session token, if their role allows the action (D-7). */
export async function memberWhoMay(
  desk: Desk,
  token: string | undefined,
  action: RoleAction,
): Promise<Member | { refused: ErrorCode }> {
  const member = token === undefined ? undefined : await memberOf(desk, token)
  if (member === undefined) return { refused: 'signed_out' }
  return may(member.role, action) ? member : { refused: 'forbidden' }
}

/** What a one-time link is good for. */
export async function lookAtLink(
  desk: Desk,
  token: string,
): Promise<{ kind: 'owner' | 'invitation'; email: string | null; role: Role } | { refused: ErrorCode }> {
  const hash = desk.secrets.hashToken(token)
  const link = await store.findJoinLink(desk.db, hash, desk.realClock.now(), false)
  return link === undefined ? { refused: 'link_used' } : { kind: link.kind, email: link.email, role: link.role }
}

/** Uses a one-time link: the new member, signed in. An invitation's address is the one it was made for. */
export async function joinTeam(
  desk: Desk,
  join: { token: string; name: string; email: string | undefined; password: string },
): Promise<{ member: Member; token: string } | { refused: ErrorCode }> {
  // Hashing costs a fifth of a second on purpose: not for links that are good for nothing.
  const looked = await lookAtLink(desk, join.token)
  if ('refused' in looked) return looked
  const passwordHash = await desk.secrets.hashPassword(join.password)
  const joined = await onceMoreOnTwin(() =>
    work(desk, async (w) => {
      const at = desk.realClock.now()
      const link = await store.findJoinLink(w.tx, desk.secrets.hashToken(join.token), at, true)
      if (link === undefined) return { refused: 'link_used' as const }
      const email = link.email ?? join.email
      if (email === undefined) return { refused: 'bad_request' as const }
      if ((await store.findMemberByEmail(w.tx, email)) !== undefined) return { refused: 'email_taken' as const }
      const member: Member = { id: desk.secrets.newId(), name: join.name, email, role: link.role }
      await store.createMember(w.tx, { ...member, passwordHash, at })
      await store.useJoinLink(w.tx, link.id, at)
      await store.writeAudit(w.tx, {
        at: w.now,
        memberId: member.id,
        action: 'member.join',
        subject: member.id,
        detail: { role: member.role },
      })
      w.tell({ kind: 'agent', memberId: member.id })
      return member
    }),
  )
  if ('refused' in joined) return joined
  return { member: joined, token: await openSession(desk, joined.id) }
}

/** A new setup link for the first owner, good for a day; null once there is an owner. The one before stops working. */
export function ownerLink(desk: Desk): Promise<string | null> {
  return work(desk, async (w) => {
    const members = await store.lockMembers(w.tx)
    if (members.some((member) => member.role === 'owner')) return null
    await store.dropJoinLinks(w.tx, { kind: 'owner' })
    const token = desk.secrets.newToken()
    const at = desk.realClock.now()
    await store.createJoinLink(w.tx, {
      id: desk.secrets.newId(),
      tokenHash: desk.secrets.hashToken(token),
      kind: 'owner',
      email: null,
      role: 'owner',
      invitedBy: null,
      at,
      expires: at + day,
    })
    return token
  })
}

async function openSession(desk: Desk, memberId: string): Promise<string> {
  const token = desk.secrets.newToken()
  const at = desk.realClock.now()
  await store.dropExpiredSessions(desk.db, at)
  await store.createSession(desk.db, desk.secrets.hashToken(token), memberId, at, at + sessionDays * day)
  return token
}

function memberView({ id, name, email, role }: store.MemberRecord): Member {
  return { id, name, email, role }
}
