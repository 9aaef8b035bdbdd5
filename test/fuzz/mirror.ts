import type { ThreadEvent } from '../../server/protocol/thread.ts'

/** What came after a number: the rest of a thread. */
export type Rest = (after: number) => Promise<{ events: ThreadEvent[]; more: boolean }>

/**
 * One reader's copy of one thread, kept as a page keeps it: takes the next entry, drops one it has, and asks for the
 * rest when one is missing. Notes everything that a right server would never do.
 */
export function createMirror(rest: Rest, problems: string[], name: string) {
  const held: ThreadEvent[] = []
  let catching: Promise<void> | undefined

  const take = (event: ThreadEvent) => {
    const known = held[event.n - 1]
    if (known === undefined && event.n === held.length + 1) held.push(event)
    else if (known !== undefined && JSON.stringify(known) !== JSON.stringify(event)) {
      problems.push(`${name}: ${JSON.stringify(known)} came again as ${JSON.stringify(event)}`)
    }
  }
  const ask = async () => {
    for (let more = true; more; ) {
      const answer = await rest(held.length)
      for (const event of answer.events) take(event)
      more = answer.more
    }
  }
  return {
    held,
    /** An entry that the page was told. */
    hear(event: ThreadEvent) {
      if (event.n > held.length + 1) this.catchUp().catch(() => undefined)
      else take(event)
    },
    /** One at a time; whoever asks meanwhile gets what comes of it. */
    catchUp(): Promise<void> {
      catching ??= ask().finally(() => (catching = undefined))
      return catching
    },
  }
}

export type Mirror = ReturnType<typeof createMirror>
