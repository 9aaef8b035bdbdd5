/** Business time, in epoch milliseconds. Everything that rules read takes its time from here. */
export type Clock = { now(): number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that runs ahead of (or behind) the real one by an offset that can be moved: tests and TEST_CLOCK=1. */
export type MovableClock = Clock & { ahead: number }

export function movableClock(): MovableClock {
  return {
    ahead: 0,
    now() {
      return Date.now() + this.ahead
    },
  }
}
