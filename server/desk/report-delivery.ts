import type { ChannelEvent } from '../channels/channel.ts'
import type { DeliveryState } from '../protocol/thread.ts'
import {
  changeDelivery,
  type DeliveryRecord,
  lockDeliveriesUpTo,
  lockDelivery,
  lockDeliveryByExternalId,
} from '../store/deliveries.ts'
import type { Provider } from '../store/tables.ts'
import { lockTicket } from '../store/tickets.ts'
import { afterReport } from '../tickets/delivery-state.ts'
import type { Work } from './desk.ts'
import { channelsOf } from './receive-remote.ts'
import { writeEntries } from './write-entries.ts'

type Report = Extract<ChannelEvent, { kind: 'delivery' }>
type Failure = { code: string; words: string } | null

/** a provider says what became of ours, in any order and as often as it likes; a state never goes back. */
export async function reportDelivery(w: Work, provider: Provider, report: Report): Promise<void> {
  for (const delivery of await spokenOf(w, provider, report.of)) {
    await moveDelivery(w, delivery, report.state, { error: report.error })
  }
}

/** Our own message, told to us again: it was sent, though its answer may have been lost. */
export async function hearEcho(w: Work, echo: Extract<ChannelEvent, { kind: 'echo' }>): Promise<void> {
  const own = echo.metadata === null ? null : uuid.exec(echo.metadata)
  const delivery = own === null ? undefined : await lockDelivery(w.tx, own[0])
  if (delivery === undefined || delivery.channel !== echo.channel) return
  const { externalId } = echo
  await moveDelivery(w, delivery, 'sent', delivery.external_id === null ? { externalId, sentAt: w.now } : {})
}

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
  const error = state === 'failed' ? (more.error ?? null) : undefined
  const { externalId, sentAt } = more
  if (state === delivery.state && externalId === undefined) return
  await changeDelivery(w.tx, delivery.id, {
    state,
    ...(delivery.state === 'queued' && { nextTryAt: delivery.next_try_at }),
    ...(externalId !== undefined && { externalId }),
    ...(sentAt !== undefined && { sentAt }),
    ...(error !== undefined && { error }),
  })
  if (state !== delivery.state) await tellDelivery(w, delivery, state, error?.words ?? null)
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

async function spokenOf(w: Work, provider: Provider, of: Report['of']): Promise<DeliveryRecord[]> {
  const channels = channelsOf[provider]
  if ('watermark' in of) return lockDeliveriesUpTo(w.tx, channels, of.person.value, of.watermark)
  const delivery =
    provider === 'mail'
      ? await lockMailed(w, of)
      : 'bounce' in of
        ? undefined
        : await lockDeliveryByExternalId(w.tx, channels, of.externalId)
  return delivery === undefined ? [] : [delivery]
}

/** A report on a mail speaks of it by a mark of ours, or of nothing: anybody can write one (S13). */
async function lockMailed(
  w: Work,
  of: { bounce: string } | { externalId: string },
): Promise<DeliveryRecord | undefined> {
  const { mail } = w.desk
  const id = 'bounce' in of ? mail.bouncedMessage(of.bounce) : mail.answeredMessage(of.externalId)
  const delivery = id === null ? undefined : await lockDelivery(w.tx, id)
  return delivery?.channel === 'email' ? delivery : undefined
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/
