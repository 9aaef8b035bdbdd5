import { type Selectable, sql } from 'kysely'
import type { Role } from '../protocol/role.ts'
import type { Db } from './connect.ts'
import type { Database } from './tables.ts'
import { moment } from './moment.ts'

export type MemberRecord = Selectable<Database['members']>
export type JoinLinkRecord = Selectable<Database['join_links']>

export function findMember(db: Db, id: string): Promise<MemberRecord | undefined> {
  return db.selectFrom('members').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
}

/** The member, held until the transaction ends: nobody removes them meanwhile. */
export function holdMember(tx: Db, id: string): Promise<MemberRecord | undefined> {
  return tx
    .selectFrom('members')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
}

/** Also of somebody who has left. */
export async function memberName(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('members').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

export function findMemberByEmail(db: Db, email: string): Promise<MemberRecord | undefined> {
  return db
    .selectFrom('members')
    .selectAll()
    .where('email', '=', email)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

export function listMembers(db: Db): Promise<MemberRecord[]> {
  return db.selectFrom('members').selectAll().where('removed_at', 'is', null).orderBy('name').execute()
}

/** All members, locked: changes of roles are decided one after another (the last owner stays). */
export function lockMembers(tx: Db): Promise<MemberRecord[]> {
  return tx.selectFrom('members').selectAll().where('removed_at', 'is', null).orderBy('id').forUpdate().execute()
}

export async function createMember(
  tx: Db,
  member: { id: string; name: string; email: string; role: Role; passwordHash: string; at: number },
): Promise<void> {
  await tx
    .insertInto('members')
    .values({
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      password_hash: member.passwordHash,
      created_at: moment(member.at),
      absent_since: moment(member.at),
    })
    .execute()
}

export async function setRole(tx: Db, id: string, role: Role): Promise<void> {
  await tx.updateTable('members').set({ role }).where('id', '=', id).execute()
}

/** Lays these over a member's choices, in one statement; false where there is no such member. */
export async function mergePreferences(tx: Db, id: string, change: object): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('members')
    .set({ preferences: sql`preferences || ${JSON.stringify(change)}::jsonb` })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The name it had before; undefined where there is no such member. */
export async function rename(tx: Db, id: string, name: string): Promise<string | undefined> {
  const member = await tx
    .selectFrom('members')
    .select('name')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (member !== undefined) await tx.updateTable('members').set({ name }).where('id', '=', id).execute()
  return member?.name
}

/** D-4. False where there is no such member. */
export async function setAway(tx: Db, id: string, away: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('members')
    .set({ away })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function removeMember(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable('members')
    .set({ removed_at: moment(at) })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('sessions').where('member_id', '=', id).execute()
  await tx.deleteFrom('drafts').where('member_id', '=', id).execute()
}

// Sessions and links run on real time: moving the test clock signs nobody out.

export async function createSession(db: Db, tokenHash: Buffer, memberId: string, at: number, expires: number) {
  await db
    .insertInto('sessions')
    .values({ token_hash: tokenHash, member_id: memberId, created_at: moment(at), expires_at: moment(expires) })
    .execute()
}

export function memberOfSession(db: Db, tokenHash: Buffer, at: number): Promise<MemberRecord | undefined> {
  return db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .selectAll('members')
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', moment(at))
    .where('members.removed_at', 'is', null)
    .executeTakeFirst()
}

/** Which of these sessions are still good. */
export async function goodSessions(db: Db, tokenHashes: Buffer[], at: number): Promise<Buffer[]> {
  if (tokenHashes.length === 0) return []
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.member_id')
    .select('sessions.token_hash')
    .where('sessions.token_hash', 'in', tokenHashes)
    .where('sessions.expires_at', '>', moment(at))
    .where('members.removed_at', 'is', null)
    .execute()
  return rows.map((row) => row.token_hash)
}

export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute()
}

export async function endSessionsOf(tx: Db, memberId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('member_id', '=', memberId).execute()
}

export async function dropExpiredSessions(db: Db, at: number): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', moment(at)).execute()
}

export async function createJoinLink(
  tx: Db,
  link: {
    id: string
    tokenHash: Buffer
    kind: 'owner' | 'invitation'
    email: string | null
    role: Role
    invitedBy: string | null
    at: number
    expires: number
  },
): Promise<void> {
  await tx
    .insertInto('join_links')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      kind: link.kind,
      email: link.email,
      role: link.role,
      invited_by: link.invitedBy,
      created_at: moment(link.at),
      expires_at: moment(link.expires),
    })
    .execute()
}

/** The link if it is still good: not used, not run out. Locked when a transaction asks. */
export function findJoinLink(
  db: Db,
  tokenHash: Buffer,
  at: number,
  lock: boolean,
): Promise<JoinLinkRecord | undefined> {
  return db
    .selectFrom('join_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment(at))
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
}

export async function useJoinLink(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable('join_links')
    .set({ used_at: moment(at) })
    .where('id', '=', id)
    .execute()
}

export function listInvitations(db: Db, at: number): Promise<JoinLinkRecord[]> {
  return db
    .selectFrom('join_links')
    .selectAll()
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', moment(at))
    .orderBy('created_at')
    .execute()
}

/** Withdraws an invitation, all that a member has made, or an owner's link that a newer one replaces. */
export async function dropJoinLinks(
  db: Db,
  which: { id: string } | { invitedBy: string } | { kind: 'owner' },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('join_links')
    .where('used_at', 'is', null)
    .$if('id' in which, (q) => q.where('id', '=', 'id' in which ? which.id : ''))
    .$if('invitedBy' in which, (q) => q.where('invited_by', '=', 'invitedBy' in which ? which.invitedBy : ''))
    .$if('kind' in which, (q) => q.where('kind', '=', 'owner'))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function writeAudit(
  tx: Db,
  line: { at: number; memberId: string | null; action: string; subject: string; detail: Record<string, unknown> },
): Promise<void> {
  await tx
    .insertInto('audit_log')
    .values({
      at: moment(line.at),
      member_id: line.memberId,
      action: line.action,
      subject: line.subject,
      detail: JSON.stringify(line.detail),
    })
    .execute()
}
