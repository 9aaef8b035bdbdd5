import type { Attended, Attending } from '../protocol/attendance.ts'
import { type Writing, writingFades } from '../protocol/writings.ts'
import type { Moment } from './ticket.ts'

/** A page of an agent that shows a ticket: visible or not, and what its agent writes there, as far as it was said. */
export type AgentPage = {
  memberId: string
  ticketId: string
  visible: boolean
  writing: { what: Writing; until: Moment } | null
}

/** said now, it counts until then. */
export const writesUntil = (now: Moment): Moment => now + writingFades

const weight = { viewing: 0, note: 1, reply: 2 } as const

/**
 * who is at which ticket. A hidden page is nobody at the ticket. Somebody with several pages is there once, with
 * what matters most to the others: an answer, then a note.
 */
export function attendance(pages: readonly AgentPage[], now: Moment): Attended[] {
  const tickets = new Map<string, Map<string, Attending>>()
  for (const { memberId, ticketId, visible, writing } of pages) {
    if (!visible) continue
    const agents = tickets.get(ticketId) ?? new Map<string, Attending>()
    const doing = writing !== null && now < writing.until ? writing.what : 'viewing'
    const before = agents.get(memberId)
    if (before === undefined || weight[before.doing] < weight[doing]) agents.set(memberId, { id: memberId, doing })
    tickets.set(ticketId, agents)
  }
  return [...tickets].map(([ticket, agents]) => ({ ticket, agents: [...agents.values()] }))
}
