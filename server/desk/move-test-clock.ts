import type { MovableClock } from '../clock.ts'
import { readAhead, writeAhead } from '../store/test-clock.ts'
import type { Desk } from './desk.ts'
import { fireDueTimers } from './fire-timers.ts'

/** Sets how far business time runs ahead, for every process; returns once the timers that are due then have fired. */
export async function moveTestClock(desk: Desk, clock: MovableClock, aheadMs: number): Promise<void> {
  await writeAhead(desk.db, aheadMs)
  clock.ahead = aheadMs
  await fireDueTimers(desk)
  desk.hurry()
}

/** Takes over what another process, or an earlier one, has set. */
export async function followTestClock(desk: Desk, clock: MovableClock): Promise<void> {
  clock.ahead = await readAhead(desk.db)
}
