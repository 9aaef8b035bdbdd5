import type { Settings } from '../protocol/settings.ts'
import { consentOf } from '../store/consents.ts'
import type { CustomerRecord } from '../store/customers.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { automaticRefusal } from '../tickets/automatic-guard.ts'
import { autoresponse } from '../tickets/autoresponder.ts'
import type { Work } from './desk.ts'
import type { InboundMessage } from './take-in.ts'

/** M-2, P-5: the autoresponder's words for this message, or null. The ticket is as it was before the message. */
export async function textAnswer(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  settings: Settings,
  ticket: TicketRecord,
): Promise<string | null> {
  const { channel, remote } = inbound
  if (channel !== 'sms' || remote === null) return null
  const blocked = customer.blocked_at !== null
  const { spam, last_automatic_at: lastAnswerAt, last_agent_at: lastAgentAt } = ticket
  const address = remote.from.value
  const sender = { channel, address, automatic: false, blocked, spam, lastAnswerAt }
  if (automaticRefusal(sender, ownAddresses(settings), w.now) !== null) return null
  const consent = await consentOf(w.tx, customer.id, channel)
  return autoresponse(
    channel,
    { ...textValues(settings), setting: settings.sms.autoresponder, consent, blocked, spam, lastAnswerAt, lastAgentAt },
    w.now,
  )
}

/** What automatic texts may name: the shop, and where it is reached by mail. */
export function textValues(settings: Settings): { organization: string; email: string | null } {
  const email = settings.email.helpAddress || settings.email.mailboxes[0]?.address
  return { organization: settings.general.shopName, email: email ?? null }
}

/** Every address and number of this installation: none of them is a customer's (P-5). */
export function ownAddresses({ email, sms, whatsapp }: Settings): string[] {
  return [
    ...email.mailboxes.flatMap((mailbox) => [mailbox.address, mailbox.forwardsTo]),
    ...sms.numbers.map(({ number }) => number),
    ...whatsapp.numbers.map(({ number }) => number),
  ].filter((address) => address !== '')
}
