import type { TimerKind } from '../store/working-tables.ts'
import { setTimer, takeDueTimer, type Timer } from '../store/timers.ts'
import { askByMail } from './ask-by-mail.ts'
import { closeSilent } from './auto-close.ts'
import { snoozeEnded } from './change-status.ts'
import { type Desk, type Work, work } from './desk.ts'
import { followUp } from './follow-up.ts'
import { nudge } from './nudge.ts'
import { refreshOnline } from './presence.ts'
import { isStoreTrouble } from './trouble.ts'

/** What each kind of timer has the desk look at again. Whether anything is to be done is decided then, not before. */
const looks: Record<TimerKind, (w: Work, subjectId: string) => Promise<void>> = {
  snooze: snoozeEnded,
  presence: refreshOnline,
  follow_up: followUp,
  nudge,
  auto_close: closeSilent,
  satisfaction: askByMail,
}

/** How long a timer rests that could not be fired. */
const rest = 60_000

/**
 * Fires every timer that is due, each in its own transaction with a fresh look at its condition (I7). Several processes
 * may sweep at once; each timer is taken by one. One that fails is put off, so that the others behind it are not held
 * up. Returns how many were taken.
 */
export async function fireDueTimers(desk: Desk): Promise<number> {
  for (let taken = 0; ; taken++) {
    if ((await fireNext(desk)) === undefined) return taken
  }
}

async function fireNext(desk: Desk): Promise<Timer | undefined> {
  const tried: Timer[] = []
  try {
    return await work(desk, async (w) => {
      const timer = await takeDueTimer(w.tx, w.now)
      if (timer === undefined) return undefined
      tried.push(timer)
      await looks[timer.kind](w, timer.subjectId)
      return timer
    })
  } catch (error) {
    const timer = tried.at(-1)
    if (timer === undefined || isStoreTrouble(error)) throw error
    desk.log.error({ err: error, where: 'timer', kind: timer.kind }, 'a timer could not be fired')
    await setTimer(desk.db, timer.kind, timer.subjectId, desk.clock.now() + rest)
    return timer
  }
}
