import { sql } from 'kysely'
import type { Named } from '../protocol/ticket.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

const byName = sql`lower(name)`

/** All tags there are, by name (D-5). */
export function listTags(db: Db): Promise<Named[]> {
  return db.selectFrom('tags').select(['id', 'name']).orderBy(byName).execute()
}

/** The tag of that name, which is one in capitals and small letters. */
export function findTag(db: Db, name: string): Promise<Named | undefined> {
  return db.selectFrom('tags').select(['id', 'name']).where(byName, '=', sql`lower(${name})`).executeTakeFirst()
}

/** Makes a tag; false where somebody else has just made it. */
export async function createTag(tx: Db, tag: Named & { at: number }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tags')
    .values({ id: tag.id, name: tag.name, created_at: moment(tag.at) })
    .onConflict((conflict) => conflict.expression(byName).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function countTags(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('tags')
    .select((q) => q.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Another tag by that name throws a unique violation. */
export async function renameTag(tx: Db, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('tags').set({ name }).where('id', '=', id).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes it off every ticket, too. */
export async function deleteTag(tx: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('tags').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

/** On how many tickets each tag is; tags that are on none are left out. */
export async function countTagged(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('ticket_tags')
    .select(['tag_id', (q) => q.fn.countAll<number>().as('n')])
    .groupBy('tag_id')
    .execute()
  return new Map(rows.map((row) => [row.tag_id, Number(row.n)]))
}

/** Those of the tags that there are, held until the transaction ends: nobody deletes them meanwhile. */
export async function holdTags(tx: Db, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  return tx.selectFrom('tags').select(['id', 'name']).where('id', 'in', ids).orderBy('id').forKeyShare().execute()
}

export async function tagsOf(db: Db, ticketId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('ticket_tags')
    .select('tag_id')
    .where('ticket_id', '=', ticketId)
    .orderBy('tag_id')
    .execute()
  return rows.map((row) => row.tag_id)
}

/** Changes the tags of a ticket that the caller has locked. */
export async function changeTags(tx: Db, ticketId: string, add: readonly string[], remove: readonly string[]) {
  if (remove.length > 0) {
    await tx.deleteFrom('ticket_tags').where('ticket_id', '=', ticketId).where('tag_id', 'in', remove).execute()
  }
  if (add.length === 0) return
  await tx
    .insertInto('ticket_tags')
    .values(add.map((tag_id) => ({ ticket_id: ticketId, tag_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
