import { findCustomer, mailTo } from '../store/customers.ts'
import { chatToFollowUp, missedReplies } from '../store/follow-ups.ts'
import { lastStatus } from '../store/status-lines.ts'
import { lockTicket } from '../store/tickets.ts'
import { setTimer } from '../store/timers.ts'
import { followUpAfterReply, followUpAt } from '../tickets/follow-up.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { canMail } from './mailboxes.ts'
import { writeAutomatic } from './write-automatic.ts'
import { draftFollowUp } from './write-mail.ts'

/** Replies that one mail holds, the newest. */
const mostReplies = 50

/** W-10: an agent has written in a web chat. Whether its shopper sees it is asked when the time has come. */
export function replyMayBeMissed(w: Work, ticketId: string): Promise<void> {
  return setTimer(w.tx, 'follow_up', ticketId, followUpAfterReply(w.now))
}

/** W-10: a shopper has gone offline. */
export async function shopperLeft(w: Work, customerId: string): Promise<void> {
  const ticketId = await chatToFollowUp(w.tx, customerId)
  if (ticketId !== undefined) await setTimer(w.tx, 'follow_up', ticketId, w.now)
}

/**
 * W-10: the one mail about what a shopper missed, if that holds at this very moment. The mail, its errand and the note
 * that it is gone are one transaction, and its id is the conversation's: there is no second one, whatever dies.
 */
export async function followUp(w: Work, ticketId: string): Promise<void> {
  const ticket = await lockTicket(w.tx, ticketId)
  if (ticket === undefined || ticket.channel !== 'web_chat') return
  const customer = await findCustomer(w.tx, ticket.customer_id)
  if (customer === undefined) return
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const missed = await missedReplies(w.tx, ticketId, ticket.customer_seen, mostReplies)
  const ended = ticket.status === 'closed' ? await lastStatus(w.tx, ticketId) : undefined
  const at = followUpAt({
    online: customer.online,
    unseenAt: missed.at(-1)?.at ?? null,
    sent: ticket.followed_up_at !== null,
    endedByShopper: ended?.by === 'customer',
    blocked: customer.blocked_at !== null,
    spam: ticket.spam,
    reachable: mailTo(customer) !== null && canMail(settings, w.desk.providers),
  })
  if (at === null) return
  if (at > w.now) return setTimer(w.tx, 'follow_up', ticketId, at)

  const mail = await draftFollowUp(w, ticket, missed, settings)
  if (mail === null) return
  const id = w.desk.secrets.derivedId('follow-up', ticketId)
  // In the drawer the replies themselves stand.
  const said = { id, sent: 'follow_up' as const, channel: 'email' as const, text: mail.whole, mail, hidden: true }
  await writeAutomatic(w, ticket, said, settings, { followed_up_at: w.now })
}
