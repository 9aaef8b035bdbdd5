import type { DeskLink } from './desk-link.ts'

/** A link that keeps what it hears while a state is asked for. */
export type HeldLink = {
  link: DeskLink
  /** Asks, and has the answer taken in, before anything that is heard meanwhile. An older ask's answer is left. */
  while<A>(ask: () => Promise<A>, take: (answer: A) => void): Promise<void>
}

/**
 * What is told while a state is read may be younger than the state and comes before it: it is heard after it, or the
 * older state would stay. Where it is the older one, what made the state younger is told after it.
 */
export function holdLink(link: DeskLink): HeldLink {
  let held: (() => void)[] | null = null
  let asked = 0
  return {
    link: {
      ...link,
      on: (event, hear) => link.on(event, (e) => (held === null ? hear(e) : void held.push(() => hear(e)))),
    },
    async while(ask, take) {
      const mine = ++asked
      held ??= []
      const answer = await ask()
      if (mine !== asked) return
      const heard = held
      held = null
      take(answer)
      for (const hear of heard) hear()
    },
  }
}
