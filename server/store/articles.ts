import type { Selectable } from 'kysely'
import { type Article, article } from '../protocol/articles.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

/** All help articles in their order. */
export async function allArticles(db: Db): Promise<Article[]> {
  const rows = await db.selectFrom('articles').selectAll().orderBy('place').orderBy('id').execute()
  return rows.map(articleOf)
}

export async function lockArticle(tx: Db, id: string): Promise<Article | undefined> {
  const row = await tx.selectFrom('articles').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && articleOf(row)
}

/** Makes it, as the last one, or changes one that the caller has locked. */
export async function putArticle(tx: Db, { id, published, texts, version }: Article, at: number): Promise<void> {
  const kept = { published, texts: JSON.stringify(texts), version, changed_at: moment(at) }
  await tx
    .insertInto('articles')
    .values(({ selectFrom, fn, lit }) => ({
      ...kept,
      id,
      place: selectFrom('articles').select((last) =>
        fn.coalesce(last(fn.max('place'), '+', lit(1)), lit(1)).as('next'),
      ),
      created_at: moment(at),
    }))
    .onConflict((one) => one.column('id').doUpdateSet(kept))
    .execute()
}

export async function dropArticle(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('articles').where('id', '=', id).execute()
}

/** Numbers them as they are named. */
export async function orderArticles(tx: Db, ids: readonly string[]): Promise<void> {
  for (const [place, id] of ids.entries())
    await tx.updateTable('articles').set({ place }).where('id', '=', id).execute()
}

function articleOf({ id, published, texts, version }: Selectable<Database['articles']>): Article {
  return article.parse({ id, published, texts, version })
}
