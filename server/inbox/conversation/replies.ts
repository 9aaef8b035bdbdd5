import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { createOutbox, type Outbox, waitingScopes } from '../../../widget/thread/outbox.ts'
import type { World } from '../../../widget/thread/world.ts'
import type { Api } from '../api.ts'
import type { DeskLink } from '../desk-link.ts'
import { type Carried, carriedBy } from './carried.ts'
import { type Attached, createAttached } from './attached.ts'

/** Every ticket's unsent replies: each has an outbox of its own, kept as long as the page lives. */
export type Replies = {
  outbox(ticket: string): Outbox<Carried>
  /** files picked for an answer there and not sent yet. */
  attached(ticket: string): Attached
  /** How many wait for the connection. */
  waiting: ReadonlySignal<number>
  /** The connection is there: send, also what a page before this one left. */
  wake(): void
  close(): void
}

/** replies go out in the order they were written, once, over reloads and bad connections. */
export function createReplies(link: DeskLink, world: World, agent: string, api: Pick<Api, 'replyWithFiles'>): Replies {
  const start = `agent ${agent} `
  const open = signal<ReadonlyMap<string, Outbox<Carried>>>(new Map())

  function outbox(ticket: string): Outbox<Carried> {
    const known = open.peek().get(ticket)
    if (known) return known
    const made = createOutbox<Carried>({
      scope: start + ticket,
      send: async (id, text, via) => await link.ask('reply.send', { ticket, id, text, ...carriedBy(via) }),
      live: () => link.state.peek() === 'online',
      world,
    })
    open.value = new Map(open.peek()).set(ticket, made)
    return made
  }

  const picked = new Map<string, Attached>()
  function attached(ticket: string): Attached {
    const known = picked.get(ticket)
    if (known) return known
    const made = createAttached({ send: (form) => api.replyWithFiles(ticket, form), newId: world.newId })
    picked.set(ticket, made)
    return made
  }

  return {
    outbox,
    attached,
    waiting: computed(() => {
      let n = 0
      for (const box of open.value.values()) n += box.items.value.filter((item) => item.state === 'pending').length
      return n
    }),
    wake() {
      for (const scope of waitingScopes(world, start)) outbox(scope.slice(start.length))
      for (const box of open.peek().values()) box.wake()
    },
    close() {
      for (const box of open.peek().values()) box.dispose()
    },
  }
}
