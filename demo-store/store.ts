import type { Assets } from './assets.ts'
import type { Book } from './book.ts'
import type { Sessions, Visit } from './session.ts'

/** What every page and route of the running shop shares. */
export type Store = {
  book: Book
  sessions: Sessions
  assets: Assets
  deskUrl: string
  shopId: string
  shopSecret: string
  /** Milliseconds. */
  now: () => number
}

/** What the frame around every page needs to know. */
export type Frame = { store: Store; visit: Visit; path: string }
