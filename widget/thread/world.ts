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
  const { locks }: { locks?: LockManager | null } = navigator
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    newId,
    after(ms, what) {
      const timer = setTimeout(what, ms)
      return () => clearTimeout(timer)
    },
    // Locks exist in secure contexts only. Without them two tabs may send the same message: its id makes that harmless.
    // (The callback's type in lib.dom does not unwrap its promise, hence the await here.)
    lock: async (name, what) => (locks ? await locks.request(name, what) : await what()),
    store: browserStore(),
  }
}

/** localStorage; whatever it refuses (blocked, full) is kept in memory, so that nothing typed is lost while the page lives. */
export function browserStore(): Store {
  const memory = new Map<string, string>()
  let disk: Storage | null = null
  try {
    disk = localStorage
  } catch {
    // Blocked for this page: memory it is.
  }
  return {
    keys: () => [...memory.keys(), ...Object.keys(disk ?? {})],
    read: (key) => memory.get(key) ?? disk?.getItem(key) ?? null,
    write(key, value) {
      memory.set(key, value)
      try {
        disk?.setItem(key, value)
        if (disk) memory.delete(key)
      } catch {
        // Full.
      }
    },
    remove(key) {
      memory.delete(key)
      disk?.removeItem(key)
    },
    watch(changed) {
      const listen = (event: StorageEvent) => {
        if (event.storageArea === disk) changed(event.key)
      }
      addEventListener('storage', listen)
      return () => removeEventListener('storage', listen)
    },
  }
}

// crypto.randomUUID is missing on plain http pages, getRandomValues is not.
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, i) =>
    (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
