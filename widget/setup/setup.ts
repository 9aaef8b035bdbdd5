import type { Page } from '../shopper.ts'
import { fit } from './fit.ts'
import { note } from './notes.ts'

export type SetUp = { fit: typeof fit; note: typeof note; askAgain: typeof askAgain }

/** The page's callback threw, or hangs: it is asked until it answers, and its shopper is welcomed then. */
export function askAgain(page: Page, asking: Promise<string | null>): void {
  note('token')
  asking.then(
    (token) => {
      if (token && page.isWanted()) page.identify(asking)
    },
    () =>
      setTimeout(() => {
        if (page.isWanted()) askAgain(page, page.askToken())
      }, 20_000),
  )
}

export { fit, note }
