import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Refused } from '../protocol/errors.ts'
import type { Accent } from '../protocol/accent.ts'
import type { Api, Me } from './api.ts'
import { forgetSavedDrafts } from './conversation/kept-drafts.ts'
import type { LanguageSwitch } from './language.ts'
import { createMoments, type Moments } from './moments.ts'
import type { Router } from './route.ts'
import type { Kept } from './storage.ts'
import type { ThemeSwitch } from './theme.ts'
import type { Toasts } from './toasts.ts'
import type { Words } from './words/en.ts'

export type Session =
  | { kind: 'asking' }
  | { kind: 'failed' }
  | { kind: 'signed_out' }
  | { kind: 'no_access' }
  /** `since` tells one stay from the next. */
  | { kind: 'signed_in'; me: Me; since: number }

/** What the whole page shares; made once by main.tsx and handed down by context. */
export type Page = {
  api: Api
  router: Router
  language: LanguageSwitch
  theme: ThemeSwitch
  /** Shows the merchant's colour. */
  paint(accent: Accent): void
  toasts: Toasts
  storage: Kept
  session: Signal<Session>
  /** The server's clock, as well as this machine knows it; ticks for ages on the screen. */
  clock: { now(): number; tick: ReadonlySignal<number>; set(serverNow: number): void }
  words: ReadonlySignal<Words>
  moments: ReadonlySignal<Moments>
}

/** What the desk's own state needs of the page; nothing of it is drawn. */
export type PageBehind = Omit<Page, 'language' | 'theme' | 'session'>

/** A clock that follows the server's: its difference to ours is learnt when the desk opens. */
export function createClock(own: () => number) {
  let ahead = 0
  const tick = signal(own())
  const now = () => own() + ahead
  return {
    now,
    tick,
    set(serverNow: number) {
      ahead = serverNow - own()
      tick.value = now()
    },
    beat() {
      tick.value = now()
    },
  }
}

/** Moments in the agent's own zone (S-1) and chosen language. */
export function momentsOf(language: LanguageSwitch, zone: string): ReadonlySignal<Moments> {
  return computed(() => createMoments(language.locale.value, zone))
}

/** Says a refusal in words. */
export function sayRefused(page: Pick<Page, 'words' | 'toasts'>, answer: Refused | { code: Refused['code'] }) {
  page.toasts.complain(page.words.peek().refused[answer.code])
}

/** Somebody proved who they are. */
export function enter(page: Page, me: Me) {
  page.session.value = { kind: 'signed_in', me, since: performance.now() }
}

/**
 * Ends the session, here and on the server. What was said of customers does not stay at the door, nor do drafts that the
 * desk keeps.
 */
export async function signOut(page: Page) {
  const answer = await page.api.signOut()
  if (!answer.ok && answer.code !== 'signed_out') return sayRefused(page, answer)
  page.session.value = { kind: 'signed_out' }
  forgetSavedDrafts(page.storage)
  page.toasts.clear()
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error('Rendered outside of the page')
  return page
}

/** The words of the chosen language; a component that uses them is drawn again when it changes. */
export function useWords(): Words {
  return usePage().words.value
}
