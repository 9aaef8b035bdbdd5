import { takeDueTimer } from '../store/timers.ts'
import { snoozeEnded } from './change-status.ts'
import { type Desk, work } from './desk.ts'
import { refreshOnline } from './presence.ts'

/**
 * Fires every timer that is due, each in its own transaction with a fresh look at its condition (I7). Several processes
 * may sweep at once; each timer is taken by one. Returns how many fired.
 */
export async function fireDueTimers(desk: Desk): Promise<number> {
  for (let fired = 0; ; fired++) {
    const more = await work(desk, async (w) => {
      const timer = await takeDueTimer(w.tx, w.now)
      if (timer?.kind === 'snooze') await snoozeEnded(w, timer.subjectId)
      if (timer?.kind === 'presence') await refreshOnline(w, timer.subjectId)
      return timer !== undefined
    })
    if (!more) return fired
  }
}
