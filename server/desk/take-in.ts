import type { ChannelName } from '../protocol/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import type { MailSign } from '../protocol/signs.ts'
import type { Story } from '../protocol/thread.ts'
import type { CustomerRecord } from '../store/customers.ts'
import type { KnownAs } from '../store/identities.ts'
import { isWatched } from '../store/pages.ts'
import type { FileNote } from '../store/attachments.ts'
import { changeTags } from '../store/tags.ts'
import type { Entry, MailNote } from '../store/threads.ts'
import { createTicket, lockLiveTicket, lockNewestClosed, type TicketRecord } from '../store/tickets.ts'
import { rings, toldByMail } from '../tickets/notices.ts'
import { type Follows, type Landing, receive } from '../tickets/receive.ts'
import type { Part } from '../tickets/text/weigh.ts'
import { waitsFrom } from '../tickets/waiting.ts'
import { answerAutomatically } from './answer-automatically.ts'
import { arrivalOf } from './arrival.ts'
import { arrivedOf } from './arrived.ts'
import { tellSnoozeOver } from './change-status.ts'
import type { Work } from './desk.ts'
import { waitBegan } from './nudge.ts'
import { queueNotices } from './notices.ts'
import { routeArrival } from './route-arrival.ts'
import { scanMessage } from './scan-message.ts'
import { tagsOfArrival } from './tag-message.ts'
import { ownAddresses } from './shop-addresses.ts'
import { keepSnooze, statusLine } from './status-line.ts'
import { type Draft, writeEntries } from './write-entries.ts'

/** A customer's message as a door hands it on. The id was made by its writer, or of the provider's, and never changes. */
export type InboundMessage = {
  id: string
  customerId: string
  channel: ChannelName
  threadKey: string
  text: string
  /**
   * Where it came from and which of our addresses it was sent to; null for web chat, which stays in the house.
   * `answerTo`: who is answered, where that is not who wrote (T-2). `late`: a newer one to another address of ours was
   * here before it, so that answers go on leaving from there.
   */
  remote: { from: KnownAs; to: string; subject: string | null; answerTo?: KnownAs; late?: boolean } | null
  mail?: MailNote
  /** What came with it, and the story it speaks of; left out: nothing. */
  files?: FileNote[]
  story?: Story
  /** A machine wrote it (P-5); left out: a person. */
  automatic?: boolean
  /** Of a mail, for the scanner: all of its text, what it quotes too, and what it shows beside it (S-8). */
  whole?: string
  signs?: readonly MailSign[]
}

/** What was found of the message's thread. `stranger`: its sender takes no part in it (T-2). */
export type Places = { live: TicketRecord | undefined; closed: TicketRecord | undefined; stranger?: boolean }

type Keep = (ticket: TicketRecord, shadow: boolean) => Promise<void>

/** `shadow`: kept for the team where the sender, who is blocked, does not hear of it (S-9). */
export type Taken = { ticket: TicketRecord; entry: Entry | undefined; shadow: boolean }

/**
 * Puts a message whose customer is locked into its ticket, as the rule book says (T-1 to T-7), with what follows from
 * it: the end of a snooze, a ticket opened or reopened, an automatic answer. The caller's transaction holds all of it.
 */
export async function takeIn(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  settings: Settings,
): Promise<Taken> {
  const live = await lockLiveTicket(w.tx, inbound.channel, inbound.threadKey)
  const closed = live === undefined ? await lockNewestClosed(w.tx, inbound.channel, inbound.threadKey) : undefined
  return takeInto(w, inbound, customer, settings, { live, closed })
}

/**
 * As `takeIn`, where the caller knows what there is and has locked it: a mail's thread says so, not its sender (T-2).
 * `keep` writes what belongs beside the message, before it is answered.
 */
export async function takeInto(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  settings: Settings,
  { live, closed, stranger = false }: Places,
  keep: Keep = async () => undefined,
): Promise<Taken> {
  const blocked = customer.blocked_at !== null
  const at = live ?? closed
  const watched = at !== undefined && (await isWatched(w.tx, at.id))
  const arrival = arrivalOf(settings, inbound, { blocked, live, closed, watched }, w.now)
  const judged = await scanMessage(w.tx, settings, {
    channel: inbound.channel,
    customer,
    into: stranger ? undefined : at,
    text: inbound.whole ?? inbound.text,
    subject: inbound.remote?.subject,
    signs: inbound.signs,
  })
  const landing = receive({ ...arrival, stranger, spam: judged.spam })
  return land(w, inbound, customer, settings, landing, live ?? closed, judged.reasons, keep)
}

async function land(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  settings: Settings,
  landing: Landing,
  found: TicketRecord | undefined,
  why: readonly Part[],
  keep: Keep,
): Promise<Taken> {
  if (landing.ticket === 'append' || landing.ticket === 'born_closed') {
    const into = landing.ticket === 'append' && found ? found : await openTicket(w, inbound, 'closed', false)
    const { ticket } = await writeEntries(w, into, [messageEntry(inbound, customer, true)], {}, true)
    await keep(ticket, true)
    return { ticket, entry: undefined, shadow: true }
  }

  const opens = landing.ticket === 'new' || found === undefined || (landing.ticket === 'spam' && landing.to === 'new')
  const known = opens ? undefined : found
  const tagged = await tagsOfArrival(w, inbound, landing, known, settings.tagging)
  // Before the ticket is made: nobody may wait for a turn who holds the counters (`takeTurn`).
  const placed = await routeArrival(w, inbound, customer, landing, known, tagged.ids)
  const into =
    known ?? (await openTicket(w, inbound, 'open', landing.set.unread, 'follows' in landing ? landing.follows : null))
  await changeTags(w.tx, into.id, tagged.ids, [])
  const drafts: Draft[] = []
  if (landing.ticket === 'reopen' || (landing.ticket === 'join' && landing.woke)) {
    const open = { status: 'open', snoozedUntil: null } as const
    drafts.push(statusLine(open, 'customer', null))
    await keepSnooze(w, into.id, open)
    drafts.push(...placed.before)
    if (landing.ticket === 'join') tellSnoozeOver(w, into, customer.name, 'message')
  }
  const isSpam = landing.ticket === 'spam'
  drafts.push(messageEntry(inbound, customer, false))
  // Its mark has a line of its own, when it comes and when it goes (S-8).
  if (isSpam && landing.set.spam && !into.spam) drafts.push({ data: { type: 'spam', on: true, why: [...why] } })
  if (!isSpam && into.spam) drafts.push({ data: { type: 'spam', on: false } })
  drafts.push(...tagged.drafts, ...placed.after)
  const { ticket: landed, entries } = await writeEntries(w, into, drafts, {
    status: landing.set.status,
    snoozed_until: landing.set.snoozedUntil,
    unread: landing.set.unread,
    spam: landing.set.spam,
    closed_at: landing.set.status === 'closed' ? into.closed_at : null,
    last_customer_at: w.now,
    // What a machine wrote waits for nobody.
    ...(!isSpam && !inbound.automatic && { waiting_since: waitsFrom(into, w.now) }),
    ...placed.change,
    ...tagged.change,
    // Answers leave from the address last written to, to the name last written from (T-3, T-4). A web chat has neither.
    ...(inbound.remote !== null &&
      into.channel === inbound.channel &&
      !(inbound.remote.late && into.to_kind !== null) &&
      addressesOf(inbound.remote)),
  })
  if (landed.waiting_since !== into.waiting_since) await waitBegan(w, landed, settings)
  await keep(landed, false)
  const ticket = await answerAutomatically(w, { inbound, customer, landing, was: into, ticket: landed }, settings)
  const entry = entries.find(({ message }) => message?.id === inbound.id)
  if (rings(landing, inbound.automatic ?? false, ticket.assignee_id !== null)) {
    const line = { text: ticket.preview_text ?? '', kind: ticket.preview_kind }
    w.tell(arrivedOf(ticket, { id: inbound.id, channel: inbound.channel, customer: customer.name, ...line }))
  }
  const { notify: addresses, notifyChannels: channels } = settings.general
  const told = toldByMail(landing, inbound, { addresses, channels, own: ownAddresses(settings) })
  await queueNotices(w, ticket, entry?.seq ?? ticket.seq, told)
  return { ticket, entry, shadow: false }
}

function addressesOf({ from, to, answerTo = from }: NonNullable<InboundMessage['remote']>) {
  return { to_kind: answerTo.kind, to_value: answerTo.value, brand_address: to }
}

function messageEntry(inbound: InboundMessage, customer: CustomerRecord, unheard: boolean): Draft {
  const { id, channel, text, mail, files, story } = inbound
  return {
    data: { type: 'message', ...(story && { story }) },
    message: {
      id,
      from: 'customer',
      authorId: customer.id,
      channel,
      text,
      unheard,
      ...(mail && { mail }),
      ...(files && { files }),
    },
    hidden: unheard,
    customerName: customer.name,
    ...(inbound.automatic && { byMachine: true }),
  }
}

function openTicket(
  w: Work,
  inbound: InboundMessage,
  status: 'open' | 'closed',
  unread: boolean,
  follows: Follows | null = null,
) {
  const { channel, customerId, threadKey } = inbound
  const id = w.desk.secrets.derivedId('ticket', inbound.id)
  const subject = inbound.remote?.subject ?? null
  const followsId = follows?.ticket ?? null
  return createTicket(w.tx, { id, channel, customerId, threadKey, status, unread, subject, followsId, at: w.now })
}
