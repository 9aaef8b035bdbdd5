import type { World } from '../../widget/thread/world.ts'
import type { Refused } from '../protocol/errors.ts'
import type { DeskLink } from './desk-link.ts'

const pauseMs = 3_000

/**
 * Asks again after a pause where the desk could not answer just now, so that a page does not stay without what it needs;
 * a later call takes the place of the one that waits. A lost connection asks anew by itself.
 */
export function untilTold(
  link: Pick<DeskLink, 'state'>,
  world: Pick<World, 'after'>,
  ask: () => Promise<{ ok: true } | Refused>,
): { now(): Promise<void>; close(): void } {
  let cancel = () => {}
  let asked = 0
  async function now(): Promise<void> {
    cancel()
    const mine = ++asked
    const answer = await ask()
    if (answer.ok || !answer.retry || mine !== asked || link.state.peek() !== 'online') return
    cancel = world.after(pauseMs, () => void now())
  }
  return {
    now,
    close() {
      asked++
      cancel()
    },
  }
}
