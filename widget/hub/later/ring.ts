import { createBell } from '../../thread/bell.ts'
import { createOneTab } from '../../thread/one-tab.ts'
import type { Store } from '../../thread/world.ts'

const bell = createBell(window)

/** The sound of an answer. */
export const ring = (): void => bell.ring()

/** W-13: an answer sounds once, however many tabs hear of it, and in one that the browser lets sound. */
export function ringOnce(message: string, store: Store): void {
  if (!bell.mayRing()) return
  const inOneTab = createOneTab(navigator.locks, { getItem: store.read, setItem: store.write })
  inOneTab(`answer ${message}`, ring)
}
