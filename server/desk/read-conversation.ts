import type { Conversation, HoursNow } from '../protocol/customer-events.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { limits } from '../protocol/limits.ts'
import type { Settings } from '../protocol/settings.ts'
import type { ThreadEvent } from '../protocol/thread.ts'
import type { Db } from '../store/connect.ts'
import { findCustomer } from '../store/customers.ts'
import { countUnseen, entriesAfter, pageBefore } from '../store/threads.ts'
import { findLiveTicket, findTicket, type TicketRecord } from '../store/tickets.ts'
import { mayChat } from '../tickets/chat.ts'
import { hoursNow } from '../tickets/office-hours.ts'
import { mayFetch } from '../tickets/visible.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { holdOf, holds } from './hold.ts'
import { stateOf } from './ticket-state.ts'
import { viewsFor } from './thread-view.ts'

/** The key of a shopper's one running conversation, the same for all tabs and devices (T-1). */
export function webChatKey(customerId: string): string {
  return customerId
}

type Synced = {
  conversation: Conversation | null
  events: ThreadEvent[]
  earlier: boolean
  more: boolean
  hours: HoursNow | null
  left?: string | null
}

/** What a shopper's page has to know: its first load, or what came after the number `after` (W-6, P-1). */
export async function readConversation(
  desk: Desk,
  customerId: string,
  ask: { ticket: string | null; after: number; hold?: string | undefined },
): Promise<Synced | { refused: ErrorCode }> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const hours = hoursOf(settings, desk.clock.now())
  const ticket =
    ask.ticket === null
      ? await findLiveTicket(desk.db, 'web_chat', webChatKey(customerId))
      : await ownTicket(desk, customerId, ask.ticket, ask.hold)
  if (ticket === undefined) return { conversation: null, events: [], earlier: false, more: false, hours }

  const customer = await findCustomer(desk.db, customerId)
  const page =
    ask.after === 0
      ? await pageBefore(desk.db, ticket.id, 'customer', null, limits.threadPage)
      : { entries: await entriesAfter(desk.db, ticket.id, 'customer', ask.after, limits.syncPage), earlier: false }
  const events = viewsFor('customer', page.entries)
  const last = Math.max(ticket.customer_seq, events.at(-1)?.n ?? 0)
  return {
    conversation: {
      ticket: ticket.id,
      closed: ticket.status === 'closed',
      hold: holdOf(desk, ticket),
      last,
      seen: ticket.customer_seen,
    },
    events,
    earlier: page.earlier,
    more: (events.at(-1)?.n ?? last) < last,
    hours,
    ...(customer?.email === null && { left: customer.left_email }),
  }
}

/** Older entries of a conversation that the page holds. */
export async function readOlder(
  desk: Desk,
  customerId: string,
  ask: { ticket: string; before: number; hold: string },
): Promise<{ events: ThreadEvent[]; earlier: boolean } | { refused: ErrorCode }> {
  const ticket = await ownTicket(desk, customerId, ask.ticket, ask.hold)
  if (ticket === undefined) return { refused: 'not_found' }
  const page = await pageBefore(desk.db, ticket.id, 'customer', ask.before, limits.threadPage)
  return { events: viewsFor('customer', page.entries), earlier: page.earlier }
}

/** What the loader asks once on a page with a token: is there anything to load the hub for? */
export async function readSession(
  desk: Desk,
  customerId: string,
): Promise<{ chat: boolean; running: boolean; unread: number }> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const chat = mayChat(settings)
  const ticket = chat ? await findLiveTicket(desk.db, 'web_chat', webChatKey(customerId)) : undefined
  const unread = ticket === undefined ? 0 : await countUnseen(desk.db, ticket.id, ticket.customer_seen)
  return { chat, running: ticket !== undefined, unread }
}

/** The customer's live web chat ticket, if one runs. */
export function runningConversation(desk: Desk, customerId: string): Promise<TicketRecord | undefined> {
  return runningTicket(desk.db, customerId)
}

/** The same within a transaction. */
export function runningTicket(db: Db, customerId: string): Promise<TicketRecord | undefined> {
  return findLiveTicket(db, 'web_chat', webChatKey(customerId))
}

/** W-6, P-1: the conversation, if it is this shopper’s and their page may fetch it. */
export async function ownTicket(
  desk: Desk,
  customerId: string,
  ticketId: string,
  hold: string | undefined,
): Promise<TicketRecord | undefined> {
  const ticket = await findTicket(desk.db, ticketId)
  if (ticket === undefined || ticket.customer_id !== customerId) return undefined
  return mayFetch(stateOf(ticket), holds(desk, ticketId, hold)) ? ticket : undefined
}

/** W-2, W-7: what pages are told when the settings change: the agents' the version, the shoppers' all that they need. */
export async function readSettingsNow(desk: Desk): Promise<{ version: number; on: boolean; hours: HoursNow | null }> {
  const { version, settings } = await currentSettings(desk.settings, desk.db)
  return { version, on: mayChat(settings), hours: hoursOf(settings, desk.clock.now()) }
}

const hoursOf = ({ webChat, general }: Settings, now: number) => hoursNow(webChat.officeHours, general.timeZone, now)

/** May this shopper chat right now? A blocked one is not told (S-9). */
export async function shopperMayChat(desk: Desk): Promise<boolean> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  return mayChat(settings)
}
