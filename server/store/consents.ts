import type { ChannelName, RemoteChannel } from '../protocol/channel.ts'
import type { Consent } from '../tickets/consent.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** Channels on which a customer agrees or stops (M-3). */
export type ConsentChannel = 'sms' | 'whatsapp'

/** M-3: what the customer agreed to there; `never` before anything was said. */
export async function consentOf(db: Db, customerId: string, channel: ChannelName): Promise<Consent> {
  if (channel !== 'sms' && channel !== 'whatsapp') return 'never'
  const row = await db
    .selectFrom('consents')
    .select('consent')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return row?.consent ?? 'never'
}

export async function writeConsent(
  tx: Db,
  customerId: string,
  channel: ConsentChannel,
  consent: Consent,
  at: number,
): Promise<void> {
  const changed_at = moment(at)
  await tx
    .insertInto('consents')
    .values({ customer_id: customerId, channel, consent, changed_at })
    .onConflict((conflict) => conflict.columns(['customer_id', 'channel']).doUpdateSet({ consent, changed_at }))
    .execute()
}

/** Whether the customer's consent there has changed after that moment. */
export async function saidSince(db: Db, customerId: string, channel: ConsentChannel, at: number): Promise<boolean> {
  const row = await db
    .selectFrom('consents')
    .select('consent')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('changed_at', '>', moment(at))
    .executeTakeFirst()
  return row !== undefined
}

/** D-1: writes down what a customer did that stands in no ticket. */
export async function addActivity(
  tx: Db,
  activity: { id: string; customerId: string; channel: ChannelName | null; kind: string; data: object; at: number },
): Promise<void> {
  await tx
    .insertInto('activities')
    .values({
      id: activity.id,
      customer_id: activity.customerId,
      channel: activity.channel,
      kind: activity.kind,
      data: JSON.stringify(activity.data),
      at: moment(activity.at),
    })
    .execute()
}

/** the customer's last message or other action towards that address of ours; null before any. */
export async function lastActionAt(
  db: Db,
  customerId: string,
  channel: RemoteChannel,
  brandAddress: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('last_actions')
    .select('at')
    .where('customer_id', '=', customerId)
    .where('channel', '=', channel)
    .where('brand_address', '=', brandAddress)
    .executeTakeFirst()
  return row?.at ?? null
}

/** whether a customer did something later than that, towards another address of ours on that channel. */
export async function actedElsewhere(
  db: Db,
  action: { customerId: string; channel: RemoteChannel; brandAddress: string; at: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('last_actions')
    .select('at')
    .where('customer_id', '=', action.customerId)
    .where('channel', '=', action.channel)
    .where('brand_address', '<>', action.brandAddress)
    .where('at', '>', moment(action.at))
    .executeTakeFirst()
  return row !== undefined
}

/** Moves it on, never back: providers tell in any order. */
export async function noteAction(
  tx: Db,
  action: { customerId: string; channel: RemoteChannel; brandAddress: string; at: number },
): Promise<void> {
  const at = moment(action.at)
  await tx
    .insertInto('last_actions')
    .values({ customer_id: action.customerId, channel: action.channel, brand_address: action.brandAddress, at })
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'channel', 'brand_address'])
        .doUpdateSet({ at })
        .where('last_actions.at', '<', at),
    )
    .execute()
}
