import type { ChannelEvent, MailFacts } from '../channels/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import { addAttachments } from '../store/attachments.ts'
import { type CustomerRecord, findCustomer } from '../store/customers.ts'
import { customerOfNames, type KnownAs } from '../store/identities.ts'
import { addMail, findThread, holdsMail, type MailThread, newestClosedMailTicket, saveThread } from '../store/mails.ts'
import { isNews } from '../store/provider-events.ts'
import { findTicket, lockTicket, type TicketRecord } from '../store/tickets.ts'
import { participantsAfter } from '../tickets/mail-thread.ts'
import { arriving, notesOf } from './arriving-files.ts'
import { attributeFrom } from './attribute.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { hostOf, type Mailbox, mailboxOf } from './mailboxes.ts'
import { bouncedThread, type MailPlace, placeOf, pointedThread } from './mail-place.ts'
import { type InboundMessage, type Places, takeInto } from './take-in.ts'
import { ownAddresses } from './shop-addresses.ts'
import { kept } from './kept.ts'

type MailEvent = Extract<ChannelEvent, { kind: 'message' }> & { mail: MailFacts }

/** Most who are remembered as taking part in one thread. */
const mostParticipants = 500

/** A mail, exactly once a mailbox (P-4): into its thread's ticket, or a new one (T-2, R-7). */
export async function receiveMail(w: Work, event: MailEvent): Promise<void> {
  const { mail } = event
  const [from] = event.from
  const { secrets, mail: tokens, log } = w.desk
  // Our own mail, come back by whatever way, says nothing new.
  if (tokens.answeredMessage(mail.messageId) !== null) return
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const pointed = (await pointedThread(w, mail)) ?? (await bouncedThread(w, mail.to))
  const mailbox = mailboxOf(settings, event.to) ?? (await mailboxOfThread(w, settings, pointed?.ticket_id))
  if (mailbox === undefined) return log.info({ where: 'mail' }, 'a mail for no mailbox of ours')
  const key = `${mailbox.address} ${mail.messageId}`
  if (!(await isNews(w.tx, 'mail', secrets.derivedId('mail', key), w.now))) return

  const sender = await customerOfNames(w.tx, {
    names: event.from,
    name: event.name,
    newId: secrets.derivedId('customer', `${from.kind} ${from.value}`),
    at: w.now,
    visitor: false,
  })
  const place = await placeOf(w, pointed, sender, from.value, mail)
  if (place.thread !== undefined && (await holdsMail(w.tx, place.thread.id, mail.messageId))) return
  const found = place.thread === undefined ? undefined : await lockTicketOf(w, place.thread)
  const id = secrets.derivedId('message', `email ${key}`)
  const files = arriving(event.attachments, secrets.newId)
  const guest = found !== undefined && found.customer_id !== sender.id
  const text = kept(mail.fresh || mail.subject)
  const inbound: InboundMessage = {
    id,
    // Whose ticket it is, should it open one: that of a chat's shopper, whoever answers there.
    customerId: guest ? found.customer_id : sender.id,
    channel: 'email',
    threadKey: place.id,
    text,
    remote: {
      from,
      to: mailbox.address,
      subject: mail.subject || null,
      answerTo: guest ? await ownersAddress(w, found, from) : from,
    },
    automatic: mail.automatic,
    whole: kept(event.text),
    signs: mail.signs,
    mail: { subject: mail.subject, html: mail.html !== null, more: event.text.trim().length > text.length },
    ...(files.length > 0 && { files: notesOf(files) }),
  }
  const places = await placesFor(w, place, found, sender)
  const { shadow } = await takeInto(w, inbound, sender, settings, places, async (ticket, unheard) => {
    await saveThread(w.tx, {
      id: place.id,
      ticket_id: unheard && place.thread !== undefined ? place.thread.ticket_id : ticket.id,
      participants: participantsOf(place, mail, settings),
    })
    await addMail(w.tx, {
      message_id: id,
      thread_id: place.id,
      mail_id: mail.messageId,
      subject: mail.subject,
      html: mail.html,
      whole: event.text,
      from: from.value,
      references: mail.references,
      to: mail.to,
      cc: mail.cc,
    })
  })
  await addAttachments(w.tx, { messageId: id, files, at: w.now, newId: secrets.newId })
  if (shadow) return
  await attributeFrom(w, { customerId: sender.id, channel: 'email', since: w.now }, settings)
}

/** The ticket that a thread leads to, locked: while it was waited for, the thread may have been moved (T-2). */
async function lockTicketOf(w: Work, thread: MailThread): Promise<TicketRecord | undefined> {
  const ticket = await lockTicket(w.tx, thread.ticket_id)
  const now = await findThread(w.tx, thread.id)
  return now === undefined || now.ticket_id === thread.ticket_id ? ticket : lockTicket(w.tx, now.ticket_id)
}

/** An answer to our envelope's sender, such as a vacation's: no mailbox was named, but the thread has one. */
async function mailboxOfThread(
  w: Work,
  settings: Settings,
  ticketId: string | undefined,
): Promise<Mailbox | undefined> {
  const ticket = ticketId === undefined ? undefined : await findTicket(w.tx, ticketId)
  if (ticket === undefined) return undefined
  return mailboxOf(settings, ticket.brand_address ?? '') ?? settings.email.mailboxes[0]
}

/** T-2: answers go only to the customer, whoever else writes into the thread. */
async function ownersAddress(w: Work, ticket: TicketRecord, from: KnownAs): Promise<KnownAs> {
  if (ticket.to_kind !== null && ticket.to_value !== null) return { kind: ticket.to_kind, value: ticket.to_value }
  const owner = await findCustomer(w.tx, ticket.customer_id)
  return owner?.email == null ? from : { kind: 'email', value: owner.email }
}

/** What the rule book is to decide on: for a blocked sender only what is theirs (S-9), for a stranger what they aim at. */
async function placesFor(
  w: Work,
  place: MailPlace,
  found: TicketRecord | undefined,
  sender: CustomerRecord,
): Promise<Places> {
  if (sender.blocked_at !== null) {
    const closed = await newestClosedMailTicket(w.tx, sender.id)
    return { closed, live: closed === undefined && found?.status !== 'closed' ? found : undefined }
  }
  const stranger = place.aimedAt !== null
  const at = stranger ? await findTicket(w.tx, place.aimedAt ?? '') : found
  return at?.status === 'closed' ? { live: undefined, closed: at, stranger } : { live: at, closed: undefined, stranger }
}

function participantsOf(place: MailPlace, { to, cc }: MailFacts, settings: Settings): string[] {
  const own = ownAddresses(settings)
  const bounces = [...new Set(settings.email.mailboxes.map(({ forwardsTo }) => `bounces@${hostOf(forwardsTo)}`))]
  const all = participantsAfter(place.thread?.participants ?? [], { to, cc }, [...own, ...bounces])
  return all.slice(0, mostParticipants)
}
