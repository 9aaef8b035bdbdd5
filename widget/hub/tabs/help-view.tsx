import { createRef } from 'preact'
import type { ShownArticle } from '../../../server/protocol/articles.ts'
import { ArticleText } from '../../thread/article-text.tsx'
import { Icon } from '../icon.tsx'
import { Live, live } from '../live.ts'
import { Failed } from './load-view.tsx'
import type { TabParts } from './tabs.tsx'

/** So many stand on Home; the others are found by searching, or after "more". */
const searchFrom = 4

/** W-14: the help articles with their search. Nothing stands there as long as there are none. */
export const HelpList = live<TabParts>(({ hub, said, help }) => {
  const all = help.all.value
  const found = help.found.value
  if (help.state.value === 'failed') return <Failed hub={hub} said={said} again={help.again} />
  if (all.length === 0) return null
  return (
    <section class="card help" aria-label={said.helpPages}>
      {all.length >= searchFrom && (
        <input
          type="search"
          value={help.query.value}
          placeholder={said.search}
          aria-label={said.search}
          dir="auto"
          onInput={(event) => (help.query.value = event.currentTarget.value)}
        />
      )}
      {found.map((article) => (
        <button
          key={article.id}
          type="button"
          lang={article.language}
          data-article={article.id}
          onClick={() => (help.open.value = article)}
        >
          <span class="grow">
            <bdi>{article.title}</bdi>
          </span>
          <Icon name="onward" />
        </button>
      ))}
      <p role="status">{found.length === 0 && said.noneFound}</p>
    </section>
  )
})

/** One of them, to be read. The focus goes to its title, and back to where it came from. */
export class Article extends Live<TabParts & { article: ShownArticle }> {
  private title = createRef<HTMLHeadingElement>()

  override componentDidMount() {
    this.title.current?.focus()
  }

  private back = () => {
    const { hub, help, article } = this.props
    help.open.value = null
    requestAnimationFrame(() => {
      hub.context.corner.shadow.querySelector<HTMLElement>(`[data-article="${article.id}"]`)?.focus()
    })
  }

  override draw() {
    const { said, article } = this.props
    return (
      <article class="reading">
        <button type="button" class="link" onClick={this.back}>
          {said.goBack}
        </button>
        <div lang={article.language} dir="auto">
          <h2 ref={this.title} tabIndex={-1}>
            {article.title}
          </h2>
          <ArticleText text={article.text} />
        </div>
      </article>
    )
  }
}
