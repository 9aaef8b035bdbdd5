import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { createOutbox, type Outbox, type OutboxParts, waitingScopes } from '../../../widget/thread/outbox.ts'
import type { World } from '../../../widget/thread/world.ts'
import type { DeskLink } from '../desk-link.ts'

/** What was written and has not arrived, ticket by ticket: each has an outbox of its own, as long as the page lives. */
export type Outboxes<Via> = {
  of(ticket: string): Outbox<Via>
  /** How many wait for the connection. */
  waiting: ReadonlySignal<number>
  /** The connection is there: send, also what a page before this one left. */
  wake(): void
  close(): void
}

type Answer = ReturnType<OutboxParts['send']>
type Parts<Via> = {
  link: DeskLink
  world: World
  /** Whose words of which kind: the beginning of every scope. */
  start: string
  send: (ticket: string, id: string, text: string, via: Via | undefined) => Answer
}

export function createOutboxes<Via>({ link, world, start, send }: Parts<Via>): Outboxes<Via> {
  const open = signal<ReadonlyMap<string, Outbox<Via>>>(new Map())

  function of(ticket: string): Outbox<Via> {
    const known = open.peek().get(ticket)
    if (known) return known
    const made = createOutbox<Via>({
      scope: start + ticket,
      send: (id, text, via) => send(ticket, id, text, via),
      live: () => link.state.peek() === 'online',
      world,
    })
    open.value = new Map(open.peek()).set(ticket, made)
    return made
  }

  return {
    of,
    waiting: computed(() => {
      let n = 0
      for (const box of open.value.values()) n += box.items.value.filter((item) => item.state === 'pending').length
      return n
    }),
    wake() {
      for (const scope of waitingScopes(world, start)) of(scope.slice(start.length))
      for (const box of open.peek().values()) box.wake()
    },
    close() {
      for (const box of open.peek().values()) box.dispose()
    },
  }
}
