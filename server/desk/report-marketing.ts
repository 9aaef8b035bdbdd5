import type { ErrorCode } from '../protocol/errors.ts'
import type { ConsentReport, MarketingReport } from '../protocol/marketing.ts'
import { addActivity, consentOf, writeConsent } from '../store/consents.ts'
import { lockCustomer } from '../store/customers.ts'
import { addMarketing, lockMarketing, setMarketingFailed, ticketsOn } from '../store/marketing.ts'
import { consentReported } from '../tickets/consent.ts'
import { attributeFrom, tellMarketing } from './attribute.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, work } from './desk.ts'
import { reportedCustomer } from './reported-customer.ts'
import { onceMoreOnTwin } from './twin.ts'

type Done = { done: true } | { refused: ErrorCode }

/**
 * D-2, M-4: the shop's marketing tool tells of a message it sent, in any order and as often as it likes. It stands in the
 * thread from then on; it opens, wakes and unreads nothing (T-7).
 */
export function reportMarketing(desk: Desk, report: MarketingReport): Promise<Done> {
  return onceMoreOnTwin(() =>
    work(desk, async (w) => {
      const { settings } = await currentSettings(desk.settings, w.tx)
      const known = await lockMarketing(w.tx, report.id)
      if (known !== undefined) {
        if (!report.failed || known.failed) return { done: true }
        await lockCustomer(w.tx, known.customer_id)
        await setMarketingFailed(w.tx, known.id)
        const { customer_id: customerId, channel, at } = known
        await attributeFrom(w, { customerId, channel, since: at }, settings)
        await tellMarketing(w, customerId, channel)
        return { done: true }
      }
      const customer = await reportedCustomer(w, report.to)
      if (customer === null) return { refused: 'not_found' }
      const { channel, kind, name, text, at, failed } = report
      await addMarketing(w.tx, {
        id: desk.secrets.derivedId('marketing', report.id),
        external_id: report.id,
        kind,
        name,
        customer_id: customer.id,
        channel,
        text,
        subject: report.subject ?? null,
        mail_id: report.mailId?.replace(/^<|>$/g, '') ?? null,
        at,
        failed,
      })
      await attributeFrom(w, { customerId: customer.id, channel, since: at }, settings)
      await tellMarketing(w, customer.id, channel)
      return { done: true }
    }),
  )
}

/** M-3: the shop tells of a consent it has. */
export function reportConsent(desk: Desk, report: ConsentReport): Promise<Done> {
  return work(desk, async (w) => {
    const customer = await reportedCustomer(w, report.to)
    if (customer === null) return { refused: 'not_found' }
    const before = await consentOf(w.tx, customer.id, report.channel)
    const consent = consentReported(before, report.consent)
    if (consent === before) return { done: true }
    await writeConsent(w.tx, customer.id, report.channel, consent, w.now)
    await addActivity(w.tx, {
      id: desk.secrets.newId(),
      customerId: customer.id,
      channel: report.channel,
      kind: 'consent',
      data: { consent, by: 'shop' },
      at: w.now,
    })
    for (const { id } of await ticketsOn(w.tx, customer.id, report.channel)) w.tell({ kind: 'ticket', ticketId: id })
    return { done: true }
  })
}
