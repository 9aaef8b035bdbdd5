/** Text kept in this browser over reloads. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { keys(): string[] }

/** localStorage; where it is blocked or full, memory stands in, so that the page works all the same. */
export function pageStorage(view: { readonly localStorage: Storage }): Kept {
  const memory = new Map<string, string>()
  const attempt = <T>(what: () => T, otherwise: T): T => {
    try {
      return what()
    } catch {
      return otherwise
    }
  }
  return {
    getItem: (key) => memory.get(key) ?? attempt(() => view.localStorage.getItem(key), null),
    setItem(key, value) {
      const kept = attempt(() => {
        view.localStorage.setItem(key, value)
        return true
      }, false)
      if (kept) memory.delete(key)
      else memory.set(key, value)
    },
    keys: () => [...new Set([...memory.keys(), ...attempt(() => Object.keys(view.localStorage), [])])],
    removeItem(key) {
      memory.delete(key)
      attempt(() => view.localStorage.removeItem(key), undefined)
    },
  }
}
