import type { Article } from '../../../protocol/articles.ts'
import { sayRefused, usePage } from '../../page.ts'
import { DeleteButton } from '../../parts/delete-button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { titleOf } from './article-drafts.ts'

type Props = {
  article: Article
  unsaved: boolean
  may: { up: boolean; down: boolean }
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemoved: () => void
}

/** One article in the list: what it is called, who sees it, where it stands. */
export function ArticleLine({ article, unsaved, may, onMove, onEdit, onRemoved }: Props) {
  const { articlesPage: said, hubLanguage } = useSettingsWords()
  const page = usePage()
  const title = titleOf(article) || said.untitled
  const languages = Object.keys(article.texts).flatMap((one) => (one in hubLanguage ? [one.toUpperCase()] : []))
  const remove = async () => {
    // One that was never saved is in this browser only.
    const answer = article.version === 0 ? { ok: true as const } : await page.api.deleteArticle(article.id)
    if (!answer.ok) sayRefused(page, answer)
    else page.toasts.say(said.removed(title))
    onRemoved()
  }
  const does = (label: string, icon: 'toEnd' | 'pencil', press: () => void, more: object = {}) => (
    <button type="button" class="button icon-only" aria-label={label} title={label} onClick={press} {...more}>
      <Icon name={icon} small />
    </button>
  )
  return (
    <li>
      <div class="cut">
        <b class="cut" dir="auto">
          {title}
        </b>
        <p class="text-3 small-text">{languages.join(', ')}</p>
      </div>
      {unsaved && <span class="chip warn">{said.unsaved}</span>}
      <span class="chip">{article.published ? said.published : said.draft}</span>
      {does(said.up(title), 'toEnd', () => onMove(-1), { disabled: !may.up, 'data-up': true })}
      {does(said.down(title), 'toEnd', () => onMove(1), { disabled: !may.down })}
      {does(said.edit(title), 'pencil', onEdit)}
      <DeleteButton label={said.remove(title)} text={said.removeText} yes={said.delete} onYes={() => void remove()} />
    </li>
  )
}
