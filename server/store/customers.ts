import { type Selectable, sql } from 'kysely'
import type { Db } from './connect.ts'
import type { Database } from './tables.ts'
import { moment, momentOrNull } from './moment.ts'

export type CustomerRecord = Selectable<Database['customers']>

/** What the shop says of a signed-in customer. */
export type ShopIdentity = {
  shopId: string
  email: string | null
  name: string | null
  phone: string | null
  locale: string | null
  /** Null: the shop does not say. */
  segments: readonly string[] | null
}

export function findCustomer(db: Db, id: string): Promise<CustomerRecord | undefined> {
  return db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst()
}

export function findCustomerOfShop(db: Db, shopId: string): Promise<CustomerRecord | undefined> {
  return db.selectFrom('customers').selectAll().where('shop_id', '=', shopId).executeTakeFirst()
}

/** The customer a verified identity belongs to or would be linked with; undefined when they are new to us. */
export async function customerOfIdentity(db: Db, identity: ShopIdentity): Promise<CustomerRecord | undefined> {
  return (await findCustomerOfShop(db, identity.shopId)) ?? (await unclaimedCustomer(db, identity))
}

/** Where answers to the customer may go by mail: what the shop vouches for, else what they wrote in the chat. */
export const mailTo = ({ email, left_email }: Pick<CustomerRecord, 'email' | 'left_email'>): string | null =>
  email ?? left_email

/** no name of theirs, for nobody vouches for it. */
export async function writeLeftEmail(tx: Db, customerId: string, email: string): Promise<void> {
  await tx.updateTable('customers').set({ left_email: email }).where('id', '=', customerId).execute()
}

/** The customer, locked: whatever one person does is done in order. */
export function lockCustomer(tx: Db, id: string): Promise<CustomerRecord | undefined> {
  return tx.selectFrom('customers').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/**
 * The customer of a verified shop identity. A signed email or phone links to a customer who has it already,
 * unless that one belongs to another shop id (DESIGN: tables that matter); else a new one is made (T-11).
 */
export async function customerOfShop(tx: Db, identity: ShopIdentity, newId: string, at: number): Promise<string> {
  // One at a time per shop id, so that two first pages of one shopper make one customer.
  await sql`select pg_advisory_xact_lock(hashtextextended(${identity.shopId}, 1))`.execute(tx)
  const known = await findCustomerOfShop(tx, identity.shopId)
  const linked = known ?? (await unclaimedCustomer(tx, identity))
  const name = identity.name ?? identity.email ?? identity.shopId
  const facts = {
    shop_id: identity.shopId,
    ...((identity.name !== null || linked === undefined) && { name }),
    ...(identity.email !== null && { email: identity.email }),
    ...(identity.phone !== null && { phone: identity.phone }),
    ...(identity.locale !== null && { locale: identity.locale }),
    ...(identity.segments !== null && { segments: [...identity.segments] }),
  }
  if (linked === undefined) {
    await tx
      .insertInto('customers')
      .values({ ...facts, id: newId, name, created_at: moment(at) })
      .execute()
  } else {
    await tx.updateTable('customers').set(facts).where('id', '=', linked.id).execute()
  }
  const id = linked?.id ?? newId
  const identities = [
    { kind: 'shop' as const, value: identity.shopId, customer_id: id },
    ...(identity.email === null ? [] : [{ kind: 'email' as const, value: identity.email, customer_id: id }]),
    ...(identity.phone === null ? [] : [{ kind: 'phone' as const, value: identity.phone, customer_id: id }]),
  ]
  await tx
    .insertInto('identities')
    .values(identities)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

/** Fills in what a customer's record lacks from another's, which is no more. */
export async function fillCustomer(tx: Db, to: CustomerRecord, from: CustomerRecord, name: string): Promise<void> {
  await tx
    .updateTable('customers')
    .set({
      name,
      shop_id: to.shop_id ?? from.shop_id,
      email: to.email ?? from.email,
      phone: to.phone ?? from.phone,
      locale: to.locale ?? from.locale,
      time_zone: to.time_zone ?? from.time_zone,
      segments: to.segments.length > 0 ? to.segments : from.segments,
      about: [to.about, from.about].filter(Boolean).join('\n'),
    })
    .where('id', '=', to.id)
    .execute()
}

async function unclaimedCustomer(tx: Db, identity: ShopIdentity): Promise<CustomerRecord | undefined> {
  const [first] = await unclaimedCustomers(tx, identity)
  return first
}

/** Those who wrote from an address that the shop vouches for, and are nobody of the shop's yet; the longest known first. */
export function unclaimedCustomers(tx: Db, identity: ShopIdentity): Promise<CustomerRecord[]> {
  const values = [
    ...(identity.email === null ? [] : [['email', identity.email] as const]),
    ...(identity.phone === null ? [] : [['phone', identity.phone] as const]),
  ]
  if (values.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('identities')
    .innerJoin('customers', 'customers.id', 'identities.customer_id')
    .selectAll('customers')
    .where((eb) => eb.or(values.map(([kind, value]) => eb.and({ 'identities.kind': kind, 'identities.value': value }))))
    .where('customers.shop_id', 'is', null)
    .where('customers.visitor', '=', false)
    .distinctOn(['customers.created_at', 'customers.id'])
    .orderBy('customers.created_at')
    .orderBy('customers.id')
    .execute()
}

export async function setTimeZone(tx: Db, customerId: string, timeZone: string): Promise<void> {
  await tx.updateTable('customers').set({ time_zone: timeZone }).where('id', '=', customerId).execute()
}

type Facts = Partial<Pick<CustomerRecord, 'name' | 'about' | 'locale' | 'time_zone'>>

/** D-1: an agent's word; what is left out stays as it is. The caller has locked the customer. */
export async function setFacts(tx: Db, customerId: string, facts: { [K in keyof Facts]: Facts[K] | undefined }) {
  await tx.updateTable('customers').set(facts).where('id', '=', customerId).execute()
}

/** D-4: what the shop says now is all. */
export async function setSegments(tx: Db, customerId: string, segments: readonly string[]): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ segments: [...segments] })
    .where('id', '=', customerId)
    .execute()
}

export async function setBlocked(tx: Db, customerId: string, at: number | null): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ blocked_at: momentOrNull(at) })
    .where('id', '=', customerId)
    .execute()
}

/** True when it was otherwise before. A shopper who never wrote has no row, and nobody to be shown to. */
export async function setOnlineIfChanged(tx: Db, customerId: string, online: boolean): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customers')
    .set({ online })
    .where('id', '=', customerId)
    .where('online', '<>', online)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether they are there; who is no customer any more is left out. */
export function onlineOf(db: Db, ids: readonly string[]): Promise<{ customer: string; online: boolean }[]> {
  return db.selectFrom('customers').select(['id as customer', 'online']).where('id', 'in', ids).execute()
}

/** How many tickets a customer has: kept small by nature, so it is counted. */
export async function countTickets(db: Db, customerId: string): Promise<number> {
  const { n } = await db
    .selectFrom('tickets')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  return n
}
