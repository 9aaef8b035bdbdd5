import type { MovableClock } from '../clock.ts'
import { isTimerDue } from '../store/timers.ts'
import { readAhead, writeAhead } from '../store/test-clock.ts'
import type { Desk } from './desk.ts'
import { fireDueTimers } from './fire-timers.ts'

/** Sets how far business time runs ahead, for every process; returns once the timers that are due then have fired. */
export async function moveTestClock(desk: Desk, clock: MovableClock, aheadMs: number): Promise<void> {
  await writeAhead(desk.db, aheadMs)
  clock.ahead = aheadMs
  // A sweep that is at one of them right now is waited for.
  do await fireDueTimers(desk)
  while (await isTimerDue(desk.db, desk.clock.now()))
  desk.hurry()
}

/** Takes over what another process, or an earlier one, has set. */
export async function followTestClock(desk: Desk, clock: MovableClock): Promise<void> {
  const before = clock.ahead
  const read = await readAhead(desk.db)
  // What was read may be older than a move that came meanwhile.
  if (clock.ahead === before) clock.ahead = read
}
