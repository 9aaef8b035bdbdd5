import { customerOfIdentity, customerOfShop, type ShopIdentity, unclaimedCustomers } from '../store/customers.ts'
import { movePages } from '../store/pages.ts'
import { type Desk, work } from './desk.ts'
import { mergeCustomers } from './merge-customers.ts'
import { refreshOnline } from './presence.ts'

/** Who a verified shopper is to us. `known`: they have a record that says the same as the shop does. */
export type Shopper = { identity: ShopIdentity; customerId: string; known: boolean }

/** Recognises a shopper without writing anything: looking at the shop makes nobody a customer (T-11). */
export async function recogniseShopper(desk: Desk, identity: ShopIdentity): Promise<Shopper> {
  const record = await customerOfIdentity(desk.db, identity)
  const known =
    record !== undefined &&
    record.shop_id === identity.shopId &&
    (identity.name ?? record.name) === record.name &&
    (identity.email ?? record.email) === record.email &&
    (identity.phone ?? record.phone) === record.phone &&
    (identity.locale ?? record.locale) === record.locale &&
    (await unclaimedCustomers(desk.db, identity)).length === 0
  return { identity, customerId: record?.id ?? desk.secrets.derivedId('customer', identity.shopId), known }
}

/**
 * Makes sure the shopper has a record, as the shop describes them now (T-11). Their id is another one afterwards if they
 * wrote by another channel since they came: their address leads to the record that made.
 */
export async function knowShopper(desk: Desk, shopper: Shopper): Promise<Shopper> {
  if (shopper.known) return shopper
  return work(desk, async (w) => {
    const customerId = await customerOfShop(w.tx, shopper.identity, shopper.customerId, w.now)
    if (customerId !== shopper.customerId) await movePages(w.tx, shopper.customerId, customerId)
    for (const { id } of await unclaimedCustomers(w.tx, shopper.identity)) await mergeCustomers(w, id, customerId)
    await refreshOnline(w, customerId)
    return { ...shopper, customerId, known: true }
  })
}
