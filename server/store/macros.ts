import type { Selectable } from 'kysely'
import { macroActions, type Macro } from '../protocol/macro.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

export type MacroRecord = { macro: Macro; ownerId: string | null }

/** The shared macros and those of one member, by category and name. */
export async function macrosFor(db: Db, memberId: string, most: number): Promise<Macro[]> {
  const rows = await db
    .selectFrom('macros')
    .selectAll()
    .where((q) => q.or([q('owner_id', 'is', null), q('owner_id', '=', memberId)]))
    .orderBy('category')
    .orderBy('name')
    .limit(most)
    .execute()
  return rows.map((row) => recordOf(row).macro)
}

/** How many there are of one owner, or shared ones (null). */
export async function countMacros(db: Db, ownerId: string | null): Promise<number> {
  const { n } = await db
    .selectFrom('macros')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('owner_id', ownerId === null ? 'is' : '=', ownerId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function lockMacro(tx: Db, id: string): Promise<MacroRecord | undefined> {
  const row = await tx.selectFrom('macros').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && recordOf(row)
}

/** Makes it, or changes one that the caller has locked. */
export async function putMacro(tx: Db, { macro, ownerId }: MacroRecord, at: number): Promise<void> {
  const { id, category, name, text, version } = macro
  const kept = {
    owner_id: ownerId,
    category,
    name,
    text,
    actions: JSON.stringify(macro.actions),
    version,
    changed_at: moment(at),
  }
  await tx
    .insertInto('macros')
    .values({ id, ...kept, created_at: moment(at) })
    .onConflict((one) => one.column('id').doUpdateSet(kept))
    .execute()
}

export async function dropMacro(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('macros').where('id', '=', id).execute()
}

function recordOf(row: Selectable<Database['macros']>): MacroRecord {
  const { id, category, name, text, version, owner_id: ownerId } = row
  const actions = macroActions.parse(row.actions)
  return { ownerId, macro: { id, shared: ownerId === null, category, name, text, actions, version } }
}
