import { mailTo } from '../store/customers.ts'
import { lastMailLost } from '../store/deliveries.ts'
import { noteAsked } from '../store/satisfaction.ts'
import { lastAnswerTo, type TicketRecord } from '../store/tickets.ts'
import { setTimer } from '../store/timers.ts'
import { askByMailAt, firstAskByMail } from '../tickets/satisfaction.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { canMail } from './mailboxes.ts'
import { questionId } from './rating-link.ts'
import { lockWithCustomer, overOf } from './satisfaction.ts'
import { ownAddresses } from './shop-addresses.ts'
import { writeAutomatic } from './write-automatic.ts'
import { draftQuestion } from './write-mail.ts'

/** D-10: a ticket has been closed that mail can reach. Whether its customer is asked by mail is looked at later. */
export async function mayBeAskedByMail(w: Work, { id, channel }: TicketRecord): Promise<void> {
  if (channel !== 'email' && channel !== 'web_chat') return
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  if (settings.webChat.satisfaction) await setTimer(w.tx, 'satisfaction', id, firstAskByMail(w.now))
}

/**
 * D-10: asks by mail how it was, if that holds at this very moment. That they were asked, the mail and its errand are one
 * transaction with the customer locked, and its id is the ticket's: there is no second one, whatever dies.
 */
export async function askByMail(w: Work, ticketId: string): Promise<void> {
  const found = await lockWithCustomer(w, ticketId)
  if (found === undefined || found.ticket.closed_at === null) return
  const { ticket, customer } = found
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const chat = ticket.channel === 'web_chat'
  const address = canMail(settings, w.desk.providers) ? (chat ? mailTo(customer) : ticket.to_value) : null
  const at = askByMailAt({
    over: await overOf(w, found),
    closedAt: found.ticket.closed_at,
    inDrawer: chat && customer.online,
    address,
    own: ownAddresses(settings),
    lost: address !== null && (await lastMailLost(w.tx, address)),
    lastAnswerAt: await lastAnswerTo(w.tx, customer.id, 'email'),
  })
  if (at === null) return
  if (at > w.now) return setTimer(w.tx, 'satisfaction', ticketId, at)

  const mail = await draftQuestion(w, ticket, settings)
  if (mail === null) return
  const id = questionId(w.desk, ticketId)
  await noteAsked(w.tx, ticketId, customer.id, w.now)
  // After the end nothing more is sent to the shopper (W-6).
  const asked = { id, sent: 'satisfaction' as const, channel: 'email' as const, text: mail.whole, mail, hidden: true }
  // It answers nobody: answers and their limits (P-5, S14) do not count it.
  await writeAutomatic(w, ticket, asked, settings, {})
}
