import { computed, type ReadonlySignal } from '@preact/signals'
import type { Outbox } from '../../../widget/thread/outbox.ts'
import type { World } from '../../../widget/thread/world.ts'
import type { MacroAction } from '../../protocol/macro.ts'
import type { Action } from '../../protocol/working.ts'
import type { Api } from '../api.ts'
import type { DeskLink } from '../desk-link.ts'
import { type Attached, createAttached } from './attached.ts'
import { type Carried, carriedBy } from './carried.ts'
import { createOutboxes } from './outboxes.ts'

/** Every ticket's unsent replies and notes. */
export type Replies = {
  outbox(ticket: string): Outbox<Carried>
  /** */
  notes(ticket: string): Outbox<CarriedByNote>
  /** files picked for an answer there and not sent yet. */
  attached(ticket: string): Attached
  /** How many wait for the connection. */
  waiting: ReadonlySignal<number>
  /** The connection is there: send, also what a page before this one left. */
  wake(): void
  close(): void
}

/** What goes with a note at every try: whom it mentions, and when its draft was written. */
export type CarriedByNote = { mentions: readonly string[]; written: number }

type Parts = {
  link: DeskLink
  world: World
  agent: string
  api: Pick<Api, 'replyWithFiles'>
  /** what a macro does, said at the moment when its reply leaves. */
  doing: (actions: readonly MacroAction[]) => Action[]
}

/** they go out in the order they were written, once, over reloads and bad connections. */
export function createReplies({ link, world, agent, api, doing }: Parts): Replies {
  const wire = (via: unknown) => {
    const { actions = [], ...carried } = carriedBy(via)
    return { ...carried, ...(actions.length > 0 && { actions: doing(actions) }) }
  }
  const replies = createOutboxes<Carried>({
    link,
    world,
    start: `agent ${agent} `,
    send: async (ticket, id, text, via) => await link.ask('reply.send', { ticket, id, text, ...wire(via) }),
  })
  const notes = createOutboxes<CarriedByNote>({
    link,
    world,
    start: `notes of ${agent} `,
    send: async (ticket, id, text, via) =>
      await link.ask('note.write', { ticket, id, text, mentions: [...(via?.mentions ?? [])], written: via?.written }),
  })
  const both = [replies, notes]

  const picked = new Map<string, Attached>()
  function attached(ticket: string): Attached {
    const known = picked.get(ticket)
    if (known) return known
    const made = createAttached({
      send: (form) => api.replyWithFiles(ticket, form),
      fields: (carried) => asFields(wire(carried)),
      newId: world.newId,
    })
    picked.set(ticket, made)
    return made
  }

  return {
    outbox: replies.of,
    notes: notes.of,
    attached,
    waiting: computed(() => replies.waiting.value + notes.waiting.value),
    wake() {
      for (const boxes of both) boxes.wake()
    },
    close() {
      for (const boxes of both) boxes.close()
    },
  }
}

function asFields(given: object): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) fields[name] = typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
  return fields
}
