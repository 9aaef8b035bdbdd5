import '../../widget/tokens.css'
import './parts/base.css'
import './parts/small-parts.css'
import './parts/fields.css'
import './parts/floating.css'
import { signal } from '@preact/signals'
import { render } from 'preact'
import { App } from './app.tsx'
import { createApi } from './api.ts'
import { createBrand } from './brand.ts'
import { createLanguage, firstWords } from './language.ts'
import { createClock, momentsOf, type Page, PageContext, type Session } from './page.ts'
import { createRouter } from './route.ts'
import { createTheme } from './theme.ts'
import { createToasts } from './toasts.ts'
import { pageStorage } from './storage.ts'

// Before anything is drawn, so that a chosen theme does not flash.
const storage = pageStorage(window)
const theme = createTheme(document.documentElement, storage)
const clock = createClock(() => Date.now())
setInterval(clock.beat, 15_000)

/** Draws the page in the language that its words are of. */
async function start() {
  const wanted = navigator.languages
  const language = createLanguage(await firstWords(wanted, storage), wanted, document.documentElement, storage)
  const page: Page = {
    api: createApi((path, init) => fetch(path, init)),
    router: createRouter(window),
    language,
    theme,
    paint: createBrand(document),
    storage,
    clock,
    toasts: createToasts(),
    session: signal<Session>({ kind: 'asking' }),
    words: language.words,
    moments: momentsOf(language, Intl.DateTimeFormat().resolvedOptions().timeZone),
  }
  const root = document.getElementById('page')
  if (!root) throw new Error('The page has no place to stand in')
  render(
    <PageContext.Provider value={page}>
      <App />
    </PageContext.Provider>,
    root,
  )
}

// No words came in any language. A browser remembers a script that failed, so the whole page is loaded again.
start().catch(() => setTimeout(() => location.reload(), 3_000))
