import type { ErrorCode } from '../protocol/errors.ts'
import type { Db } from '../store/connect.ts'
import { findCustomer } from '../store/customers.ts'
import { lockThreadsOf, saveThread, sendersOf } from '../store/mails.ts'
import { entriesAfter } from '../store/threads.ts'
import { lockTicket, type TicketRecord } from '../store/tickets.ts'
import { participantsAfter } from '../tickets/mail-thread.ts'
import { takenOver } from '../tickets/merge.ts'
import { type Movable, mayMoveIn } from '../tickets/move-in.ts'
import { waitsInAny } from '../tickets/waiting.ts'
import { apply } from './change-status.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { keepSnooze, statusLine } from './status-line.ts'
import { stateOf } from './ticket-state.ts'
import { type Draft, writeEntries } from './write-entries.ts'

/**
 * T-2: an agent moves a stranger's mails into the ticket they aimed at, which goes on with whoever waits for an answer;
 * the stranger takes part in its threads from now on, and answers still go only to its customer. The ticket they came
 * with is closed, and keeps its log.
 */
export function moveIn(
  desk: Desk,
  agent: Actor,
  fromId: string,
  intoId: string,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const locked = new Map<string, TicketRecord>()
    // In one order for all, so that two who move do not wait for each other.
    for (const id of [fromId, intoId].toSorted()) {
      const ticket = await lockTicket(w.tx, id)
      if (ticket !== undefined) locked.set(id, ticket)
    }
    const [from, into] = [locked.get(fromId), locked.get(intoId)]
    if (from === undefined || into === undefined) return { refused: 'not_found' }
    if (!mayMoveIn(await movable(w.tx, from), await movable(w.tx, into))) return { refused: 'conflict' }

    const mails = (await entriesAfter(w.tx, from.id, 'agent', 0, from.seq)).filter(
      ({ message }) => message?.from === 'customer',
    )
    const waits = takenOver(stateOf(into), [stateOf(from)])
    await joinThreads(w, from, into, await sendersOf(w.tx, ids(mails)))
    await leave(w, from, into, agent)
    await apply(w, into, agent, waits, 'agent')
    const opened = await lockTicket(w.tx, into.id)
    if (opened === undefined) throw new Error('A locked ticket is gone.')
    const drafts = mails.flatMap(({ data, message, name }): Draft[] =>
      message === null
        ? []
        : [{ data, message: { ...message, moved: true }, ...(name !== null && { customerName: name }) }],
    )
    const line: Draft = { data: { type: 'moved', way: 'here', number: from.number }, by: agent }
    await writeEntries(w, opened, [line, ...drafts], {
      last_customer_at: latest(into.last_customer_at, from.last_customer_at),
      waiting_since: waitsInAny([into, from]) ?? into.waiting_since,
    })
    return { done: true }
  })
}

/** A ticket as the rule book asks for it. */
export async function movable(db: Db, ticket: TicketRecord): Promise<Movable> {
  const customer = await findCustomer(db, ticket.customer_id)
  return {
    ...stateOf(ticket),
    customerId: ticket.customer_id,
    follows: ticket.follows_id,
    gone: ticket.merged_into !== null,
    blocked: customer?.blocked_at != null,
  }
}

/** Closed without a question how it was (D-10): for its writer it goes on. */
async function leave(w: Work, from: TicketRecord, into: TicketRecord, agent: Actor): Promise<void> {
  const line: Draft = { data: { type: 'moved', way: 'there', number: into.number }, by: agent }
  const closed = { status: 'closed', snoozedUntil: null } as const
  await keepSnooze(w, from.id, closed)
  await writeEntries(w, from, from.status === 'closed' ? [line] : [line, statusLine(closed, 'agent', agent)], {
    merged_into: into.id,
    status: 'closed',
    snoozed_until: null,
    unread: false,
    closed_at: from.closed_at ?? w.now,
  })
}

/** All threads of both lead to the one, and the senders may write into each of them. */
async function joinThreads(w: Work, from: TicketRecord, into: TicketRecord, senders: readonly string[]): Promise<void> {
  for (const thread of await lockThreadsOf(w.tx, [from.id, into.id])) {
    const participants = participantsAfter(thread.participants, { to: senders, cc: [] }, [])
    await saveThread(w.tx, { ...thread, ticket_id: into.id, participants })
  }
}

const ids = (entries: readonly { message: { id: string } | null }[]) =>
  entries.flatMap(({ message }) => message?.id ?? [])

function latest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}
