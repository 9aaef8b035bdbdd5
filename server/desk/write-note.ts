import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { isBlank, points } from '../protocol/text.ts'
import { listMembers } from '../store/members.ts'
import { addNote, findNote, seeMentions } from '../store/notes.ts'
import { lockTicket } from '../store/tickets.ts'
import { mentioned } from '../tickets/notes.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { draftSent } from './drafts.ts'
import { onceMoreOnTwin } from './twin.ts'
import { previewOf, writeEntries } from './write-entries.ts'

/** `mentions`: members that its text names; `written`: when its draft was. */
export type GivenNote = {
  id: string
  ticketId: string
  text: string
  mentions: readonly string[]
  written?: number | undefined
}

/**
 * a note of the team, exactly once by its id, in whatever state the ticket and its customer are. It leaves the
 * ticket as it lies (T-7) and has no number in the customer's count (P-1).
 */
export async function writeNote(
  desk: Desk,
  agent: Actor,
  note: GivenNote,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  if (isBlank(note.text)) return { refused: 'message_empty' }
  if (points(note.text) > limits.textPoints) return { refused: 'message_too_long' }
  return onceMoreOnTwin(() => work(desk, (w) => writeIn(w, agent, note)))
}

async function writeIn(
  w: Work,
  agent: Actor,
  given: GivenNote,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  const { id, text } = given
  const ticket = await lockTicket(w.tx, given.ticketId)
  if (ticket === undefined) return { refused: 'not_found' }
  const twin = await findNote(w.tx, id)
  if (twin !== undefined) {
    const own = twin.memberId === agent.id && twin.ticketId === ticket.id
    return own ? { n: twin.n, at: twin.at } : { refused: 'id_taken' }
  }
  const team = await listMembers(w.tx)
  const called = mentioned(
    given.mentions,
    team.map((member) => member.id),
    agent.id,
  )
  const mentions = team.flatMap(({ id: one, name }) => (called.includes(one) ? [{ id: one, name }] : []))
  await addNote(w.tx, { id, ticketId: ticket.id, memberId: agent.id, text, at: w.now, mentions: called })
  const written = await writeEntries(w, ticket, [
    { data: { type: 'note', note: id }, note: { id, text, mentions }, by: agent },
  ])
  if (given.written !== undefined) await draftSent(w, agent, ticket.id, 'note', given.written)
  for (const memberId of called) {
    w.tell({
      kind: 'mentioned',
      memberId,
      ticketId: ticket.id,
      number: ticket.number,
      by: agent,
      text: previewOf(text),
    })
  }
  return { n: written.ticket.seq, at: w.now }
}

/** a member has the ticket before them. */
export function mentionsSeen(desk: Desk, agent: Actor, ticketId: string): Promise<void> {
  return work(desk, async (w) => {
    if (await seeMentions(w.tx, agent.id, ticketId, w.now)) w.tell({ kind: 'mentions_seen', memberId: agent.id })
  })
}
