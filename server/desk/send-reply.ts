import type { ChannelName } from '../protocol/channel.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { Action } from '../protocol/working.ts'
import { limits } from '../protocol/limits.ts'
import { isBlank, points } from '../protocol/text.ts'
import { addAttachments } from '../store/attachments.ts'
import { repliesAfter } from '../store/replies.ts'
import { findMessage } from '../store/threads.ts'
import { lockTicket } from '../store/tickets.ts'
import { trueType } from '../protocol/true-type.ts'
import { crossed, mayReplyBy, replied } from '../tickets/reply.ts'
import { unfilled } from '../tickets/macros.ts'
import { shape } from '../tickets/shape.ts'
import { actWithReply } from './act-with-reply.ts'
import { notesOf } from './arriving-files.ts'
import { currentSettings } from './current-settings.ts'
import { type Actor, type Desk, type Work, work } from './desk.ts'
import { draftSent } from './drafts.ts'
import { channelsOff } from './connections.ts'
import { replyMayBeMissed } from './follow-up.ts'
import { waitBegan } from './nudge.ts'
import { queueDelivery } from './queue-delivery.ts'
import { replyFacts } from './reply-facts.ts'
import { routeReply } from './route-reply.ts'
import { shortenLinks } from './short-links.ts'
import { waitsAfterReply } from '../tickets/waiting.ts'
import { silenceBegan } from './watch-silence.ts'
import { stateOf } from './ticket-state.ts'
import { onceMoreOnTwin } from './twin.ts'
import { statusLine } from './status-line.ts'
import { type Draft, writeEntries } from './write-entries.ts'
import { draftMail, queueMail } from './write-mail.ts'

/** `channel`: which way it goes, where a ticket has more than one; left out: the ticket's own. */
export type Reply = {
  id: string
  ticketId: string
  text: string
  channel?: ChannelName | undefined
  /** the last entry its writer had seen when they began; left out: it goes whatever came since. */
  knew?: number | undefined
  /** When its draft was written last; that draft is done then. */
  written?: number | undefined
  /** what is done to the ticket once it is sent. */
  actions?: readonly Action[] | undefined
  /** W-12: its customer goes on waiting; left out: this answers them. */
  still?: boolean | undefined
  /** R-8; left out: none. */
  files?: readonly ReplyFile[]
}
/** A file as an agent gives it; `type` is not believed. */
export type ReplyFile = { name: string; type: string; bytes: Buffer }

/**
 * An agent's answer, exactly once, if the rules let it go. It stands in the thread at once; what leaves the
 * house is queued with it. The same id again gets the first answer again.
 */
export async function sendReply(
  desk: Desk,
  agent: Actor,
  reply: Reply,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  if (isBlank(reply.text) && !reply.files?.length) return { refused: 'message_empty' }
  if (points(reply.text) > limits.textPoints) return { refused: 'message_too_long' }
  return onceMoreOnTwin(() => work(desk, (w) => sendIn(w, agent, reply)))
}

async function sendIn(
  w: Work,
  agent: Actor,
  reply: Reply,
): Promise<{ n: number; at: number } | { refused: ErrorCode }> {
  const ticket = await lockTicket(w.tx, reply.ticketId)
  if (ticket === undefined) return { refused: 'not_found' }
  const twin = await findMessage(w.tx, reply.id)
  if (twin !== undefined) {
    const own = twin.from === 'agent' && twin.authorId === agent.id && twin.ticketId === ticket.id
    return own ? { n: twin.seq, at: twin.at } : { refused: 'id_taken' }
  }
  const raw = unfilled(reply.text)
  if (raw !== null) return raw
  const channel = reply.channel ?? ticket.channel
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const state = stateOf(ticket)
  const facts = { ...(await replyFacts(w, ticket)), off: channelsOff(settings, w.desk.providers) }
  const leave = mayReplyBy(channel, state, facts, w.now)
  if ('refused' in leave) return leave
  if (reply.knew !== undefined) {
    const crossing = crossed(await repliesAfter(w.tx, ticket.id, reply.knew), agent.id)
    if (crossing !== null) return crossing
  }
  const files = filesOf(w, reply)
  const shaped = shape(channel, { text: reply.text, files })
  if ('refused' in shaped) return { refused: shaped.refused }
  const parts = shaped.parts.map((part, at) => ({
    id: at === 0 ? reply.id : w.desk.secrets.derivedId('part of a reply', `${reply.id} ${at}`),
    text: part.text,
    files: files.filter(({ id }) => part.files.some((file) => file.id === id)),
  }))

  const mail = channel === 'email' ? await draftMail(w, ticket, reply.text, settings) : null
  if (channel === 'email' && mail === null) return { refused: 'no_address' }

  const after = replied(state)
  const drafts: Draft[] = []
  const placed = await routeReply(w, ticket, after.status)
  if (after.status !== state.status) {
    drafts.push(statusLine({ status: after.status, snoozedUntil: null }, 'agent', agent))
  }
  drafts.push(...placed.before)
  for (const { id, text, files } of parts) {
    drafts.push({
      data: { type: 'message' },
      message: {
        id,
        from: 'agent',
        authorId: agent.id,
        channel,
        text,
        ...(mail && { mail: { subject: mail.subject, html: false, more: mail.transcript } }),
        ...(files.length > 0 && { files: notesOf(files) }),
      },
      by: agent,
    })
  }
  drafts.push(...placed.after)
  const written = await writeEntries(w, ticket, drafts, {
    status: after.status,
    snoozed_until: after.snoozedUntil,
    unread: after.unread,
    last_agent_at: w.now,
    waiting_since: waitsAfterReply(ticket, reply.still === true, w.now),
    ...placed.change,
    ...(after.status !== 'closed' && { closed_at: null }),
  })
  if (channel === 'web_chat') await replyMayBeMissed(w, ticket.id)
  await silenceBegan(w, written.ticket, settings)
  if (written.ticket.waiting_since !== null) await waitBegan(w, written.ticket, settings)
  if (reply.written !== undefined) await draftSent(w, agent, ticket.id, 'reply', reply.written)
  for (const { id, files } of parts) {
    await addAttachments(w.tx, { messageId: id, files, at: w.now, newId: w.desk.secrets.newId })
  }
  if (channel === 'sms' && settings.sms.shortenLinks) await shortenLinks(w, reply.id, reply.text)
  if (mail !== null) await queueMail(w, written.ticket, reply.id, mail, settings)
  else if (channel !== 'web_chat') for (const { id } of parts) await queueDelivery(w, written.ticket, id)
  await actWithReply(w, agent, ticket.id, reply.actions ?? [])
  return { n: written.entries.find((entry) => entry.message?.id === reply.id)?.seq ?? 0, at: w.now }
}

/** The files of a reply with ids that are the same at every try; their types are what their bytes say (S16). */
function filesOf(w: Work, { id, files = [] }: Reply) {
  return files.map(({ name, type, bytes }, at) => ({
    id: w.desk.secrets.derivedId('file of a reply', `${id} ${at}`),
    name,
    type: trueType(bytes, type),
    size: bytes.length,
    bytes,
    contentId: null,
  }))
}
