import { type DoorAnswer, isTaken, whyNot } from './desk.ts'
import type { Entry, Memory } from './memory.ts'

type Attempt = () => Promise<DoorAnswer>
export type Postbag = ReturnType<typeof createPostbag>

/** What people wrote, on its way to the desk's doors: marked when a door took it, tried again where a provider would. */
export const createPostbag = (memory: Memory) => {
  const attempts = new Map<string, Attempt>()
  const timers = new Set<NodeJS.Timeout>()

  const bring = async (entry: Entry, attempt: Attempt, waits: readonly number[]): Promise<Entry> => {
    const answer = await attempt()
    // A copy that is refused does not undo what was taken.
    if (entry.state !== 'delivered' && entry.state !== 'read') {
      entry.state = isTaken(answer) ? 'delivered' : 'failed'
      entry.error = whyNot(answer)
      memory.changed()
    }
    const [wait, ...later] = waits
    if (wait !== undefined && entry.state === 'failed') {
      const timer = setTimeout(() => {
        timers.delete(timer)
        void bring(entry, attempt, later)
      }, wait)
      timers.add(timer)
    }
    return entry
  }
  return {
    /** `waits`: milliseconds before each further try. Resolves after the first one. */
    send(entry: Entry, attempt: Attempt, waits: readonly number[] = []): Promise<Entry> {
      attempts.set(entry.id, attempt)
      return bring(entry, attempt, waits)
    },
    /** The same bytes once more. */
    async again(entry: Entry): Promise<Entry> {
      const attempt = attempts.get(entry.id)
      return attempt === undefined ? entry : bring(entry, attempt, [])
    },
    close(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
