import type { World } from './world.ts'

/** The other side forgets a typing person after 8 s; said again well before that. */
const repeatAfter = 3_000
const stopAfter = 5_000

export type Typing = { stroke: () => void; stop: () => void }

/** Turns key strokes into few `typing` events: on at most every 3 s, off after a pause of 5 s or at once by `stop`. */
export function createTyping(tell: (on: boolean) => void, world: World): Typing {
  let toldAt = 0
  let cancel = () => {}
  const stop = () => {
    cancel()
    if (toldAt === 0) return
    toldAt = 0
    tell(false)
  }
  return {
    stroke() {
      cancel()
      cancel = world.after(stopAfter, stop)
      if (toldAt !== 0 && world.now() - toldAt < repeatAfter) return
      toldAt = world.now()
      tell(true)
    },
    stop,
  }
}
