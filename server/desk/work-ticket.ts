import type { ErrorCode } from '../protocol/errors.ts'
import type { Action, Acted, Step } from '../protocol/working.ts'
import { lockTicket, type TicketRecord } from '../store/tickets.ts'
import { act, type HandAction, undo, type WorkedOn } from '../tickets/worked.ts'
import type { Refusal } from '../tickets/ticket.ts'
import type { Worked } from '../protocol/working.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { tagIds } from './tags.ts'
import { onceMoreOnTwin } from './twin.ts'
import { type How, workedOn, writeWorked } from './write-worked.ts'

/** An agent's hand on one ticket: D-4, D-5, S-1 to S-3, S-8, S-11. Answers what to undo it with. */
export function workTicket(
  desk: Desk,
  agent: Actor,
  ticketId: string,
  action: Action,
): Promise<Acted | { refused: ErrorCode }> {
  return onceMoreOnTwin(() =>
    work(desk, async (w): Promise<Acted | { refused: ErrorCode }> => {
      const ticket = await lockTicket(w.tx, ticketId)
      if (ticket === undefined) return { refused: 'not_found' }
      // Not before: a new tag is made for a ticket that is there.
      const hand = await handOf(w, action)
      return 'refused' in hand ? hand : apply(w, ticket, agent, (on) => act(on, hand, w.now), { routes: true })
    }),
  )
}

/** Takes back what a step did, where nobody has changed it since. */
export function undoStep(
  desk: Desk,
  agent: Actor,
  ticketId: string,
  step: Step,
): Promise<Acted | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const ticket = await lockTicket(w.tx, ticketId)
    return ticket === undefined
      ? { refused: 'not_found' }
      : apply(w, ticket, agent, (on) => undo(on, step, w.now), { undone: true })
  })
}

/** The action with tags as ids; new names become tags. */
export async function handOf(w: Work, action: Action): Promise<HandAction | { refused: ErrorCode }> {
  if (action.do !== 'tag') return action
  const add = await tagIds(w, action.add)
  return 'refused' in add ? add : { do: 'tag', add: add.ids, remove: action.remove }
}

/** Writes what the rule book decides of a locked ticket. */
export async function apply(
  w: Work,
  ticket: TicketRecord,
  agent: Actor,
  decide: (on: WorkedOn) => Worked | Refusal | null,
  how: How = {},
): Promise<Acted | { refused: ErrorCode }> {
  const on = await workedOn(w, ticket)
  const then = decide(on)
  if (then === null) return { step: null }
  if ('refused' in then) return then
  const is = await writeWorked(w, ticket, agent, on.now, then, how)
  return 'refused' in is ? is : { step: { was: on.now, is } }
}
