import type { Asking, Page, Who } from '../page.ts'
import { fit } from './fit.ts'
import { note } from './notes.ts'

export type SetUp = { fit: typeof fit; note: typeof note; askAgain: typeof askAgain }

/** The page's callback threw, or hangs: it is asked until it answers, and its shopper is welcomed then. */
export function askAgain(page: Page, asking: Asking, who: Who): void {
  note('token')
  asking.then(
    (token) => {
      if (token && who === page.who) page.meet(asking)
    },
    () =>
      setTimeout(() => {
        if (who === page.who) askAgain(page, page.token(), who)
      }, 20_000),
  )
}

export { fit, note }
