import type { Entry } from '../store/threads.ts'
import { appendToRunning, readRunning } from '../store/running.ts'
import { mayChat } from '../tickets/chat.ts'
import { leftAddress } from '../tickets/left-address.ts'
import { givenAnew } from '../tickets/routing.ts'
import { rings } from '../tickets/notices.ts'
import { waitsFrom } from '../tickets/waiting.ts'
import { topicsFor } from '../tickets/auto-tags.ts'
import { receive } from '../tickets/receive.ts'
import { arrivalOf } from './arrival.ts'
import { arrivedOf } from './arrived.ts'
import type { Change, Desk } from './desk.ts'
import { holdOf } from './hold.ts'
import { firstNudge } from './nudge.ts'
import type { Received } from './receive-message.ts'
import type { InboundMessage } from './take-in.ts'
import { metAnother } from './trouble.ts'
import { isTwin } from './twin.ts'
import { previewOf } from './write-entries.ts'

/**
 * The most common case of all, a message into a conversation that runs and is not answered automatically, in one look
 * and one statement. It is decided by the very same rule; null when it is another case, or when somebody was quicker:
 * then the ordinary way decides.
 */
export async function joinRunning(desk: Desk, inbound: InboundMessage): Promise<Received | null> {
  const { id, channel, threadKey, customerId, text } = inbound
  const found = await readRunning(desk.db, channel, threadKey, customerId)
  const { last: stored } = desk.settings
  if (found === undefined || stored === null || found.settings_version !== stored.version) return null
  if (channel === 'web_chat' && !mayChat(stored.settings)) return null

  const now = desk.clock.now()
  const blocked = found.blocked_at !== null
  const landing = receive(
    arrivalOf(
      stored.settings,
      inbound,
      { blocked, live: found, closed: undefined, watched: Boolean(found.watched) },
      now,
    ),
  )
  if (landing.ticket !== 'join' || landing.woke || landing.automatic !== null) return null
  // The mark goes, and more with it (S-8).
  if (found.spam !== landing.set.spam) return null
  // Somebody else is to have it (D-4).
  if (givenAnew(found.when_away ?? { do: 'keep' }, found.assignee_absent_since, now)) return null
  // It says where answers may go.
  if (leftAddress(text, []) !== null) return null
  // It brings a tag (D-5).
  if (topicsFor({ subject: null, text }, stored.settings.tagging, found.topics, { later: true }).length > 0) return null
  // Somebody is to be told by mail (M-6).
  const { notify, notifyChannels } = stored.settings.general
  if (landing.notify && notify.length > 0 && notifyChannels.includes(channel)) return null
  // Somebody's program is to be told (D-9).
  if (found.hooked) return null

  const message = { id, ticketId: found.id, seq: found.seq, customerId, channel, text, at: now }
  const { unread } = landing.set
  const waitingSince = waitsFrom(found, now)
  const begins = waitingSince === found.waiting_since ? null : { ...found, waiting_since: waitingSince }
  const nudgeAt = begins && firstNudge(begins, stored.settings)
  const row = { ...message, preview: previewOf(text), unread, waitingSince, nudgeAt }
  const written = await appendToRunning(desk.db, row).catch((error: unknown) => {
    if (isTwin(error) || metAnother(error)) return undefined
    throw error
  })
  if (written === undefined) return null
  const entry: Entry = {
    ticketId: found.id,
    seq: written.seq,
    customerSeq: written.customerSeq,
    at: now,
    data: { type: 'message' },
    message: { id, from: 'customer', authorId: customerId, channel, text },
    note: null,
    memberId: null,
    toMemberId: null,
    name: found.customer_name,
    toName: null,
  }
  // The statement is committed: now it may be told.
  const changes: Change[] = [
    { kind: 'entry', customerId, entry },
    { kind: 'ticket', ticketId: found.id },
  ]
  if (rings(landing, inbound.automatic ?? false, found.assignee_id !== null)) {
    const line = { text: previewOf(text), kind: null }
    changes.push(arrivedOf(found, { id, channel, customer: found.customer_name, ...line }))
  }
  desk.publish(changes)
  return { ticket: found.id, hold: holdOf(desk, found), n: written.customerSeq, at: now }
}
