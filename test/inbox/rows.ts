import type { TicketRow } from '../../server/protocol/ticket.ts'

export const jonas = { id: '00000000-0000-4000-8000-00000000000a', name: 'Jonas Ekwall' }
export const priya = { id: '00000000-0000-4000-8000-00000000000b', name: 'Priya Raman' }

/** An id that sorts by its number. */
export function id(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** An open, read web chat of Jonas; the parts a test is about are given. */
export function row(n: number, parts: Partial<TicketRow> = {}): TicketRow {
  return {
    id: id(n),
    number: 4_000 + n,
    channel: 'web_chat',
    status: 'open',
    snoozedUntil: null,
    unread: false,
    customer: { id: id(500 + n), name: `Customer ${n}`, blocked: false, online: false },
    assignee: jonas,
    team: null,
    priority: 'normal',
    tags: [],
    spam: false,
    waitingSince: null,
    waitingMarks: null,
    mentioned: [],
    campaigns: [],
    preview: { from: 'customer', text: 'Hello' },
    createdAt: 0,
    lastMessageAt: n * 1_000,
    closedAt: null,
    last: 1,
    mayReopen: false,
    reply: replyOf(parts),
    answerTo: null,
    subject: null,
    ...parts,
  }
}

/** By the ticket's own channel, as far as blocking and closing let it. */
export function replyOf({ channel = 'web_chat', status, customer }: Partial<TicketRow>): TicketRow['reply'] {
  const closed = status === 'closed' && channel === 'web_chat' ? 'ticket_closed' : null
  const refused = customer?.blocked ? 'customer_blocked' : closed
  return { offered: [{ channel, until: null, refused }], chosen: channel }
}
