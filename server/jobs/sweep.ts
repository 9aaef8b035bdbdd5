import type { Desk } from '../desk/desk.ts'
import { fireDueTimers } from '../desk/fire-timers.ts'
import { keepLease } from '../desk/presence.ts'
import { again } from './again.ts'

type Around = {
  beforeTimers: () => Promise<void>
  /** Another process took this one for dead: its pages have to come again. */
  leaseLost: () => void
}

/** Fires due timers about once a second, overdue ones at once after the start, and keeps this process's lease. */
export function startSweeps(desk: Desk, { beforeTimers, leaseLost }: Around): { stop(): Promise<void> } {
  const timers = again(desk, 'timers', 1_000, async () => {
    await beforeTimers()
    await fireDueTimers(desk)
  })
  const lease = again(desk, 'lease', 10_000, async () => {
    if (!(await keepLease(desk))) leaseLost()
  })
  return { stop: async () => void (await Promise.all([timers.stop(), lease.stop()])) }
}
