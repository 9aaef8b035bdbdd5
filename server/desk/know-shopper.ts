import {
  customerOfIdentity,
  customerOfShop,
  setTimeZone,
  type ShopIdentity,
  unclaimedCustomers,
} from '../store/customers.ts'
import { movePages } from '../store/pages.ts'
import { zoneExists } from '../tickets/wall-clock.ts'
import { type Desk, work } from './desk.ts'
import { mergeCustomers } from './merge-customers.ts'
import { refreshOnline } from './presence.ts'

/**
 * Who a verified shopper is to us. `known`: they have a record that says the same as the shop does, and as their browser
 * says of their time zone.
 */
export type Shopper = { identity: ShopIdentity; timeZone: string | null; customerId: string; known: boolean }

/**
 * Recognises a shopper without writing anything: looking at the shop makes nobody a customer (T-11). `zone` is the
 * browser's word; what is no time zone counts for nothing.
 */
export async function recogniseShopper(desk: Desk, identity: ShopIdentity, zone: unknown): Promise<Shopper> {
  const timeZone = typeof zone === 'string' && zone.length <= 64 && zoneExists(zone) ? zone : null
  const record = await customerOfIdentity(desk.db, identity)
  const known =
    record !== undefined &&
    record.shop_id === identity.shopId &&
    (identity.name ?? record.name) === record.name &&
    (identity.email ?? record.email) === record.email &&
    (identity.phone ?? record.phone) === record.phone &&
    (identity.locale ?? record.locale) === record.locale &&
    (identity.segments ?? record.segments).join('\n') === record.segments.join('\n') &&
    (timeZone ?? record.time_zone) === record.time_zone &&
    (await unclaimedCustomers(desk.db, identity)).length === 0
  return { identity, timeZone, customerId: record?.id ?? desk.secrets.derivedId('customer', identity.shopId), known }
}

/**
 * Makes sure the shopper has a record, as the shop describes them now (T-11). Their id is another one afterwards if they
 * wrote by another channel since they came: their address leads to the record that made.
 */
export async function knowShopper(desk: Desk, shopper: Shopper): Promise<Shopper> {
  if (shopper.known) return shopper
  return work(desk, async (w) => {
    const customerId = await customerOfShop(w.tx, shopper.identity, shopper.customerId, w.now)
    if (shopper.timeZone !== null) await setTimeZone(w.tx, customerId, shopper.timeZone)
    if (customerId !== shopper.customerId) await movePages(w.tx, shopper.customerId, customerId)
    for (const { id } of await unclaimedCustomers(w.tx, shopper.identity)) await mergeCustomers(w, id, customerId)
    await refreshOnline(w, customerId)
    return { ...shopper, customerId, known: true }
  })
}
