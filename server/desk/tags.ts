import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { Named } from '../protocol/ticket.ts'
import type { TagOrName } from '../protocol/working.ts'
import { writeAudit } from '../store/members.ts'
import * as store from '../store/tags.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { switchOffTopicsOf } from './topic-off.ts'
import { isTwin } from './twin.ts'

type Done = { done: true } | { refused: ErrorCode }

/** The tags an agent may choose from, by name. */
export function tagNames(desk: Desk): Promise<Named[]> {
  return store.listTags(desk.db)
}

/** Every tag with the number of tickets it is on. */
export async function listTags(desk: Desk) {
  const [tags, counts] = await Promise.all([store.listTags(desk.db), store.countTagged(desk.db)])
  return tags.map((tag) => ({ ...tag, tickets: counts.get(tag.id) ?? 0 }))
}

/** D-5: the tags that were meant. A name nobody has used makes one, in capitals or not. */
export async function tagIds(
  w: Work,
  wanted: readonly TagOrName[],
): Promise<{ ids: string[] } | { refused: ErrorCode }> {
  const ids: string[] = []
  for (const one of wanted) {
    if ('id' in one) {
      ids.push(one.id)
      continue
    }
    const known = await store.findTag(w.tx, one.name)
    if (known !== undefined) {
      ids.push(known.id)
      continue
    }
    if ((await store.countTags(w.tx)) >= limits.tags) return { refused: 'too_many' }
    const id = w.desk.secrets.newId()
    const made = await store.createTag(w.tx, { id, name: one.name, at: w.now })
    const tag = made ? { id } : await store.findTag(w.tx, one.name)
    if (tag === undefined) return { refused: 'not_found' }
    ids.push(tag.id)
    w.tell({ kind: 'tags' })
  }
  return { ids }
}

/** D-7: manager and up; the door has asked. */
export async function renameTag(desk: Desk, by: Actor, id: string, name: string): Promise<Done> {
  return nameTaken(() =>
    work(desk, async (w): Promise<Done> => {
      if (!(await store.renameTag(w.tx, id, name))) return { refused: 'not_found' }
      await audit(w, by, 'tag.rename', id, { name })
      return { done: true }
    }),
  )
}

/** Takes the tag off every ticket and forgets it. */
export function deleteTag(desk: Desk, by: Actor, id: string): Promise<Done> {
  return work(desk, async (w) => {
    await switchOffTopicsOf(w, id)
    if (!(await store.deleteTag(w.tx, id))) return { refused: 'not_found' }
    await audit(w, by, 'tag.delete', id, {})
    return { done: true }
  })
}

/** Two things of one kind have different names. */
export async function nameTaken<T>(run: () => Promise<T>): Promise<T | { refused: ErrorCode }> {
  try {
    return await run()
  } catch (error) {
    if (isTwin(error)) return { refused: 'name_taken' }
    throw error
  }
}

async function audit(w: Work, by: Actor, action: string, subject: string, detail: Record<string, unknown>) {
  w.tell({ kind: 'tags' })
  await writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
}
