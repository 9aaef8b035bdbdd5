import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'
import { ArticlesPage } from '../../server/inbox/settings/articles/articles-page.tsx'
import { sectionOf } from '../../server/inbox/settings/field-name.ts'
import { createSettingsDraft } from '../../server/inbox/settings/settings-draft.ts'
import { TextsForm } from '../../server/inbox/settings/texts-form.tsx'
import type { Article, ArticleDraft } from '../../server/protocol/articles.ts'
import type { ErrorCode } from '../../server/protocol/errors.ts'
import { fakeStorage } from './fake-link.ts'
import { fakePage } from './page.tsx'
import { id } from './rows.ts'
import { settings } from './settings.ts'

afterEach(cleanup)

const anArticle = (n: number, title: string): Article => ({
  id: id(n),
  version: 1,
  published: n !== 2,
  texts: { en: { title, text: 'Some **text**.' } },
})

/** The page over a desk with three articles; `refuse` is what it says to the next save. */
function articles(refuse: ErrorCode | null = null) {
  const desk = {
    list: [anArticle(1, 'Plates'), anArticle(2, 'Returns'), anArticle(3, 'Parcels')],
    saved: [] as ArticleDraft[],
  }
  const { Around, page } = fakePage(
    '/inbox/settings/articles',
    {},
    {
      articles: async () => ({ ok: true, articles: desk.list }),
      async saveArticle(_id, draft) {
        if (refuse) return { ok: false, code: refuse, retry: false }
        desk.saved.push(draft)
        return { ok: true, version: draft.version + 1 }
      },
      async sortArticles(ids) {
        desk.list = ids.flatMap((one) => desk.list.find((article) => article.id === one) ?? [])
        return { ok: true }
      },
    },
  )
  const show = () =>
    render(
      <Around>
        <ArticlesPage />
      </Around>,
    )
  show()
  return { desk, page, show }
}
const titles = () =>
  screen.getAllByRole('listitem').map((one) => within(one).getByText(/^(Plates|Returns|Parcels)$/).textContent)
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const dialog = () => screen.queryByRole('dialog', { hidden: true })

describe('articles', () => {
  it('W-14 stand in their order, can be moved, and say which are drafts', async () => {
    articles()
    await screen.findByText('Plates')
    expect(screen.getAllByText('Draft')).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Move “Plates” up' })).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByRole('button', { name: 'Move “Parcels” up' }))
    await waitFor(() => expect(titles()).toEqual(['Plates', 'Parcels', 'Returns']))
  })

  it('W-14 are written in several languages, previewed, and saved without the empty ones', async () => {
    const { desk } = articles()
    fireEvent.click(await screen.findByRole('button', { name: 'Edit “Plates”' }))
    type('Text', '# Care\n\nBy **hand** <i>only</i>')
    expect(screen.getByText('hand').tagName).toBe('STRONG')
    expect(document.querySelector('.article-preview i')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'German', hidden: true }))
    type('Title', 'Teller')
    fireEvent.click(screen.getByRole('button', { name: 'Arabic', hidden: true }))
    type('Text', ' ')
    fireEvent.click(screen.getByRole('button', { name: 'Save', hidden: true }))
    await waitFor(() => expect(dialog()).toBeNull())
    expect(desk.saved).toEqual([
      {
        version: 1,
        published: true,
        texts: {
          en: { title: 'Plates', text: '# Care\n\nBy **hand** <i>only</i>' },
          de: { title: 'Teller', text: '' },
        },
      },
    ])
  })

  it('W-14 lose nothing that was typed: it is there after closing, after a reload and after a refusal', async () => {
    const { show, page } = articles('conflict')
    fireEvent.click(await screen.findByRole('button', { name: 'Edit “Plates”' }))
    type('Title', 'Bowls')
    fireEvent.click(screen.getByRole('button', { name: 'Save', hidden: true }))
    await screen.findByText(/Somebody saved this article meanwhile/)
    fireEvent.click(screen.getByRole('button', { name: 'Close', hidden: true }))
    await screen.findByText('Unsaved changes')
    cleanup()
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Edit “Plates”' }))
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'Bowls')
    fireEvent.click(screen.getByRole('button', { name: 'Discard changes', hidden: true }))
    await waitFor(() => expect(dialog()).toBeNull())
    expect(screen.queryByText('Unsaved changes')).toBeNull()
    expect(page.storage.keys().filter((key) => key.includes('article'))).toEqual([])
  })
})

describe('texts', () => {
  async function texts() {
    const form = createSettingsDraft(
      {
        settings: () => Promise.resolve({ ok: true, version: 1, settings, zones: [] }),
        saveSettings: (_version, wanted) => Promise.resolve({ ok: true, version: 2, settings: wanted }),
      },
      fakeStorage(),
    )
    await form.load()
    const { Around } = fakePage()
    const Shown = () => <TextsForm form={form} draft={form.draft.value ?? settings} />
    render(
      <Around>
        <Shown />
      </Around>,
    )
    return form
  }
  const word = (sentence: string, value: string) =>
    fireEvent.input(screen.getByLabelText(sentence), { target: { value } })

  it('W-13 all sentences can be searched, worded anew, and brought back', async () => {
    const form = await texts()
    const all = screen.getAllByRole('listitem').length
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'orders' } })
    expect(screen.getAllByRole('listitem').length).toBeLessThan(all)
    word('Orders', 'Purchases')
    await waitFor(() => expect(form.draft.value?.hub.texts).toEqual({ en: { orders: 'Purchases' } }))
    expect(form.changed.value).toEqual(['hub.texts.en.orders'])
    fireEvent.click(screen.getByRole('checkbox'))
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
    fireEvent.click(screen.getByRole('button', { name: 'Back to the default' }))
    await screen.findByText('No sentence matches')
    expect(form.changed.value).toEqual([])
  })

  it('W-13 a wording that loses a mark, makes one up or is empty says so at once', async () => {
    await texts()
    word('Back {day} at {time}, your time', 'Soon, {day}')
    await screen.findByText('Missing: {time}. What is filled in there would be lost.')
    word('Orders', 'Orders of {name}')
    await screen.findByText('Nothing is filled in for {name}.')
    word('Earlier orders', ' ')
    await screen.findByText('Write something, or go back to the default.')
    expect(
      screen.getAllByRole('textbox').filter((one) => one.ariaInvalid ?? one.getAttribute('aria-invalid')),
    ).toHaveLength(3)
  })

  it('W-13 a problem with a sentence leads to its page', () => {
    expect(sectionOf('hub.texts.de.chat')).toBe('texts')
    expect(sectionOf('hub.signInUrl')).toBe('web-chat')
  })
})
