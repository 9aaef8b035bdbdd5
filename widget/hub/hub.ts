import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Spoken } from '../words/dictionary.ts'
import type { Chat } from './chat.ts'
import type { HubContext } from './context.ts'
import type { Person } from './person.ts'
import type { Tabs } from './tabs/tabs.tsx'
import type { Voice } from './voice.ts'

export type TabName = 'home' | 'orders' | 'chat'

/** What the drawer is drawn from. */
export type Hub = {
  context: HubContext
  settings: HubContext['settings']
  spoken: Spoken
  words: Spoken['words']
  voice: Voice
  /** Decides how numbers and times look; its first two letters are the language that is spoken. */
  locale: string
  isOpen: ReadonlySignal<boolean>
  /** Wished for; `shownTab` says which there is. */
  tab: Signal<TabName>
  /** Home and Orders, once one of them was opened. */
  tabs: Signal<Tabs | null>
  /** W-1: null for everybody who cannot chat (any more); there is no Chat tab then. */
  chat: ReadonlySignal<Chat | null>
  /** Whom the token speaks of. */
  person: Person | null
  /** Somebody is signed in to the shop (still). */
  shopper: ReadonlySignal<boolean>
  close: () => void
}

/** W-1, W-14: the tabs that this person has. A visitor has Home alone, without a row of tabs. */
export const tabsOf = (hub: Hub): TabName[] => [
  'home',
  ...(hub.shopper.value ? (['orders'] as const) : []),
  ...(hub.chat.value ? (['chat'] as const) : []),
]

/** The one that is on the screen: Home where there is none of that name (any more). */
export const shownTab = (hub: Hub): TabName => tabsOf(hub).find((name) => name === hub.tab.value) ?? 'home'
