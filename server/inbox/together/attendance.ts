import { type ReadonlySignal, signal } from '@preact/signals'
import type { World } from '../../../widget/thread/world.ts'
import type { Attended, Attending } from '../../protocol/attendance.ts'
import type { AgentCard } from '../../protocol/ticket.ts'
import { writingFades } from '../../protocol/writings.ts'
import type { DeskLink } from '../desk-link.ts'

/** who of the team is at which ticket. */
export type Attendance = {
  tickets: ReadonlySignal<ReadonlyMap<string, readonly Attending[]>>
  /** All there are: what the desk says when it opens. */
  load(all: readonly Attended[]): void
  close(): void
}

/** who writes an answer in it, by id and name; `me` is not among them. */
export function answering(
  { tickets }: Attendance,
  { ticket, me, team }: { ticket: string; me: string; team: readonly AgentCard[] },
): ReadonlyMap<string, string> {
  const writing = tickets.value.get(ticket)?.filter(({ id, doing }) => doing === 'reply' && id !== me) ?? []
  return new Map(team.flatMap(({ id, name }) => (writing.some((one) => one.id === id) ? [[id, name] as const] : [])))
}

/** Follows who is at which ticket. Whoever has not been said to write for 8 s only looks on. */
export function createAttendance(link: DeskLink, world: World): Attendance {
  const tickets = signal<ReadonlyMap<string, readonly Attending[]>>(new Map())
  const fades = new Map<string, () => void>()

  function put({ ticket, agents }: Attended) {
    fades.get(ticket)?.()
    fades.delete(ticket)
    const next = new Map(tickets.peek())
    if (agents.length === 0) next.delete(ticket)
    else next.set(ticket, agents)
    tickets.value = next
    if (!agents.some(({ doing }) => doing !== 'viewing')) return
    const fade = () => put({ ticket, agents: agents.map(({ id }) => ({ id, doing: 'viewing' })) })
    fades.set(ticket, world.after(writingFades, fade))
  }
  function clear() {
    for (const cancel of fades.values()) cancel()
    fades.clear()
  }

  link.on('ticket.attended', put)
  return {
    tickets,
    load(all) {
      clear()
      tickets.value = new Map()
      for (const one of all) put(one)
    },
    close: clear,
  }
}
