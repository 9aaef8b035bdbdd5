/**
 * Reads and tells what has changed, by ids: one batch after another, so that an older state never follows a newer one,
 * and what changes often meanwhile is told once.
 */
export function inTurn(
  tell: (ids: string[]) => Promise<void>,
  failed: (error: unknown) => void,
): { add(id: string): void } {
  const waiting = new Set<string>()
  let telling = false
  const run = async () => {
    telling = true
    try {
      // What is added in the same breath goes along.
      await Promise.resolve()
      while (waiting.size > 0) {
        const ids = [...waiting]
        waiting.clear()
        await tell(ids)
      }
    } catch (error) {
      failed(error)
    } finally {
      telling = false
    }
  }
  return {
    add(id) {
      waiting.add(id)
      if (!telling) void run()
    },
  }
}
