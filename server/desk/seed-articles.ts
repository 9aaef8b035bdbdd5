import articles from '../demo-articles.json' with { type: 'json' }
import { articleDraft } from '../protocol/articles.ts'
import { saveArticle } from './articles.ts'
import type { Actor, Desk } from './desk.ts'

/** A few help articles to begin with; made once, so that those somebody deletes stay deleted. */
export async function seedArticles(desk: Desk, by: Actor): Promise<void> {
  for (const texts of articles) {
    const draft = articleDraft.parse({ version: 0, published: true, texts })
    const saved = await saveArticle(desk, by, desk.secrets.derivedId('demo article', texts.en.title), draft)
    if ('refused' in saved) throw new Error(`The demo article “${texts.en.title}” was refused: ${saved.refused}`)
  }
}
