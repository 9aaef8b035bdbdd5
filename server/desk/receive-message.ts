import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import { isBlank, points } from '../protocol/text.ts'
import { type CustomerRecord, lockCustomer } from '../store/customers.ts'
import { isWatched } from '../store/pages.ts'
import { countHiddenMessages, findMessage } from '../store/threads.ts'
import { dropTimer } from '../store/timers.ts'
import { createTicket, findTicket, lockLiveTicket, lockNewestClosed, type TicketRecord } from '../store/tickets.ts'
import { mayChat } from '../tickets/chat.ts'
import { type Landing, receive } from '../tickets/receive.ts'
import { arrivalOf } from './arrival.ts'
import { tellSnoozeOver } from './change-status.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, type Work, work } from './desk.ts'
import { holdOf } from './hold.ts'
import { joinRunning } from './join-running.ts'
import { shadowOf } from './shadow.ts'
import { onceMoreOnTwin } from './twin.ts'
import { type Draft, writeEntries } from './write-entries.ts'

/** A customer's message as a door hands it on. The id was made by its writer before the first try. */
export type InboundMessage = { id: string; customerId: string; channel: ChannelName; threadKey: string; text: string }

export type Received = { ticket: string; hold: string; n: number; at: number }

/**
 * Takes a customer's message in, exactly once (I1): finds or makes its ticket by the rule book, stores it, and answers
 * it automatically where W-8 says so. The same id again gets the first answer again.
 */
export async function receiveMessage(desk: Desk, inbound: InboundMessage): Promise<Received | { refused: ErrorCode }> {
  if (isBlank(inbound.text)) return { refused: 'message_empty' }
  if (points(inbound.text) > limits.textPoints) return { refused: 'message_too_long' }
  return (await joinRunning(desk, inbound)) ?? onceMoreOnTwin(() => work(desk, (w) => receiveIn(w, inbound)))
}

async function receiveIn(w: Work, inbound: InboundMessage): Promise<Received | { refused: ErrorCode }> {
  const customer = await lockCustomer(w.tx, inbound.customerId)
  if (customer === undefined) return { refused: 'not_found' }
  const twin = await findMessage(w.tx, inbound.id)
  if (twin !== undefined) {
    return twin.from === 'customer' && twin.authorId === customer.id ? firstAnswer(w, twin) : { refused: 'id_taken' }
  }
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  if (inbound.channel === 'web_chat' && !mayChat(settings)) return { refused: 'chat_off' }

  const live = await lockLiveTicket(w.tx, inbound.channel, inbound.threadKey)
  const closed = live === undefined ? await lockNewestClosed(w.tx, inbound.channel, inbound.threadKey) : undefined
  const blocked = customer.blocked_at !== null
  const watched = live !== undefined && (await isWatched(w.tx, live.id))
  const landing = receive(arrivalOf(settings, inbound, { blocked, live, closed, watched }, w.now))
  return land(w, inbound, customer, landing, live ?? closed)
}

async function land(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  landing: Landing,
  found: TicketRecord | undefined,
): Promise<Received | { refused: ErrorCode }> {
  const message = messageEntry(inbound, customer)
  if (landing.ticket === 'append' || landing.ticket === 'born_closed') {
    // S-9: kept for the team, shown to nobody as news, and the sender is not told.
    const ticket = landing.ticket === 'append' && found ? found : await openTicket(w, inbound, 'closed', false)
    await writeEntries(w, ticket, [{ ...message, hidden: true }], {}, true)
    return shadowAnswer(w, ticket.id, w.now)
  }

  const ticket =
    landing.ticket === 'new' || found === undefined ? await openTicket(w, inbound, 'open', landing.set.unread) : found
  const drafts: Draft[] = []
  if (landing.ticket === 'reopen' || (landing.ticket === 'join' && landing.woke)) {
    drafts.push({ data: { type: 'status', status: 'open', by: 'customer', until: null } })
    await dropTimer(w.tx, 'snooze', ticket.id)
    if (landing.ticket === 'join') tellSnoozeOver(w, ticket, customer.name, 'message')
  }
  drafts.push(message)
  if (landing.automatic !== null) {
    drafts.push({
      data: { type: 'message' },
      message: {
        id: w.desk.secrets.derivedId('automatic answer', inbound.id),
        from: 'automatic',
        authorId: null,
        channel: inbound.channel,
        text: landing.automatic.text,
      },
    })
  }
  const { entries } = await writeEntries(w, ticket, drafts, {
    status: landing.set.status,
    snoozed_until: landing.set.snoozedUntil,
    unread: landing.set.unread,
    closed_at: null,
    last_customer_at: w.now,
    ...(landing.automatic?.kind === 'outside' && { last_outside_at: w.now }),
  })
  const written = entries.find((entry) => entry.message?.id === inbound.id)
  return { ticket: ticket.id, hold: holdOf(w.desk, ticket), n: written?.customerSeq ?? 0, at: w.now }
}

function messageEntry(inbound: InboundMessage, customer: CustomerRecord): Draft {
  const { id, channel, text } = inbound
  return {
    data: { type: 'message' },
    message: { id, from: 'customer', authorId: customer.id, channel, text },
    customerName: customer.name,
  }
}

function openTicket(w: Work, inbound: InboundMessage, status: 'open' | 'closed', unread: boolean) {
  const { channel, customerId, threadKey } = inbound
  const id = w.desk.secrets.derivedId('ticket', inbound.id)
  return createTicket(w.tx, { id, channel, customerId, threadKey, status, unread, at: w.now })
}

async function firstAnswer(
  w: Work,
  twin: { ticketId: string; customerSeq: number | null; seq: number; at: number },
): Promise<Received> {
  if (twin.customerSeq === null) return shadowAnswer(w, twin.ticketId, twin.at, twin.seq)
  const ticket = await findTicket(w.tx, twin.ticketId)
  if (ticket === undefined) throw new Error('A message stands without its ticket.')
  return { ticket: ticket.id, hold: holdOf(w.desk, ticket), n: twin.customerSeq, at: twin.at }
}

/** What a blocked sender is answered: a conversation that looks like any other, and is nowhere (S-9). */
async function shadowAnswer(w: Work, ticketId: string, at: number, upTo?: number): Promise<Received> {
  const shadow = shadowOf(w.desk, ticketId)
  const n = await countHiddenMessages(w.tx, ticketId, upTo ?? null)
  return { ticket: shadow, hold: w.desk.secrets.sign('hold', shadow), n, at }
}
