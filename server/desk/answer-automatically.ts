import type { Settings } from '../protocol/settings.ts'
import { consentOf } from '../store/consents.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { lastAnswerTo, mailsAnsweredSince, type TicketRecord } from '../store/tickets.ts'
import { automaticAnswer, mostMailsAnHour } from '../tickets/automatic-answer.ts'
import type { Landing } from '../tickets/receive.ts'
import { hour } from '../tickets/ticket.ts'
import type { Work } from './desk.ts'
import { canMail } from './mailboxes.ts'
import { ownAddresses, textValues } from './shop-addresses.ts'
import type { InboundMessage } from './take-in.ts'
import { writeAutomatic } from './write-automatic.ts'
import { draftMail } from './write-mail.ts'

type Arrived = {
  inbound: InboundMessage
  customer: CustomerRecord
  landing: Landing
  /** The ticket as it was before the message, and as it is with it. */
  was: TicketRecord
  ticket: TicketRecord
}

/**
 * Answers a message that has just come in, where a rule asks for it: W-8, M-2, the acknowledgement of mails; P-5 holds
 * for all of them. The one place from which anything is answered automatically, but for keywords (M-1).
 */
export async function answerAutomatically(w: Work, arrived: Arrived, settings: Settings): Promise<TicketRecord> {
  const { inbound, customer, landing, was, ticket } = arrived
  if (landing.ticket === 'spam') return ticket
  const { channel, remote } = inbound
  const answer = automaticAnswer(
    {
      landing,
      sender: {
        channel,
        // A shopper's name is the shop's word; they have no address that could be a machine's.
        address: remote?.from.value ?? customer.id,
        automatic: inbound.automatic ?? false,
        blocked: customer.blocked_at !== null,
        spam: false,
        lastAnswerAt: channel === 'email' ? await lastAnswerTo(w.tx, customer.id, channel) : was.last_automatic_at,
      },
      answersWriter: remote?.answerTo === undefined || remote.answerTo.value === remote.from.value,
      consent: await consentOf(w.tx, customer.id, channel),
      wasSpam: was.spam,
      lastAgentAt: was.last_agent_at,
      mailsAnswered: channel === 'email' ? await mailsAnsweredSince(w.tx, w.now - hour, mostMailsAnHour) : 0,
      settings: {
        ...textValues(settings),
        autoresponder: settings.sms.autoresponder,
        acknowledgement: settings.email.acknowledgement,
        ownAddresses: ownAddresses(settings),
      },
    },
    w.now,
  )
  if (answer === null || 'refused' in answer) return ticket

  const { text, kind } = answer
  const id = w.desk.secrets.derivedId('automatic answer', inbound.id)
  const mayMail = channel === 'email' && canMail(settings, w.desk.providers)
  const letter = mayMail ? await draftMail(w, ticket, text, settings) : null
  if (channel === 'email' && letter === null) return ticket
  // S14: the subject is their words, and would travel to whoever they say they are.
  const mail = letter && {
    ...letter,
    subject: settings.email.acknowledgement.subject.trim() || settings.general.shopName,
  }
  return writeAutomatic(w, ticket, { id, sent: 'answer', channel, text, mail }, settings, {
    last_automatic_at: w.now,
    ...(kind === 'outside' && { last_outside_at: w.now }),
  })
}
