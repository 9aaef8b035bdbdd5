import { z } from 'zod'
import type { Article } from '../../../protocol/articles.ts'
import { hubLanguages } from '../../../protocol/hub-languages.ts'
import type { Kept } from '../../storage.ts'

const key = 'hub.article-drafts'

/** Half an article is still somebody's typing: what the desk would refuse is kept too. */
const loose = z.object({
  id: z.uuid(),
  version: z.int(),
  published: z.boolean(),
  texts: z.partialRecord(z.enum(hubLanguages), z.object({ title: z.string(), text: z.string() })),
})
const kept = z.record(z.string(), loose)

/** Articles with unsaved changes, kept in this browser until they are saved or discarded. */
export function articleDrafts(storage: Kept) {
  const read = (): Record<string, Article> => {
    try {
      return kept.safeParse(JSON.parse(storage.getItem(key) ?? '{}')).data ?? {}
    } catch {
      return {}
    }
  }
  const write = (drafts: Record<string, Article>) => {
    if (Object.keys(drafts).length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(drafts))
  }
  return {
    all: read,
    keep: (draft: Article) => write({ ...read(), [draft.id]: draft }),
    drop(id: string) {
      const { [id]: _, ...others } = read()
      write(others)
    },
  }
}
export type ArticleDrafts = ReturnType<typeof articleDrafts>

/** What is to be saved: languages in which nothing is written are left out. Null: a text lacks its title, or all do. */
export function savable({ version, published, texts }: Article): Omit<Article, 'id'> | null {
  const written = Object.entries(texts).filter(([, { title, text }]) => title.trim() || text.trim())
  if (written.length === 0 || written.some(([, { title }]) => !title.trim())) return null
  return { version, published, texts: Object.fromEntries(written) }
}

/** What an article is called on this page: by its first title, in the order of our languages. */
export function titleOf({ texts }: Pick<Article, 'texts'>): string {
  return hubLanguages.map((language) => texts[language]?.title.trim() ?? '').find(Boolean) ?? ''
}
