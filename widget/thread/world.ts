/** What a thread needs of the machine it runs on. Tests hand in their own. */
export type World = {
  /** Epoch milliseconds. */
  now: () => number
  /** 0 <= x < 1 */
  random: () => number
  /** A fresh UUID. */
  newId: () => string
  /** Runs `what` once after `ms` milliseconds; the answer cancels it. */
  after: (ms: number, what: () => void) => () => void
  /** Runs `what` while no other tab of this origin holds `name`. */
  lock: <T>(name: string, what: () => Promise<T>) => Promise<T>
  store: Store
}

/** Text kept under keys, over reloads where the browser allows it. */
export type Store = {
  keys: () => string[]
  read: (key: string) => string | null
  write: (key: string, value: string) => void
  remove: (key: string) => void
  /** Tells of changes made by other tabs; `null` means any key. The answer stops it. */
  watch: (changed: (key: string | null) => void) => () => void
}

/** The browser's own clock, dice, locks and storage. Where one of them is missing the next best thing stands in. */
export function browserWorld(): World {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId,
    after(ms, what) {
      const timer = setTimeout(what, ms)
      return () => clearTimeout(timer)
    },
    lock: locked,
    store: browserStore(),
  }
}

/**
 * Locks exist in secure contexts only, and are refused where a page may store nothing. Without them two tabs may send the
 * same message: its id makes that harmless.
 */
async function locked<T>(name: string, what: () => Promise<T>): Promise<T> {
  const { locks }: { locks?: LockManager | null } = navigator
  let hasBegun = false
  const begin = () => {
    hasBegun = true
    return what()
  }
  try {
    // (The callback's type in lib.dom does not unwrap its promise, hence the await here.)
    if (locks) return await locks.request(name, begin)
  } catch (error) {
    if (hasBegun) throw error
  }
  return what()
}

/** localStorage; whatever it refuses (blocked, full) is kept in memory, so that nothing typed is lost while the page lives. */
export function browserStore(): Store {
  const memory = new Map<string, string>()
  /** null: the browser, or something on the page, does not let us. */
  const onDisk = <T>(act: (disk: Storage) => T): T | null => {
    try {
      return act(localStorage)
    } catch {
      return null
    }
  }
  const isWritten = (key: string, value: string) =>
    onDisk((disk) => {
      disk.setItem(key, value)
      return true
    })
  return {
    keys: () => [...memory.keys(), ...(onDisk((disk) => Object.keys(disk)) ?? [])],
    read: (key) => memory.get(key) ?? onDisk((disk) => disk.getItem(key)),
    write(key, value) {
      if (isWritten(key, value)) memory.delete(key)
      else memory.set(key, value)
    },
    remove(key) {
      memory.delete(key)
      onDisk((disk) => disk.removeItem(key))
    },
    watch(changed) {
      const listen = (event: StorageEvent) => {
        if (event.storageArea === onDisk((disk) => disk)) changed(event.key)
      }
      addEventListener('storage', listen)
      return () => removeEventListener('storage', listen)
    },
  }
}

// crypto.randomUUID is missing on plain http pages, getRandomValues is not.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  // Not Array.from: old libraries put one of their own in its place, which maps nothing.
  const hex = [...bytes]
    .map((byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
