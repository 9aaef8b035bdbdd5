import type { Desk } from '../desk/desk.ts'
import { again, type Sweep } from './again.ts'

/** Work whose table is its queue: claimed one by one, and several done at a time, outside of any transaction. */
type Work<T> = {
  /** Of this process, so that what is slow does not hold up the others. */
  atOnce: number
  /** Before each look: what a process that died has left half done. `trying` is this one's own. */
  settle?: (trying: readonly string[]) => Promise<unknown>
  claim: () => Promise<T | null>
  keyOf: (one: T) => string
  /** Does it and writes down what became of it; where it throws, that is not written, and it stays this process's own. */
  run: (one: T) => Promise<void>
}

/** Looks each second, and at once after something was done; stops when all that was begun has ended. */
export function several<T>(desk: Desk, name: string, { atOnce, settle, claim, keyOf, run }: Work<T>): Sweep {
  const running = new Set<Promise<void>>()
  const trying = new Set<string>()
  const begun = async (one: T) => {
    try {
      await run(one)
      trying.delete(keyOf(one))
    } catch (error) {
      desk.log.error({ err: error, where: name }, 'a try was not written down')
    }
  }
  const sweep = again(desk, name, 1_000, async () => {
    await settle?.([...trying])
    while (running.size < atOnce) {
      const one = await claim()
      if (one === null) return
      trying.add(keyOf(one))
      const going = begun(one).then(() => {
        running.delete(going)
        sweep.hurry()
      })
      running.add(going)
    }
  })
  return {
    hurry: sweep.hurry,
    async stop() {
      await sweep.stop()
      await Promise.all(running)
    },
  }
}
