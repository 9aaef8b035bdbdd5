import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { ArticleText } from '../../../../widget/thread/article-text.tsx'
import type { Article } from '../../../protocol/articles.ts'
import { type HubLanguage, hubLanguages } from '../../../protocol/hub-languages.ts'
import { limits } from '../../../protocol/limits.ts'
import { usePage } from '../../page.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FormFoot, SwitchSetting } from '../form-parts.tsx'
import { LanguageChoice } from '../language-choice.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { type ArticleDrafts, savable, titleOf } from './article-drafts.ts'

type Props = { article: Article; drafts: ArticleDrafts; onClose: () => void }

/** Writes an article, language by language, as it will be read beside it. What is not saved is kept. */
export function ArticleEditor({ article, drafts, onClose }: Props) {
  const words = useSettingsWords()
  const { articlesPage: said } = words
  const page = usePage()
  const before = drafts.all()[article.id]
  const now = useSignal<Article>(before ?? article)
  const wasKept = useSignal(before !== undefined && article.version > 0)
  const language = useSignal<HubLanguage>(hubLanguages.find((one) => now.peek().texts[one]) ?? 'en')
  const problem = useSignal<string | null>(null)
  const saving = useSignal(false)
  const id = useId()
  const { published, texts } = now.value
  const { title, text } = texts[language.value] ?? { title: '', text: '' }
  const change = (part: Partial<Article>) => {
    now.value = { ...now.peek(), ...part }
    problem.value = null
    drafts.keep(now.peek())
  }
  const write = (part: { title?: string; text?: string }) =>
    change({ texts: { ...texts, [language.value]: { title, text, ...part } } })
  const discard = () => {
    drafts.drop(article.id)
    onClose()
  }
  const save = async () => {
    if (saving.peek()) return
    const draft = savable(now.peek())
    if (draft === null) {
      problem.value = said.titleMissing
      return
    }
    saving.value = true
    const answer = await page.api.saveArticle(article.id, draft)
    saving.value = false
    if (!answer.ok) {
      problem.value = answer.code === 'conflict' ? said.conflict : words.refused[answer.code]
      return
    }
    page.toasts.say(said.saved(titleOf(draft)))
    discard()
  }
  return (
    <Dialog
      title={article.version === 0 ? said.add : said.edit(titleOf(article) || said.untitled)}
      onClose={onClose}
      wide="most"
    >
      <form
        class="article-editor"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="article-fields">
          {wasKept.value && <p class="text-2">{said.kept}</p>}
          <div class="field">
            <LanguageChoice
              chosen={language.value}
              marked={hubLanguages.filter((one) => texts[one]?.title.trim())}
              mark={said.written}
              onChoose={(one) => (language.value = one)}
            />
            <p class="help">{said.languageHelp}</p>
          </div>
          <div class="field">
            <label for={`${id}-title`}>{said.title}</label>
            <input
              id={`${id}-title`}
              class="input"
              dir="auto"
              lang={language.value}
              value={title}
              maxLength={limits.articleTitle}
              onInput={(event) => write({ title: event.currentTarget.value })}
            />
          </div>
          <div class="field">
            <label for={`${id}-text`}>{said.text}</label>
            <textarea
              id={`${id}-text`}
              class="area"
              rows={10}
              dir="auto"
              lang={language.value}
              value={text}
              maxLength={limits.articleText}
              aria-describedby={`${id}-help`}
              onInput={(event) => write({ text: event.currentTarget.value })}
            />
            <p class="help" id={`${id}-help`}>
              {said.textHelp}
            </p>
          </div>
          <SwitchSetting
            label={said.isPublished}
            help={said.isPublishedHelp}
            on={published}
            onChange={(on) => change({ published: on })}
          />
        </div>
        <section class="article-preview" aria-label={said.preview} tabIndex={0}>
          <h3>{said.preview}</h3>
          <div lang={language.value} dir="auto">
            <h2>{title}</h2>
            <ArticleText text={text} />
          </div>
        </section>
        <FormFoot
          problem={problem.value}
          leave={said.discard}
          save={said.save}
          saving={saving.value}
          onLeave={discard}
        />
      </form>
    </Dialog>
  )
}
