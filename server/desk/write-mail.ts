import type { Settings } from '../protocol/settings.ts'
import { type CustomerRecord, findCustomer, mailTo } from '../store/customers.ts'
import { addDelivery } from '../store/deliveries.ts'
import { addMail, findThread, lastMailOf, saveThread, shownMessages } from '../store/mails.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { followUpText } from '../tickets/follow-up-text.ts'
import { participantsAfter } from '../tickets/mail-thread.ts'
import { ratingLanguage, ratingWords } from '../tickets/rating-words.ts'
import { type TranscriptEntry, transcript } from '../tickets/transcript.ts'
import { chatTitle, type Reader, type TranscriptLine, withTranscript } from '../tickets/transcript-text.ts'
import type { Work } from './desk.ts'
import { hostOf, type Mailbox, mailboxFor, mailboxOf } from './mailboxes.ts'
import { ownAddresses } from './shop-addresses.ts'

/** A message as the mail it leaves as. */
export type LetterDraft = {
  threadId: string
  to: string
  mailbox: Mailbox
  subject: string
  references: string[]
  whole: string
  transcript: boolean
}

/** Ids of the thread that go with a mail: its first and the newest, so that its headers stay short. */
const mostReferences = 30
/** Chat messages that one transcript looks at, the newest. */
const mostMessages = 500

/**
 * What an answer in this ticket is as a mail: to the customer, from the mailbox last written to, in the thread of what
 * it answers (T-2); from a web chat from the first mailbox, with what was chatted since the last transcript.
 * Null: there is nobody to write to, or nothing to write from. Call it before the message stands in the thread.
 */
export async function draftMail(
  w: Work,
  ticket: TicketRecord,
  text: string,
  settings: Settings,
): Promise<LetterDraft | null> {
  const envelope = await envelopeOf(w, ticket, settings)
  if (envelope === null) return null
  const { reader, ...rest } = envelope
  const lines = ticket.channel === 'web_chat' ? await linesOf(w, ticket, reader.shop) : []
  return { ...rest, whole: withTranscript(text, lines, reader), transcript: lines.length > 0 }
}

/**
 * W-10: the mail about replies that a shopper missed, from the address that the settings name for it. It answers no mail
 * and carries no transcript; what is answered to it joins the chat, for it stands in the chat's own thread.
 */
export async function draftFollowUp(
  w: Work,
  ticket: TicketRecord,
  missed: readonly { at: number; who: string | null; text: string }[],
  settings: Settings,
): Promise<LetterDraft | null> {
  const envelope = await envelopeOf(w, ticket, settings)
  if (envelope === null) return null
  const { reader, ...rest } = envelope
  const { followUpFrom } = settings.webChat
  const lines = missed.map(({ at, who, text }) => ({ at, text, who: who ?? reader.shop }))
  return {
    ...rest,
    mailbox: (followUpFrom && mailboxFor(settings, followUpFrom)) || rest.mailbox,
    whole: followUpText(lines, reader),
    transcript: false,
  }
}

/**
 * D-10: the mail that asks how it was. None of its words are anybody's but ours (S14), its subject neither; it answers
 * no mail, so that it can come back. Where one says so is added when it leaves.
 */
export async function draftQuestion(w: Work, ticket: TicketRecord, settings: Settings): Promise<LetterDraft | null> {
  const envelope = await envelopeOf(w, ticket, settings)
  if (envelope === null) return null
  const { reader, ...rest } = envelope
  const words = ratingWords(ratingLanguage(reader.locale, settings.hub.language))
  const subject = words.question(reader.shop)
  return { ...rest, subject, references: [], whole: `${subject}\n\n${words.invitation}`, transcript: false }
}

/** Everything about a mail of this ticket but what it says. */
async function envelopeOf(w: Work, ticket: TicketRecord, settings: Settings) {
  const customer = await findCustomer(w.tx, ticket.customer_id)
  const chat = ticket.channel === 'web_chat'
  const to = chat ? customer && mailTo(customer) : ticket.to_value
  const [first] = settings.email.mailboxes
  const mailbox = chat ? first : (mailboxOf(settings, ticket.brand_address ?? '') ?? first)
  if (customer === undefined || to == null || mailbox === undefined) return null
  const reader = readerOf(settings, customer)
  const parent = await lastMailOf(w.tx, ticket.id)
  return {
    reader,
    threadId: parent?.thread_id ?? w.desk.secrets.derivedId('mail thread', `ticket ${ticket.id}`),
    to,
    mailbox,
    subject: parent === undefined ? (ticket.subject ?? chatTitle(reader)) : answering(parent.subject, reader.shop),
    references: parent === undefined ? [] : shortened([...parent.references, parent.mail_id]),
  }
}

/** Keeps the mail beside its message, which stands in the thread already, and has it delivered. */
export async function queueMail(
  w: Work,
  ticket: TicketRecord,
  messageId: string,
  draft: LetterDraft,
  settings: Settings,
): Promise<void> {
  const { threadId, to, mailbox, subject, references, whole } = draft
  const thread = await findThread(w.tx, threadId)
  const participants = participantsAfter(thread?.participants ?? [], { to: [to], cc: [] }, ownAddresses(settings))
  await saveThread(w.tx, { id: threadId, ticket_id: thread?.ticket_id ?? ticket.id, participants })
  await addMail(w.tx, {
    message_id: messageId,
    thread_id: threadId,
    mail_id: w.desk.mail.messageId(messageId, hostOf(mailbox.address)),
    subject,
    html: null,
    whole,
    from: mailbox.address,
    references,
    to: [to],
    transcript: draft.transcript,
  })
  await addDelivery(w.tx, {
    id: messageId,
    ticketId: ticket.id,
    customerId: ticket.customer_id,
    channel: 'email',
    to: { kind: 'email', value: to },
    from: mailbox.address,
    text: null,
    at: w.now,
  })
  w.tell({ kind: 'delivery_queued' })
}

function readerOf({ general }: Settings, { locale, time_zone }: CustomerRecord): Reader {
  return { shop: general.shopName, locale, timeZone: time_zone ?? general.timeZone }
}

/** never a note, and nothing the shopper was not shown. */
async function linesOf(w: Work, ticket: TicketRecord, shop: string): Promise<TranscriptLine[]> {
  const messages = await shownMessages(w.tx, ticket.id, mostMessages)
  const entries = messages.map(({ from, channel, text, files, at, transcript: carried, member, customer }) => {
    const entry: TranscriptEntry =
      channel === 'web_chat'
        ? { kind: 'chat' }
        : from === 'automatic'
          ? { kind: 'other' }
          : { kind: 'mail', transcript: carried ?? false }
    // What is no words stands there by its name.
    const said = [text, ...(files ?? []).map(({ name }) => `[${name}]`)].filter((line) => line !== '').join('\n')
    return { ...entry, at, text: said, who: member ?? customer ?? shop }
  })
  return transcript(entries)
}

const answer = /^\s*(?:re|aw|antw|sv|vs|rif|odp|res|ref)\s*(?:\[\d+\])?\s*:/i

/** The subject is kept; what answers says so once. */
function answering(subject: string, shop: string): string {
  const kept = subject.trim()
  return answer.test(kept) ? kept : `Re: ${kept || shop}`
}

function shortened(ids: string[]): string[] {
  const once = [...new Set(ids)]
  return once.length > mostReferences ? [...once.slice(0, 1), ...once.slice(1 - mostReferences)] : once
}
