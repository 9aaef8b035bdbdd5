import type { Desk } from '../desk/desk.ts'
import { fireDueTimers } from '../desk/fire-timers.ts'
import { keepLease } from '../desk/presence.ts'
import { isStoreTrouble } from '../desk/trouble.ts'

/**
 * Runs `look` again and again, `everyMs` apart, one at a time. Trouble with the store is waited out; the record of what
 * is due lies in the database, so a missed round loses nothing.
 */
function again(desk: Desk, name: string, everyMs: number, look: () => Promise<unknown>): { stop(): Promise<void> } {
  let stopped = false
  let running = Promise.resolve()
  const round = async () => {
    try {
      await look()
    } catch (error) {
      desk.log[isStoreTrouble(error) ? 'warn' : 'error']({ err: error, where: name }, 'a sweep did not finish')
    }
    if (!stopped) timer = setTimeout(begin, everyMs)
  }
  const begin = () => {
    running = round()
  }
  let timer = setTimeout(begin, 0)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Fires due timers about once a second, overdue ones at once after the start, and keeps this process's lease. */
export function startSweeps(desk: Desk, beforeTimers: () => Promise<void>): { stop(): Promise<void> } {
  const timers = again(desk, 'timers', 1_000, async () => {
    await beforeTimers()
    await fireDueTimers(desk)
  })
  const lease = again(desk, 'lease', 10_000, () => keepLease(desk))
  return { stop: async () => void (await Promise.all([timers.stop(), lease.stop()])) }
}
