import { rawVariables } from '../protocol/macro-text.ts'
import type { Role } from '../protocol/role.ts'
import { may } from './roles.ts'
import type { Refusal } from './ticket.ts'

/** Whose a macro is; null: it is shared. */
type Owner = string | null

/** D-7: a member sees the shared macros and their own. */
export function seesMacro(memberId: string, owner: Owner): boolean {
  return owner === null || owner === memberId
}

/**
 * D-7: may a member make a macro of what it was (`undefined`: it is new) into one of that owner, or delete it? Shared ones
 * are for managers and up, own ones everybody's. Another's looks as if it did not exist.
 */
export function mayChangeMacro(
  member: { id: string; role: Role },
  was: Owner | undefined,
  becomes: Owner,
): Refusal | null {
  if (was !== undefined && !seesMacro(member.id, was)) return { refused: 'not_found' }
  const shared = was === null || becomes === null
  return shared && !may(member.role, 'shared_macros') ? { refused: 'forbidden' } : null
}

/** a variable is never sent raw. */
export function unfilled(text: string): Refusal | null {
  return rawVariables(text).length > 0 ? { refused: 'unfilled' } : null
}
