import type { Role } from '../../protocol/role.ts'
import { ownSection, type Section } from '../route.ts'

/**
 * D-7: owner and admin change settings and members; managers keep teams, tags and who gets a ticket; everybody has a
 * page of their own, and macros. */
export function maySee(role: Role, section: Section): boolean {
  if (role === 'owner' || role === 'admin' || section === ownSection || section === 'macros') return true
  return role === 'manager' && (section === 'teams' || section === 'assignment')
}

/** Where the settings open for a role. */
export function firstSection(role: Role): Section {
  return maySee(role, 'general') ? 'general' : ownSection
}
