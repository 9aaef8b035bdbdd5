/** One after another, in the order they came: whoever shares a key with somebody before them waits until they are done. */
export function createTurns(): <T>(keys: readonly string[], run: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>()
  return (keys, run) => {
    const mine = Promise.all(keys.flatMap((key) => last.get(key) ?? [])).then(run)
    const over = mine.then(
      () => {},
      () => {},
    )
    for (const key of keys) last.set(key, over)
    void over.then(() => {
      for (const key of keys) if (last.get(key) === over) last.delete(key)
    })
    return mine
  }
}

/** Lets what was begun come out in the order it was begun. */
export function createOrder(): <T>(begun: Promise<T>) => Promise<T> {
  let before = Promise.resolve()
  return (begun) => {
    before = Promise.allSettled([begun, before]).then(() => {})
    return before.then(() => begun)
  }
}
