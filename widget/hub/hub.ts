import type { ReadonlySignal, Signal } from '@preact/signals'
import type { PublicSettings } from '../../server/protocol/public-settings.ts'
import type { Words } from '../words/words.ts'
import type { Chat } from './chat.ts'
import type { Voice } from './voice.ts'

/** What the drawer is drawn from. */
export type Hub = {
  settings: PublicSettings
  words: Words
  voice: Voice
  /** Decides how numbers and times look; its first two letters are the language that is spoken. */
  locale: string
  isOpen: ReadonlySignal<boolean>
  tab: Signal<'home' | 'chat'>
  /** W-1: null for everybody who cannot chat (any more); there is no Chat tab then. */
  chat: ReadonlySignal<Chat | null>
  signedIn: boolean
  close: () => void
}
