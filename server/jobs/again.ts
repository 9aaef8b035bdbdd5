import type { Desk } from '../desk/desk.ts'
import { isStoreTrouble } from '../desk/trouble.ts'

export type Sweep = {
  /** The next round begins now, or right after the one that runs. */
  hurry(): void
  stop(): Promise<void>
}

/**
 * Runs `look` again and again, `everyMs` apart, one at a time. Trouble with the store is waited out; the record of what
 * is due lies in the database, so a missed round loses nothing.
 */
export function again(desk: Desk, name: string, everyMs: number, look: () => Promise<unknown>): Sweep {
  let stopped = false
  let hurried = false
  let looking = false
  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const round = async () => {
    looking = true
    hurried = false
    try {
      await look()
    } catch (error) {
      desk.log[isStoreTrouble(error) ? 'warn' : 'error']({ err: error, where: name }, 'a sweep did not finish')
    }
    looking = false
    if (!stopped) timer = setTimeout(begin, hurried ? 0 : everyMs)
  }
  const begin = () => {
    running = round()
  }
  timer = setTimeout(begin, 0)
  return {
    hurry() {
      hurried = true
      if (looking || stopped) return
      clearTimeout(timer)
      timer = setTimeout(begin, 0)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
