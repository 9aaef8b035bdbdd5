import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { isBlank, points } from '../protocol/text.ts'
import { findCustomer } from '../store/customers.ts'
import { findMessage } from '../store/threads.ts'
import { lockTicket } from '../store/tickets.ts'
import { mayReply, replied } from '../tickets/reply.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { stateOf } from './ticket-state.ts'
import { onceMoreOnTwin } from './twin.ts'
import { writeEntries } from './write-entries.ts'

export type Reply = { id: string; ticketId: string; text: string }

/** An agent's answer, exactly once. The same id again gets the first answer again. */
export async function sendReply(
  desk: Desk,
  agent: Actor,
  reply: Reply,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  if (isBlank(reply.text)) return { refused: 'message_empty' }
  if (points(reply.text) > limits.textPoints) return { refused: 'message_too_long' }
  return onceMoreOnTwin(() => work(desk, (w) => sendIn(w, agent, reply)))
}

async function sendIn(
  w: Work,
  agent: Actor,
  reply: Reply,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  const ticket = await lockTicket(w.tx, reply.ticketId)
  if (ticket === undefined) return { refused: 'not_found' }
  const twin = await findMessage(w.tx, reply.id)
  if (twin !== undefined) {
    const own = twin.from === 'agent' && twin.authorId === agent.id && twin.ticketId === ticket.id
    return own ? { n: twin.seq, at: twin.at } : { refused: 'id_taken' }
  }
  const customer = await findCustomer(w.tx, ticket.customer_id)
  const state = stateOf(ticket)
  const refusal = mayReply(state, { blocked: customer === undefined || customer.blocked_at !== null })
  if (refusal !== null) return refusal
  const after = replied(state)
  const { entries } = await writeEntries(
    w,
    ticket,
    [
      {
        data: { type: 'message' },
        message: { id: reply.id, from: 'agent', authorId: agent.id, channel: ticket.channel, text: reply.text },
        by: agent,
      },
    ],
    { status: after.status, snoozed_until: after.snoozedUntil, unread: after.unread, last_agent_at: w.now },
  )
  return { n: entries[0]?.seq ?? 0, at: w.now }
}
