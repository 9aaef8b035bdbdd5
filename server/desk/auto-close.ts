import type { AutoClose } from '../protocol/auto-close.ts'
import { filledText } from '../protocol/filled-text.ts'
import type { Settings } from '../protocol/settings.ts'
import { lastWriter } from '../store/silence.ts'
import { lastStatus } from '../store/status-lines.ts'
import { lastAnswerTo, lockTicket, type TicketRecord } from '../store/tickets.ts'
import { setTimer } from '../store/timers.ts'
import { autoCloseStep, warningOf } from '../tickets/auto-close.ts'
import { automaticRefusal } from '../tickets/automatic-guard.ts'
import { mayReplyBy } from '../tickets/reply.ts'
import { close } from '../tickets/status.ts'
import { minute } from '../tickets/ticket.ts'
import { apply } from './change-status.ts'
import { channelsOff } from './connections.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { replyFacts } from './reply-facts.ts'
import { ownAddresses, textValues } from './shop-addresses.ts'
import { stateOf } from './ticket-state.ts'
import { autoCloseOf } from './watch-silence.ts'
import { writeAutomatic } from './write-automatic.ts'
import { writeEntries } from './write-entries.ts'
import { draftMail } from './write-mail.ts'

/** D-6: closes a ticket whose customer is silent, warns them before, or looks again later. */
export async function closeSilent(w: Work, ticketId: string): Promise<void> {
  const ticket = await lockTicket(w.tx, ticketId)
  if (ticket === undefined) return
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const setting = autoCloseOf(settings, ticket.channel)
  const last = await lastStatus(w.tx, ticketId)
  const silence = {
    ...stateOf(ticket),
    spam: ticket.spam,
    waitingSince: ticket.waiting_since,
    lastBy: await lastWriter(w.tx, ticketId),
    lastAgentAt: ticket.last_agent_at,
    lastCustomerAt: ticket.last_customer_at,
    openedAt: last?.status === 'open' ? last.at : null,
    warnedAt: ticket.close_warned_at,
    mayWarn: await mayWarn(w, ticket, settings),
  }
  const step = autoCloseStep(setting, silence, w.now)
  if (step === null) return
  if (step.do === 'wait') return setTimer(w.tx, 'auto_close', ticketId, step.until)
  if (step.do === 'close') return void (await apply(w, ticket, null, close(stateOf(ticket)), 'timer'))
  await warn(w, ticket, setting, settings)
  await setTimer(w.tx, 'auto_close', ticketId, w.now + setting.warnMinutes * minute)
}

/** as for an agent's answer, P-5 as for an automatic one. */
async function mayWarn(w: Work, ticket: TicketRecord, settings: Settings): Promise<boolean> {
  const { channel, spam, to_value } = ticket
  const facts = { ...(await replyFacts(w, ticket)), off: channelsOff(settings, w.desk.providers) }
  if ('refused' in mayReplyBy(channel, stateOf(ticket), facts, w.now)) return false
  if (channel === 'web_chat') return true
  const lastAnswerAt = await lastAnswerTo(w.tx, ticket.customer_id, channel)
  const sender = { channel, address: to_value ?? '', automatic: false, blocked: facts.blocked, spam, lastAnswerAt }
  return automaticRefusal(sender, ownAddresses(settings), w.now) === null
}

/** The message is automatic: it is no reply, and the ticket stays as it is. Without words that can be sent it is left out. */
async function warn(w: Work, ticket: TicketRecord, setting: AutoClose, settings: Settings): Promise<void> {
  const text = filledText(warningOf(setting) ?? '', textValues(settings))
  const { channel } = ticket
  const mail = channel === 'email' && text !== null ? await draftMail(w, ticket, text, settings) : null
  const change = { close_warned_at: w.now }
  if (text === null || (channel === 'email' && mail === null)) return void (await writeEntries(w, ticket, [], change))
  const id = w.desk.secrets.derivedId('close warning', `${ticket.id} ${w.now}`)
  const warning = { id, sent: 'close_warning' as const, channel, text, mail }
  await writeAutomatic(w, ticket, warning, settings, { ...change, last_automatic_at: w.now })
}
