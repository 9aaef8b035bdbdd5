/** Keeps what is told of a state while the state itself is asked for. */
export type Hold = {
  /** Takes it in: now, or once the answer that is awaited is here. */
  hear(takeIn: () => void): void
  /** Asks, and has the answer taken in, before anything that is heard meanwhile. An older ask's answer is left. */
  while<A>(ask: () => Promise<A>, take: (answer: A) => void): Promise<A>
}

/**
 * What is told while a state is read may be younger than the state and comes before it: it is heard after it, or the
 * older state would stay. Where it is the older one, what made the state younger is told after it.
 */
export function createHold(): Hold {
  let held: (() => void)[] | null = null
  let asked = 0
  return {
    hear(takeIn) {
      if (held === null) takeIn()
      else held.push(takeIn)
    },
    async while(ask, take) {
      const mine = ++asked
      held ??= []
      const answer = await ask()
      if (mine !== asked) return answer
      const heard = held
      held = null
      take(answer)
      for (const takeIn of heard) takeIn()
      return answer
    },
  }
}
