import './articles-page.css'
import { useSignal } from '@preact/signals'
import { useCallback, useEffect, useMemo } from 'preact/hooks'
import { browserWorld } from '../../../../widget/thread/world.ts'
import type { Article } from '../../../protocol/articles.ts'
import { createHold } from '../../hold.ts'
import { sayRefused, usePage } from '../../page.ts'
import { Empty, useLate } from '../../parts/empty.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { articleDrafts } from './article-drafts.ts'
import { ArticleEditor } from './article-editor.tsx'
import { ArticleLine } from './article-line.tsx'

type Found = Article[] | 'asking' | 'failed'

/** W-14: the help articles in their order. Owner and admin write them (D-7). */
export function ArticlesPage() {
  const words = useSettingsWords()
  const { settings, articlesPage: said } = words
  const page = usePage()
  const { api } = page
  const drafts = useMemo(() => articleDrafts(page.storage), [page])
  const found = useSignal<Found>('asking')
  const edited = useSignal<Article | null>(null)
  const hold = useMemo(createHold, [])
  const load = useCallback(
    () =>
      hold.while(api.articles, (answer) => {
        if (answer.ok) found.value = answer.articles
        else if (typeof found.peek() === 'string') found.value = 'failed'
      }),
    [api, found, hold],
  )
  useEffect(() => void load(), [load])
  const late = useLate(found.value === 'asking')
  const now = found.value
  const list = typeof now === 'string' ? [] : now
  const unsaved = drafts.all()
  // Begun and never saved: they come last, where a new one will stand.
  const fresh = Object.values(unsaved).filter(({ id, version }) => version === 0 && !list.some((one) => one.id === id))
  const all = [...list, ...fresh]

  const move = async (id: string, by: -1 | 1) => {
    const ids = list.map((one) => one.id)
    const at = ids.indexOf(id)
    const sorted = ids.toSpliced(at, 1).toSpliced(at + by, 0, id)
    found.value = sorted.flatMap((one) => list.find((article) => article.id === one) ?? [])
    const answer = await api.sortArticles(sorted)
    if (!answer.ok) sayRefused(page, answer)
    await load()
  }
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={settings.articles}>
        <div class="sheet">
          <div class="articles-head">
            <div>
              <h1>{settings.articles}</h1>
              <p class="text-2">{said.lead}</p>
            </div>
            <button
              type="button"
              class="button solid"
              onClick={() => (edited.value = { id: browserWorld().newId(), version: 0, published: false, texts: {} })}
            >
              <Icon name="plus" small />
              {said.add}
            </button>
          </div>
          {now === 'failed' ? (
            <Empty icon="warning" tone="danger" title={said.failed}>
              <button type="button" class="button line" onClick={() => void load()}>
                {words.tryAgain}
              </button>
            </Empty>
          ) : now === 'asking' ? (
            late && <p class="text-3">{words.loading} …</p>
          ) : all.length === 0 ? (
            <Empty icon="file" title={said.none} text={said.noneText} />
          ) : (
            <ul class="articles-list">
              {all.map((article, at) => (
                <ArticleLine
                  key={article.id}
                  article={article}
                  unsaved={unsaved[article.id] !== undefined}
                  may={{ up: at > 0 && at < list.length, down: at < list.length - 1 }}
                  onMove={(by) => void move(article.id, by)}
                  onEdit={() => (edited.value = article)}
                  onRemoved={() => {
                    drafts.drop(article.id)
                    void load()
                  }}
                />
              ))}
            </ul>
          )}
        </div>
      </div>
      {edited.value && (
        <ArticleEditor
          key={edited.value.id}
          article={edited.value}
          drafts={drafts}
          onClose={() => {
            edited.value = null
            void load()
          }}
        />
      )}
    </main>
  )
}
