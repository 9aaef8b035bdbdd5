import type { Article, ArticleDraft, ShownArticle } from '../protocol/articles.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { HubLanguage } from '../protocol/hub-languages.ts'
import { limits } from '../protocol/limits.ts'
import { allArticles, dropArticle, lockArticle, orderArticles, putArticle } from '../store/articles.ts'
import { writeAudit } from '../store/members.ts'
import { inOrder, shownArticles } from '../tickets/articles.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { onceMoreOnTwin } from './twin.ts'

/** W-14: the help articles with their drafts, for the page on which they are written. */
export function listArticles(desk: Desk): Promise<Article[]> {
  return allArticles(desk.db)
}

/** W-14: those that are published, for everybody. */
export async function readArticles(desk: Desk, language: HubLanguage): Promise<ShownArticle[]> {
  return shownArticles(language, await allArticles(desk.db))
}

/** Saves over the version the page began with; an earlier save wins. The door has asked who may (D-7). */
export function saveArticle(
  desk: Desk,
  by: Actor,
  id: string,
  draft: ArticleDraft,
): Promise<{ version: number } | { refused: ErrorCode }> {
  return onceMoreOnTwin(() =>
    work(desk, async (w): Promise<{ version: number } | { refused: ErrorCode }> => {
      const before = await lockArticle(w.tx, id)
      const saved: Article = { ...draft, id, version: draft.version + 1 }
      if (before !== undefined && before.version !== draft.version) {
        // The same save again, since its answer was lost.
        return JSON.stringify(before) === JSON.stringify(saved) ? { version: before.version } : { refused: 'conflict' }
      }
      if (before === undefined && (await allArticles(w.tx)).length >= limits.articles) return { refused: 'too_many' }
      await putArticle(w.tx, saved, w.now)
      await audit(w, by, 'article.save', id, { before, after: saved })
      return { version: saved.version }
    }),
  )
}

export function removeArticle(desk: Desk, by: Actor, id: string): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w): Promise<{ done: true } | { refused: ErrorCode }> => {
    const before = await lockArticle(w.tx, id)
    if (before === undefined) return { refused: 'not_found' }
    await dropArticle(w.tx, id)
    await audit(w, by, 'article.remove', id, { before })
    return { done: true }
  })
}

/** Puts them into that order; one that came meanwhile follows. */
export function sortArticles(desk: Desk, by: Actor, ids: readonly string[]): Promise<{ done: true }> {
  return work(desk, async (w) => {
    const now = (await allArticles(w.tx)).map(({ id }) => id)
    const sorted = inOrder(now, ids)
    if (sorted.join() === now.join()) return { done: true }
    await orderArticles(w.tx, sorted)
    await audit(w, by, 'article.order', 'articles', { before: now, after: sorted })
    return { done: true }
  })
}

function audit(w: Work, by: Actor, action: string, subject: string, detail: Record<string, unknown>): Promise<void> {
  return writeAudit(w.tx, { at: w.now, memberId: by.id, action, subject, detail })
}
