import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { Macro } from '../protocol/macro.ts'
import { points } from '../protocol/text.ts'
import { countMacros, dropMacro, lockMacro, macrosFor, putMacro } from '../store/macros.ts'
import { writeAudit } from '../store/members.ts'
import { mayChangeMacro } from '../tickets/macros.ts'
import { type Desk, type Work, work } from './desk.ts'
import type { Member } from './sign-in.ts'
import { onceMoreOnTwin } from './twin.ts'

/** what a member may use: the shared macros and their own. */
export function listMacros(desk: Desk, member: Member): Promise<Macro[]> {
  return macrosFor(desk.db, member.id, 2 * limits.macros)
}

/**
 * Saves a macro over the version it was read at (0: it is new); an earlier save wins (conflict). The same save again is
 * the same macro.
 */
export function saveMacro(
  desk: Desk,
  member: Member,
  given: Macro,
): Promise<{ version: number } | { refused: ErrorCode }> {
  return onceMoreOnTwin(() =>
    work(desk, async (w): Promise<{ version: number } | { refused: ErrorCode }> => {
      if (points(given.text) > limits.textPoints) return { refused: 'message_too_long' }
      const ownerId = given.shared ? null : member.id
      const found = await lockMacro(w.tx, given.id)
      const never = mayChangeMacro(member, found?.ownerId, ownerId)
      if (never !== null) return never
      const macro = { ...given, version: given.version + 1 }
      if (found !== undefined && found.macro.version !== given.version) {
        return isSame(macro, found.macro) ? { version: found.macro.version } : { refused: 'conflict' }
      }
      // Somebody deleted it while it was edited: it is theirs to know, and saved anew.
      if (found?.ownerId !== ownerId && (await countMacros(w.tx, ownerId)) >= limits.macros) {
        return { refused: 'too_many' }
      }
      await putMacro(w.tx, { macro, ownerId }, w.now)
      await told(w, member, 'macro.save', given.id, given.shared || found?.ownerId === null, { name: given.name })
      return { version: macro.version }
    }),
  )
}

export function removeMacro(desk: Desk, member: Member, id: string): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const found = await lockMacro(w.tx, id)
    // Whoever deletes it twice has what they wanted.
    if (found === undefined) return { done: true }
    const never = mayChangeMacro(member, found.ownerId, found.ownerId)
    if (never !== null) return never
    await dropMacro(w.tx, id)
    await told(w, member, 'macro.remove', id, found.macro.shared, { name: found.macro.name })
    return { done: true }
  })
}

const isSame = (one: Macro, other: Macro) => saying(one) === saying(other)
const saying = ({ shared, category, name, text, actions, version }: Macro) =>
  JSON.stringify([shared, category, name, text, actions, version])

/** What all may use is in the audit log (P-7), and everybody's pages hear of it. */
async function told(w: Work, by: Member, action: string, subject: string, shared: boolean, detail: { name: string }) {
  if (shared) await writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
  w.tell({ kind: 'macros', memberId: shared ? null : by.id })
}
