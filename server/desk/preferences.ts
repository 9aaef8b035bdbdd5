import type { z } from 'zod'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Preferences } from '../protocol/own-choices.ts'
import { type preferencesChange, storedPreferences } from '../protocol/preferences.ts'
import { findMember, mergePreferences } from '../store/members.ts'
import { type Desk, work } from './desk.ts'

/** What a member has chosen for themselves, and as usual where they have not. */
export async function readPreferences(desk: Desk, memberId: string): Promise<Preferences> {
  const member = await findMember(desk.db, memberId)
  return storedPreferences.parse(member?.preferences ?? {})
}

/** Changes some of a member's own choices; the others stay, also those made on another page at this moment. */
export function changePreferences(
  desk: Desk,
  memberId: string,
  change: z.output<typeof preferencesChange>,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    if (!(await mergePreferences(w.tx, memberId, change))) return { refused: 'not_found' }
    w.tell({ kind: 'preferences', memberId })
    return { done: true }
  })
}
