import type { Refused } from '../../protocol/errors.ts'
import type { Priority } from '../../protocol/priority.ts'
import type { Named, TicketRow } from '../../protocol/ticket.ts'
import type { Acted, Step, TagOrName } from '../../protocol/working.ts'
import type { Desk } from '../desk.ts'
import { type Page, sayRefused } from '../page.ts'

type Answered = Promise<({ ok: true } & Acted) | Refused>
type Person = { id: string; name: string }

/** What an agent does to a ticket by hand; each says what was done, and how to take it back where that is possible. */
export type TicketActions = {
  close(row: TicketRow): Promise<void>
  reopen(row: TicketRow): Promise<void>
  snooze(row: TicketRow, until: number): Promise<void>
  wake(row: TicketRow): Promise<void>
  assign(row: TicketRow, agent: Person | null): Promise<void>
  assignTeam(row: TicketRow, team: Named | null): Promise<void>
  tag(row: TicketRow, add: TagOrName[], remove: string[]): Promise<void>
  prioritise(row: TicketRow, priority: Priority): Promise<void>
  markSpam(row: TicketRow, on: boolean): Promise<void>
  markUnread(row: TicketRow): Promise<void>
}

type Around = {
  page: Page
  desk: Desk
  /** Does something that may take the row out of the list; the row after it gets the focus then. */
  leaving(row: TicketRow, what: () => Promise<boolean>): Promise<boolean>
  /** Leaves the ticket, with the focus on its row. */
  leave(row: TicketRow): void
}

export function createTicketActions({ page, desk, leaving, leave }: Around): TicketActions {
  const { link } = desk
  const said = () => page.words.peek()

  async function undo(ticket: string, step: Step) {
    const { working } = said()
    const answer = await link.ask('ticket.undo', { ticket, step })
    if (answer.ok) return page.toasts.say(working.did.undone)
    if (answer.code === 'conflict') return page.toasts.complain(working.did.conflict)
    sayRefused(page, answer)
  }
  /** Says what was done, with a way back unless there is none. */
  function done(row: TicketRow, step: Step | null, text: string, forGood = false) {
    if (step === null || forGood) return page.toasts.say(text)
    page.toasts.say(text, { label: said().did.undo, run: () => void undo(row.id, step), undoes: true })
  }
  /** What was done; undefined where it was refused, which is said. */
  async function asked(answered: Answered): Promise<{ step: Step | null } | undefined> {
    const answer = await answered
    if (answer.ok) return answer
    sayRefused(page, answer)
    return undefined
  }
  async function gone(row: TicketRow, ask: () => Answered, text: () => string, forGood = false) {
    let acted: { step: Step | null } | undefined
    await leaving(row, async () => {
      acted = await asked(ask())
      return acted !== undefined
    })
    if (acted) done(row, acted.step, text(), forGood)
  }
  async function stays(row: TicketRow, answered: Answered, text: () => string) {
    const acted = await asked(answered)
    if (acted) done(row, acted.step, text())
  }

  return {
    // T-1: a closed web chat has no way back, and says so.
    close(row) {
      const forGood = row.channel === 'web_chat'
      const { name } = row.customer
      const text = () => (forGood ? said().working.did.closedForGood(name) : said().did.closed(name))
      return gone(row, () => link.ask('ticket.close', { ticket: row.id }), text, forGood)
    },
    reopen: (row) => stays(row, link.ask('ticket.reopen', { ticket: row.id }), () => said().did.reopened),
    snooze(row, until) {
      const text = () => said().did.snoozed(page.moments.peek().until(until, page.clock.now()))
      return gone(row, () => link.ask('ticket.snooze', { ticket: row.id, until }), text)
    },
    wake: (row) => stays(row, link.ask('ticket.wake', { ticket: row.id }), () => said().did.woken),
    assign(row, agent) {
      const ask = { ticket: row.id, agent: agent?.id ?? null, ...(agent === null && { team: null }) }
      return stays(row, link.ask('ticket.assign', ask), () => {
        const { did } = said()
        if (agent === null) return did.unassigned
        return agent.id === desk.me.peek().id ? did.assignedMe : did.assigned(agent.name)
      })
    },
    assignTeam(row, team) {
      // Whoever of the team takes it has it: until then it is nobody's.
      const ask = team === null ? { team: null } : { team: team.id, agent: null }
      return stays(row, link.ask('ticket.assign', { ticket: row.id, ...ask }), () => {
        const { did } = said().working
        return team === null ? did.noTeam : did.team(team.name)
      })
    },
    tag(row, add, remove) {
      return stays(row, link.ask('ticket.tag', { ticket: row.id, add, remove }), () => said().working.did.tags)
    },
    prioritise(row, priority) {
      return stays(row, link.ask('ticket.priority', { ticket: row.id, priority }), () => said().working.did[priority])
    },
    markSpam(row, on) {
      const ask = () => link.ask('ticket.spam', { ticket: row.id, on })
      return gone(row, ask, () => (on ? said().working.did.spam(row.customer.name) : said().working.did.notSpam))
    },
    async markUnread(row) {
      // Whoever keeps it open reads it: the page leaves the ticket first.
      leave(row)
      if (await asked(link.ask('ticket.unread', { ticket: row.id }))) page.toasts.say(said().did.unread)
    },
  }
}
