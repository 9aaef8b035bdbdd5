import type { ErrorCode } from '../protocol/errors.ts'
import { filesMisfit } from '../protocol/file-room.ts'
import { limits } from '../protocol/limits.ts'
import { shopperFiles } from '../protocol/shopper-files.ts'
import { isBlank, points } from '../protocol/text.ts'
import { addAttachments } from '../store/attachments.ts'
import { lockCustomer } from '../store/customers.ts'
import { countHiddenMessages, findMessage } from '../store/threads.ts'
import { findTicket } from '../store/tickets.ts'
import { mayChat } from '../tickets/chat.ts'
import { trueType } from '../protocol/true-type.ts'
import { notesOf } from './arriving-files.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, type Work, work } from './desk.ts'
import { holdOf } from './hold.ts'
import { joinRunning } from './join-running.ts'
import { leftInMessage } from './leave-address.ts'
import { shadowOf } from './shadow.ts'
import { type InboundMessage, takeIn } from './take-in.ts'
import { onceMoreOnTwin } from './twin.ts'

/** A file as a shopper gives it; `type` is not believed. */
export type GivenFile = { name: string; type: string; bytes: Buffer }

export type Received = { ticket: string; hold: string; n: number; at: number }

/**
 * Takes a shopper's chat message in, exactly once (I1): finds or makes its ticket by the rule book, stores it, and answers
 * it automatically where W-8 says so. The same id again gets the first answer again.
 */
export async function receiveMessage(
  desk: Desk,
  inbound: InboundMessage,
  given: readonly GivenFile[] = [],
): Promise<Received | { refused: ErrorCode }> {
  if (isBlank(inbound.text) && given.length === 0) return { refused: 'message_empty' }
  if (points(inbound.text) > limits.textPoints) return { refused: 'message_too_long' }
  if (given.length === 0) {
    return (await joinRunning(desk, inbound)) ?? onceMoreOnTwin(() => work(desk, (w) => receiveIn(w, inbound, [])))
  }
  const files = keptFiles(desk, inbound.id, given)
  const misfit = filesMisfit(shopperFiles, files)
  if (misfit !== null) return { refused: misfit.refused }
  return onceMoreOnTwin(() => work(desk, (w) => receiveIn(w, { ...inbound, files: notesOf(files) }, files)))
}

/** With ids that are the same at every try; their types are what their bytes say (S16). */
function keptFiles(desk: Desk, messageId: string, given: readonly GivenFile[]) {
  return given.map(({ name, type, bytes }, at) => ({
    id: desk.secrets.derivedId('file of a chat message', `${messageId} ${at}`),
    name,
    type: trueType(bytes, type),
    size: bytes.length,
    bytes,
    contentId: null,
  }))
}

async function receiveIn(
  w: Work,
  inbound: InboundMessage,
  files: ReturnType<typeof keptFiles>,
): Promise<Received | { refused: ErrorCode }> {
  const customer = await lockCustomer(w.tx, inbound.customerId)
  if (customer === undefined) return { refused: 'not_found' }
  const twin = await findMessage(w.tx, inbound.id)
  if (twin !== undefined) {
    return twin.from === 'customer' && twin.authorId === customer.id ? firstAnswer(w, twin) : { refused: 'id_taken' }
  }
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  if (!mayChat(settings)) return { refused: 'chat_off' }

  const { ticket, entry, shadow } = await takeIn(w, inbound, customer, settings)
  await addAttachments(w.tx, { messageId: inbound.id, files, at: w.now, newId: w.desk.secrets.newId })
  if (shadow) return shadowAnswer(w, ticket.id, w.now)
  // nobody vouches for it, so it is no name of theirs.
  await leftInMessage(w, customer, inbound.text)
  return { ticket: ticket.id, hold: holdOf(w.desk, ticket), n: entry?.customerSeq ?? 0, at: w.now }
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
