/** Chance that can be thrown again: the same seed, the same throws (mulberry32). */
export function dice(seed: number) {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(roll() * n)
  return {
    /** A whole number from 0 to n - 1. */
    below,
    among<T>(things: readonly T[]): T {
      const thing = things[below(things.length)]
      if (thing === undefined) throw new Error('There is nothing to choose from.')
      return thing
    },
  }
}
