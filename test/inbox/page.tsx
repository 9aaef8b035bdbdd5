import { signal } from '@preact/signals'
import { configure } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { type Api, createApi } from '../../server/inbox/api.ts'
import type { Desk } from '../../server/inbox/desk.ts'
import { createDesk } from '../../server/inbox/desk.ts'
import { createDeskScreen, ScreenContext } from '../../server/inbox/desk-screen.ts'
import { createLanguage } from '../../server/inbox/language.ts'
import { createClock, momentsOf, type Page, PageContext, type Session } from '../../server/inbox/page.ts'
import { parseRoute, type Route, routeUrl } from '../../server/inbox/route.ts'
import { usualPreferences } from '../../server/protocol/own-choices.ts'
import { en } from '../../server/inbox/words/en.ts'
import { createTheme } from '../../server/inbox/theme.ts'
import { accentTokens } from '../../server/protocol/accent-tokens.ts'
import { composerRules } from '../../server/tickets/composer-rules.ts'
import { createToasts } from '../../server/inbox/toasts.ts'
import { fakeWays } from './fake-ways.ts'
import { fakeLink, fakeStorage, fakeWorld } from './fake-link.ts'
import { jonas } from './rows.ts'

// What is looked for (`findBy…`) may come late where the machine is busy.
configure({ asyncUtilTimeout: 15_000 })

/** Noon of a Saturday in Berlin. */
export const noon = Date.UTC(2026, 10, 21, 11)

/** What a desk of a few lines says when it is opened, with what a test wants otherwise. */
export const openedDesk = (otherwise: object = {}) => ({
  ok: true,
  me: { ...jonas, email: 'jonas@tidewick.example', role: 'support' },
  agents: [{ ...jonas, presence: 'online' }],
  attended: [],
  preferences: usualPreferences,
  tags: [],
  teams: [],
  counts: { mine: 1, unassigned: 0, mentions: 0, spam: 0, unread: 2 },
  shopName: 'Tidewick',
  accent: accentTokens('#3b5bdb'),
  composer: composerRules(),
  drafts: [],
  now: noon,
  ...otherwise,
})

/** A page over a desk of a few lines, with what stands around a view that is tested. */
export function fakePage(address = '/inbox/mine', answers: Record<string, () => unknown> = {}, api: Partial<Api> = {}) {
  const fake = fakeLink()
  const world = fakeWorld()
  const root = document.createElement('html')
  const storage = fakeStorage()
  const spoken = createLanguage({ language: 'en', words: en }, ['en-GB'], root, storage)
  const route = signal<Route>(parseRoute(address, ''))
  const page: Page = {
    api: { ...createApi(() => Promise.reject(new Error('no network in this test'))), ...api },
    router: {
      route,
      go(to) {
        const [path = '', search = ''] = routeUrl(to).split('?')
        route.value = parseRoute(path, search)
      },
      close() {},
    },
    language: spoken,
    paint: () => {},
    theme: createTheme(root, storage),
    storage,
    clock: createClock(() => noon),
    toasts: createToasts(),
    session: signal<Session>({ kind: 'asking' }),
    words: spoken.words,
    moments: momentsOf(spoken, 'Europe/Berlin'),
  }
  fake.answer('desk.open', () => openedDesk())
  fake.answer('list.read', () => ({ ok: true, rows: [], next: null }))
  fake.answer('draft.read', () => ({ ok: true, drafts: [] }))
  fake.answer('filters.read', () => ({ ok: true, tags: [], teams: [], former: [], campaigns: [] }))
  fake.answer('views.read', () => ({ ok: true, views: [] }))
  fake.answer('ticket.marketing', () => ({ ok: true, messages: [] }))
  fake.answer('ticket.open', () => ({ ok: false, code: 'not_found', retry: false }))
  for (const [event, answerer] of Object.entries(answers)) fake.answer(event, answerer)
  const ways = fakeWays()
  const desk: Desk = createDesk({
    page,
    link: fake.link,
    world,
    me: { ...jonas, email: 'jonas@tidewick.example', role: 'support' },
    visible: signal(true),
    ways,
  })
  const screen = createDeskScreen(page, desk)
  return {
    ...fake,
    page,
    desk,
    ways,
    screen,
    world,
    storage,
    Around: ({ children }: { children: ComponentChildren }) => (
      <PageContext.Provider value={page}>
        <ScreenContext.Provider value={screen}>{children}</ScreenContext.Provider>
      </PageContext.Provider>
    ),
  }
}
