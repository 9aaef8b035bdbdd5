import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ShownArticle } from '../../../server/protocol/articles.ts'
import type { Hub } from '../hub.ts'
import { createLoading, type LoadState } from './loading.ts'

/** W-14: the shop's help articles, with the search in them. */
export type Help = {
  state: ReadonlySignal<LoadState>
  all: ReadonlySignal<readonly ShownArticle[]>
  query: Signal<string>
  found: ReadonlySignal<readonly ShownArticle[]>
  /** The one that is read; null: none, the list stands there. */
  open: Signal<ShownArticle | null>
  need: () => void
  again: () => void
}

export function createHelp({ context, spoken }: Pick<Hub, 'context' | 'spoken'>): Help {
  const all = signal<readonly ShownArticle[]>([])
  const query = signal('')
  const loading = createLoading(async () => {
    const answer = await fetch(`${context.base}api/hub/articles/${spoken.language}`)
    const said: unknown = answer.ok ? await answer.json() : null
    if (!isArticles(said)) throw new Error('The desk did not tell the articles.')
    all.value = said.articles
  })
  return { ...loading, all, query, found: computed(() => findArticles(all.value, query.value)), open: signal(null) }
}

/** Those that have all words of the query, wherever; whose title has them stand first. */
export function findArticles(articles: readonly ShownArticle[], query: string): readonly ShownArticle[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => plain(text).includes(word))
  const titled = articles.filter(({ title }) => has(title))
  return [...titled, ...articles.filter((one) => !titled.includes(one) && has(`${one.title} ${one.text}`))]
}

/** Without case and accents: on a phone, people type "grosse" for "Größe". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

const isArticles = (said: unknown): said is { articles: ShownArticle[] } =>
  !!said && typeof said === 'object' && 'articles' in said
