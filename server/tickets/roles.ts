import type { Role } from '../protocol/role.ts'
import type { Refusal } from './ticket.ts'

export type RoleAction = 'desk' | 'settings' | 'members' | 'shared_views' | 'shared_macros' | 'routing'

const allowed: Record<RoleAction, readonly Role[]> = {
  desk: ['owner', 'admin', 'manager', 'support'],
  settings: ['owner', 'admin'],
  members: ['owner', 'admin'],
  shared_views: ['owner', 'admin', 'manager'],
  shared_macros: ['owner', 'admin', 'manager'],
  routing: ['owner', 'admin', 'manager'],
}

/** D-7: may a member of that role do it? */
export function may(role: Role, action: RoleAction): boolean {
  return allowed[action].includes(role)
}

/** D-7: may `by` invite a member as `role`? Only an owner makes owners. Null means yes. */
export function mayInvite(by: Role, role: Role): Refusal | null {
  return may(by, 'members') && (role !== 'owner' || by === 'owner') ? null : { refused: 'forbidden' }
}

/**
 * D-7: may `by` give `member` another role, or remove them (`removed`)? Only an owner makes or unmakes owners, and the
 * last of the `owners` (how many there are) stays. Null means yes.
 */
export function mayChangeMember(by: Role, member: Role, becomes: Role | 'removed', owners: number): Refusal | null {
  const touchesOwners = member === 'owner' || becomes === 'owner'
  if (!may(by, 'members') || (touchesOwners && by !== 'owner')) return { refused: 'forbidden' }
  return member === 'owner' && becomes !== 'owner' && owners <= 1 ? { refused: 'last_owner' } : null
}
