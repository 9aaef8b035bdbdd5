import type { Settings } from '../protocol/settings.ts'
import type { AutomaticKind } from '../protocol/thread.ts'
import type { TicketChange, TicketRecord } from '../store/tickets.ts'
import type { Work } from './desk.ts'
import { queueDelivery } from './queue-delivery.ts'
import { writeEntries } from './write-entries.ts'
import { type LetterDraft, queueMail } from './write-mail.ts'

/** What the desk says by itself: nobody's reply, so the ticket stays as it is. */
export type Automatic = {
  /** Derived from its cause: the same cause never writes twice. */
  id: string
  sent: AutomaticKind
  channel: TicketRecord['channel']
  text: string
  /** How it leaves as a mail; null on the other channels. */
  mail: LetterDraft | null
  /** Not for the drawer. */
  hidden?: boolean
}

/** Writes an automatic message into its thread, and sends it on its way, in this transaction. */
export async function writeAutomatic(
  w: Work,
  ticket: TicketRecord,
  { id, sent, channel, text, mail, hidden = false }: Automatic,
  settings: Settings,
  change: TicketChange,
): Promise<TicketRecord> {
  const inMail = mail && { mail: { subject: mail.subject, html: false, more: false } }
  const message = { id, from: 'automatic' as const, authorId: null, channel, text, ...inMail }
  const written = await writeEntries(w, ticket, [{ data: { type: 'message', sent }, message, hidden }], change)
  if (mail !== null) await queueMail(w, written.ticket, id, mail, settings)
  else if (channel !== 'web_chat') await queueDelivery(w, written.ticket, id)
  return written.ticket
}
