import type { Article, ShownArticle } from '../protocol/articles.ts'
import { type HubLanguage, hubLanguages } from '../protocol/hub-languages.ts'

/** W-14: who does not read the language gets English, and else what there is: an article in a foreign tongue helps more than none. */
export function articleIn(language: HubLanguage, { id, texts }: Pick<Article, 'id' | 'texts'>): ShownArticle | null {
  for (const one of [language, ...hubLanguages]) {
    const written = texts[one]
    if (written) return { id, language: one, ...written }
  }
  return null
}

/** W-14: what visitors of the shop read: nothing that is a draft. */
export function shownArticles(language: HubLanguage, articles: readonly Article[]): ShownArticle[] {
  return articles.flatMap((article) => (article.published ? (articleIn(language, article) ?? []) : []))
}

/** The order with those first that are named, as they are named; of two people who sort at once nobody loses an article. */
export function inOrder(now: readonly string[], named: readonly string[]): string[] {
  const first = [...new Set(named)].filter((id) => now.includes(id))
  return [...first, ...now.filter((id) => !first.includes(id))]
}
