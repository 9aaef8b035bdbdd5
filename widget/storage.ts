/** Storage may be forbidden, or full; then nothing is remembered. */
export function disk<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(localStorage)
  } catch {
    return undefined
  }
}
