import type { Settings } from '../protocol/settings.ts'
import { addActivity, writeConsent } from '../store/consents.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { addDelivery } from '../store/deliveries.ts'
import { lockLiveTicket, newestClosedOf } from '../store/tickets.ts'
import type { Consent } from '../tickets/consent.ts'
import { type Keyword, keywordAnswer, keywordEffect } from '../tickets/keywords.ts'
import type { Work } from './desk.ts'
import type { InboundMessage } from './take-in.ts'
import { textValues } from './shop-addresses.ts'
import { writeEntries } from './write-entries.ts'

type Heard = {
  inbound: InboundMessage
  customer: CustomerRecord
  keyword: Keyword
  /** Before the keyword. */
  consent: Consent
  settings: Settings
  /** The provider says that it took the message for this keyword, and so has answered it (Twilio's Advanced Opt-Out). */
  providerActed: boolean
}

/** M-1: consent, activity, a quiet line in a live thread, and the answer where the provider gives none. No ticket stirs. */
export async function hearKeyword(w: Work, heard: Heard): Promise<void> {
  const { inbound, customer, keyword, consent, settings, providerActed } = heard
  const { channel, remote } = inbound
  if ((channel !== 'sms' && channel !== 'whatsapp') || remote === null) throw new Error(`${channel} has no keywords.`)
  const live = await lockLiveTicket(w.tx, channel, inbound.threadKey)
  const effect = keywordEffect(keyword, {
    consent,
    blocked: customer.blocked_at !== null,
    providerAnswers: providerActed || (channel === 'sms' && settings.sms.providerAnswers),
    liveTicket: live?.id ?? null,
  })
  if (effect.consent !== consent) await writeConsent(w.tx, customer.id, channel, effect.consent, w.now)
  await addActivity(w.tx, {
    id: inbound.id,
    customerId: customer.id,
    channel,
    kind: 'keyword',
    data: { keyword, text: inbound.text, consent: effect.consent },
    at: w.now,
  })
  if (live !== undefined && effect.line !== null) {
    await writeEntries(w, live, [{ data: { type: 'keyword', keyword, text: inbound.text } }])
  } else {
    // Whoever has the closed ticket open sees at once whether it can be answered.
    const closed = await newestClosedOf(w.tx, channel, inbound.threadKey)
    if (closed !== undefined) w.tell({ kind: 'ticket', ticketId: closed.id })
  }
  const text = effect.answer === null ? null : keywordAnswer(effect.answer, textValues(settings))
  if (text === null) return
  await addDelivery(w.tx, {
    id: w.desk.secrets.derivedId('keyword answer', inbound.id),
    ticketId: null,
    customerId: customer.id,
    channel,
    to: remote.from,
    from: remote.to,
    text,
    at: w.now,
  })
  w.tell({ kind: 'delivery_queued' })
}
