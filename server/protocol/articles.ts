import { z } from 'zod'
import { hubLanguages } from './hub-languages.ts'
import { limits } from './limits.ts'
import { storable } from './text.ts'

const typed = z.string().overwrite(storable)

/** W-14: a help article in one language. The text is simple markup (article-text.ts). */
export const articleText = z.object({
  title: typed.trim().min(1).max(limits.articleTitle),
  text: typed.max(limits.articleText),
})

/** By language; at least one. */
const articleTexts = z
  .partialRecord(z.enum(hubLanguages), articleText)
  .refine((texts) => Object.keys(texts).length > 0, 'says nothing')

/** An article as it is edited; `version` is what it was read at (0: it is new). */
export const articleDraft = z.object({
  version: z
    .int()
    .min(0)
    .max(limits.count - 1),
  published: z.boolean(),
  texts: articleTexts,
})
export type ArticleDraft = z.infer<typeof articleDraft>

export const article = articleDraft.extend({ id: z.uuid() })
export type Article = z.infer<typeof article>

/** All of them, in the order in which they are to stand. */
export const articlesOrder = z.object({ ids: z.array(z.uuid().toLowerCase()).max(limits.articles) })

/** An article as a visitor of the shop reads it, in the language nearest to theirs. */
export const shownArticle = z.object({
  id: z.uuid(),
  language: z.enum(hubLanguages),
  title: z.string(),
  text: z.string(),
})
export type ShownArticle = z.infer<typeof shownArticle>

const nothing = z.object({})

export const articlesApi = {
  'GET /api/hub/articles/:language': {
    about: 'The published help articles (W-14), each in that language or the nearest it is written in.',
    who: 'anybody',
    answer: z.object({ articles: z.array(shownArticle) }),
  },
  'GET /api/hub/texts/:language': {
    about: 'What the merchant has worded anew in that language, by the name of the sentence.',
    who: 'anybody',
    answer: z.object({ texts: z.record(z.string(), z.string()) }),
  },
  'GET /api/articles': {
    about: 'All help articles with their drafts, in their order.',
    who: 'admin',
    answer: z.object({ articles: z.array(article) }),
  },
  'PUT /api/articles/:id': {
    about: 'Saves an article over the version it was read at, or a new one (0); an earlier save wins (conflict).',
    who: 'admin',
    body: articleDraft,
    answer: z.object({ version: z.int() }),
  },
  'DELETE /api/articles/:id': { about: 'Deletes an article.', who: 'admin', answer: nothing },
  'POST /api/articles/order': {
    about: 'Puts the articles into that order; those it does not name follow.',
    who: 'admin',
    body: articlesOrder,
    answer: nothing,
  },
} as const
