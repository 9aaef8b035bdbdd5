import type { ReadonlySignal } from '@preact/signals'
import type { Preferences } from '../../protocol/own-choices.ts'
import type { Words } from '../words/en.ts'
import type { BrowserNotices } from './browser-notices.ts'
import { type News, titleOf, wanted } from './news.ts'
import type { OneTab } from '../../../widget/thread/one-tab.ts'
import type { Bell } from '../../../widget/thread/bell.ts'

type Parts = {
  preferences: ReadonlySignal<Preferences>
  words: ReadonlySignal<Words>
  notices: BrowserNotices
  bell: Bell
  /** Does one thing in one of several tabs. */
  oneTab: OneTab
  /** Have I that ticket before my eyes, on this page or another? */
  isBefore(ticket: string): boolean
  show(ticket: string): void
}

export type Notifier = { tell(news: News): void }

/** D-9: tells the agent what is new, as they have chosen it, once over all their tabs. */
export function createNotifier({ preferences, words, notices, bell, oneTab, isBefore, show }: Parts): Notifier {
  return {
    tell(news) {
      const chosen = preferences.peek()
      if (!wanted(news, chosen) || isBefore(news.ticket)) return
      const { id, ticket, text } = news
      // Each is claimed by itself: a tab nobody has touched yet can show a notification, but must not ring.
      if (chosen.sound && bell.mayRing()) oneTab(`ring.${id}`, () => bell.ring())
      if (chosen.browser && notices.permission.peek() === 'granted') {
        const title = titleOf(news, words.peek())
        oneTab(`show.${id}`, () => notices.show({ title, body: text, ticket, onClick: () => show(ticket) }))
      }
    },
  }
}
