import type { Store, World } from '../../../widget/thread/world.ts'

/** One origin's storage, shared by the tabs that ask for a store. */
export function fakeDisk() {
  const kept = new Map<string, string>()
  const tabs = new Set<{ changed: ((key: string | null) => void) | null }>()
  const tell = (from: object, key: string) => {
    // As in a browser, the others hear of it later.
    for (const tab of tabs) if (tab !== from) setImmediate(() => tab.changed?.(key))
  }
  return {
    kept,
    tab(): Store {
      const tab: { changed: ((key: string | null) => void) | null } = { changed: null }
      tabs.add(tab)
      return {
        keys: () => [...kept.keys()],
        read: (key) => kept.get(key) ?? null,
        write(key, value) {
          kept.set(key, value)
          tell(tab, key)
        },
        remove(key) {
          if (kept.delete(key)) tell(tab, key)
        },
        watch(changed) {
          tab.changed = changed
          return () => {
            tab.changed = null
          }
        },
      }
    },
  }
}

/** Locks of one origin: first come, first served. */
export function fakeLocks(): World['lock'] {
  const tails = new Map<string, Promise<unknown>>()
  return (name, what) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(what)
    tails.set(
      name,
      turn.catch(() => {}),
    )
    return turn
  }
}

let ids = 0

/** A world whose time stands still until `pass` moves it. */
export function fakeWorld(parts: { store?: Store; lock?: World['lock'] } = {}) {
  let now = Date.UTC(2026, 10, 20, 14, 0)
  let timers: { due: number; what: () => void }[] = []
  const world: World = {
    now: () => now,
    random: () => 0.5,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    after(ms, what) {
      const timer = { due: now + ms, what }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    lock: parts.lock ?? fakeLocks(),
    store: parts.store ?? fakeDisk().tab(),
  }
  return {
    ...world,
    /** Moves the clock and runs what fell due, in order. */
    async pass(ms: number) {
      const until = now + ms
      for (;;) {
        const next = timers.filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.due)
        next.what()
        await settled()
      }
      now = until
      await settled()
    },
    waiting: () => timers.length,
  }
}

/** Lets everything run that does not wait for a timer. */
export const settled = () => new Promise<void>((done) => setImmediate(done))
