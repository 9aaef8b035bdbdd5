/** Does `what` in the first tab that comes with this name; the others find it taken and do nothing. */
export type OneTab = (name: string, what: () => void) => void

/** Tabs hear of the same thing within a moment of each other; a second one that comes later than this would ring again. */
const heldMs = 10_000
const key = 'hub.done-last'

/** By Web Locks; where there are none (a page without https), by what the last tab wrote down: nearly as good. */
export function createOneTab(
  locks: Pick<LockManager, 'request'> | undefined,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): OneTab {
  return (name, what) => {
    if (locks === undefined) {
      if (storage.getItem(key) === name) return
      storage.setItem(key, name)
      return what()
    }
    const held = locks.request(`hub.${name}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) return
      what()
      await new Promise((resolve) => setTimeout(resolve, heldMs))
    })
    // Refused where a page may store nothing.
    held.catch(() => {})
  }
}
