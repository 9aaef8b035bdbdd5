import type { ChannelEvent } from '../channels/channel.ts'
import type { DeliveryState } from '../protocol/thread.ts'
import { saidSince, writeConsent } from '../store/consents.ts'
import {
  changeDelivery,
  type DeliveryRecord,
  lockDeliveriesUpTo,
  lockDelivery,
  lockDeliveryByExternalId,
} from '../store/deliveries.ts'
import { holdReports, keepEarlyReport, moveWatermark, takeEarlyReports, watermarksOver } from '../store/receipts.ts'
import type { Provider } from '../store/tables.ts'
import { lockTicket } from '../store/tickets.ts'
import { afterReport } from '../tickets/delivery-state.ts'
import type { Work } from './desk.ts'
import { channelsOf, providerOf } from './receive-remote.ts'
import { writeEntries } from './write-entries.ts'

type Report = Extract<ChannelEvent, { kind: 'delivery' }>
type Failure = { code: string; words: string } | null

/** a provider says what became of ours, in any order and as often as it likes; a state never goes back. */
export async function reportDelivery(w: Work, provider: Provider, report: Report): Promise<void> {
  for (const delivery of await spokenOf(w, provider, report)) {
    // Of a message that an agent had tried again it is the try before that failed.
    const isOldNews = delivery.state === 'queued' && (report.state === 'failed' || report.state === 'sent')
    if (!isOldNews) await moveDelivery(w, delivery, report.state, { error: report.error })
  }
}

/** Our own message, told to us again: it was sent, though its answer may have been lost. */
export async function hearEcho(w: Work, echo: Extract<ChannelEvent, { kind: 'echo' }>): Promise<void> {
  const own = echo.metadata === null ? null : uuid.exec(echo.metadata)
  const delivery = own === null ? undefined : await lockDelivery(w.tx, own[0])
  if (delivery === undefined || delivery.channel !== echo.channel) return
  const isNews = delivery.external_id === null || delivery.state === 'queued' || delivery.state === 'unknown'
  if (isNews && delivery.external_id !== echo.externalId) await deliverySent(w, delivery, echo.externalId)
}

/**
 * The provider has a locked delivery, by that id of its own. What it told before we knew the id, or before the answer to
 * our try came in, counts from here on.
 */
export async function deliverySent(w: Work, delivery: DeliveryRecord, externalId: string): Promise<void> {
  const { channel, to_value: person } = delivery
  await holdReports(w.tx, externalId)
  await holdReports(w.tx, person)
  const sentAt = delivery.attempt_at ?? delivery.sent_at ?? w.now
  const told: Told[] = [
    { state: 'sent', error: null },
    ...(await takeEarlyReports(w.tx, providerOf[channel], externalId)),
    ...(await watermarksOver(w.tx, { channel, person, at: sentAt })).map((state) => ({ state, error: null })),
  ]
  const last = told.reduce((one, other) => (afterReport(one.state, other.state) === one.state ? one : other))
  await moveDelivery(w, delivery, last.state, { externalId, sentAt, error: last.error })
}

type Told = { state: DeliveryState; error: Failure }

/**
 * Moves a locked delivery as far as the report says, and tells it in its thread. What is not news writes nothing but the
 * provider's id, where that was not known.
 */
export async function moveDelivery(
  w: Work,
  delivery: DeliveryRecord,
  reported: DeliveryState,
  more: { externalId?: string; sentAt?: number; error?: Failure } = {},
): Promise<void> {
  const state = afterReport(delivery.state, reported)
  const { externalId, sentAt } = more
  if (state === delivery.state && externalId === undefined) return
  const error = state === 'failed' && state !== delivery.state ? (more.error ?? null) : undefined
  await changeDelivery(w.tx, delivery.id, {
    state,
    ...(delivery.state === 'queued' && { nextTryAt: delivery.next_try_at }),
    ...(externalId !== undefined && { externalId }),
    ...(sentAt !== undefined && { sentAt }),
    ...(error !== undefined && { error }),
  })
  if (error?.code === unsubscribed) await learnStop(w, delivery)
  if (state !== delivery.state) await tellDelivery(w, delivery, state, error?.words ?? null)
}

/** Twilio's, of a number that said STOP there: at once, or later where its service picks the sender. */
const unsubscribed = '21610'

/** M-3: the provider knows of a STOP that never reached us. What the customer has said to us since counts more. */
async function learnStop(w: Work, { channel, customer_id, attempt_at, sent_at, created_at }: DeliveryRecord) {
  if (channel !== 'sms' || (await saidSince(w.tx, customer_id, channel, attempt_at ?? sent_at ?? created_at))) return
  await writeConsent(w.tx, customer_id, channel, 'stopped', w.now)
}

/** The line of a message's thread that says how it stands. */
export async function tellDelivery(
  w: Work,
  delivery: DeliveryRecord,
  state: DeliveryState,
  words: string | null,
): Promise<void> {
  if (delivery.ticket_id === null || delivery.message_id === null) return
  const ticket = await lockTicket(w.tx, delivery.ticket_id)
  if (ticket === undefined) return
  await writeEntries(w, ticket, [{ data: { type: 'delivery', message: delivery.message_id, state, words } }])
}

async function spokenOf(w: Work, provider: Provider, report: Report): Promise<DeliveryRecord[]> {
  const { of, state, error } = report
  if ('watermark' in of) return coveredBy(w, of, state)
  if (provider === 'mail') return lockMailed(w, of)
  if ('bounce' in of) return []
  const channels = channelsOf[provider]
  await holdReports(w.tx, of.externalId)
  const delivery = await lockDeliveryByExternalId(w.tx, channels, of.externalId)
  if (delivery !== undefined) return [delivery]
  await keepEarlyReport(w.tx, channels, { provider, externalId: of.externalId, state, error, at: w.now })
  return []
}

/** A watermark speaks of what was handed over before it, and is kept for what is on its way. */
async function coveredBy(
  w: Work,
  { watermark: upTo, person }: { watermark: number; person: { kind: string; value: string } },
  state: Report['state'],
): Promise<DeliveryRecord[]> {
  const channel = channelsOf.meta.find((one) => one === person.kind)
  if (channel === undefined || (state !== 'delivered' && state !== 'read')) return []
  await holdReports(w.tx, person.value)
  await moveWatermark(w.tx, { channel, person: person.value, state, upTo })
  return lockDeliveriesUpTo(w.tx, channel, person.value, upTo)
}

/** A report on a mail speaks of it by a mark of ours, or of nothing: anybody can write one (S13). */
async function lockMailed(w: Work, of: { bounce: string } | { externalId: string }): Promise<DeliveryRecord[]> {
  const { mail } = w.desk
  const id = 'bounce' in of ? mail.bouncedMessage(of.bounce) : mail.answeredMessage(of.externalId)
  const delivery = id === null ? undefined : await lockDelivery(w.tx, id)
  return delivery?.channel === 'email' ? [delivery] : []
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
