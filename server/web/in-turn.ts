/**
 * Reads and tells what has changed, by keys: one batch after another, so that an older state never follows a newer one,
 * and what changes often meanwhile is told once. `tell` never throws.
 */
export function inTurn(tell: (keys: string[]) => Promise<void>): { add(key: string): void } {
  const waiting = new Set<string>()
  let telling = false
  const run = async () => {
    telling = true
    // What is added in the same breath goes along.
    await Promise.resolve()
    while (waiting.size > 0) {
      const keys = [...waiting]
      waiting.clear()
      await tell(keys)
    }
    telling = false
  }
  return {
    add(key) {
      waiting.add(key)
      if (!telling) void run()
    },
  }
}
