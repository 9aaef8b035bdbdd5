import type { PreviewKind } from '../protocol/files.ts'
import { isBlank } from '../protocol/text.ts'
import type { NoteRecord } from '../store/notes.ts'
import type { EntryData } from '../store/entry-data.ts'
import type { Entry, MessageRecord } from '../store/threads.ts'
import { addEntries } from '../store/threads.ts'
import { changeTicket, type TicketChange, type TicketRecord } from '../store/tickets.ts'
import { fileKind } from '../tickets/file-type.ts'
import { type LogEntry, shopperSees } from '../tickets/visible.ts'
import { happened } from '../tickets/webhooks.ts'
import type { Actor, Work } from './desk.ts'
import { queueHooks } from './queue-hooks.ts'

/** What a use case wants in the log. Whether the customer may see it is the rule book's word (P-1). */
export type Draft = {
  data: EntryData
  /** Keep it from the customer although they might see its kind: a blocked sender's words, what comes after the end. */
  hidden?: boolean
  message?: MessageRecord
  note?: NoteRecord
  /** The member who did it, or the customer whose message it is (their name only). */
  by?: Actor
  customerName?: string
  to?: Actor | null
  /** A machine wrote it (P-5). */
  byMachine?: boolean
}

const previewPoints = 140

/**
 * Numbers the drafts, writes them and the change of their ticket (which the caller has locked), and tells about both.
 * Returns the ticket as it stands now and the entries with their numbers. `unheard` is for a blocked sender's words
 * (S-9): they are kept, but no page is told and no row moves.
 */
export async function writeEntries(
  w: Work,
  ticket: TicketRecord,
  drafts: Draft[],
  change: TicketChange = {},
  unheard = false,
): Promise<{ ticket: TicketRecord; entries: Entry[] }> {
  let { seq, customer_seq } = ticket
  // The drawer shows web chats only; a person's other tickets have no count there (P-1).
  const inDrawer = ticket.channel === 'web_chat'
  const entries = drafts.map(
    (draft): Entry => ({
      ticketId: ticket.id,
      seq: ++seq,
      customerSeq: inDrawer && draft.hidden !== true && shopperSees(kindOf(draft.data)) ? ++customer_seq : null,
      at: w.now,
      data: draft.data,
      message: draft.message ?? null,
      note: draft.note ?? null,
      memberId: draft.by?.id ?? null,
      toMemberId: draft.to?.id ?? null,
      name: draft.by?.name ?? draft.customerName ?? null,
      toName: draft.to?.name ?? null,
    }),
  )
  if (entries.length > 0) await addEntries(w.tx, entries)
  const shown = unheard ? {} : lastMessage(entries, w.now)
  const changed = await changeTicket(w.tx, ticket, { ...change, ...shown, seq, customer_seq })
  if (unheard) return { ticket: changed, entries }
  const byMachine = drafts.some((draft) => draft.byMachine)
  await queueHooks(w, changed, happened(ticket, changed, entries, byMachine))
  for (const entry of entries) w.tell({ kind: 'entry', customerId: ticket.customer_id, entry })
  w.tell({ kind: 'ticket', ticketId: ticket.id })
  return { ticket: changed, entries }
}

function kindOf(data: EntryData): LogEntry {
  if (data.type !== 'status') return data.type
  return data.status === 'closed' ? 'status_closed' : 'status_other'
}

/** A row shows the last thing a person wrote; what the desk sends by itself does not push it away. */
function lastMessage(entries: Entry[], now: number): TicketChange {
  const messages = entries.flatMap((entry) => entry.message ?? [])
  const last = messages.findLast((message) => message.from !== 'automatic')
  if (last === undefined) return {}
  return {
    last_message_at: now,
    preview_from: last.from,
    preview_text: previewOf(last.text),
    preview_by: last.from === 'agent' ? last.authorId : null,
    preview_kind: isBlank(last.text) ? wordless(entries.find(({ message }) => message === last)) : null,
  }
}

/** What a message without words was: the story it speaks of, else its first file. */
function wordless(entry: Entry | undefined): PreviewKind | null {
  if (entry?.data.type === 'message' && entry.data.story) return `story_${entry.data.story}`
  const [file] = entry?.message?.files ?? []
  return file === undefined ? null : fileKind(file.type)
}

/** The one line of a message that a row has room for. */
export function previewOf(text: string): string {
  const line = text
    .slice(0, previewPoints * 8)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return Array.from(line).slice(0, previewPoints).join('')
}
