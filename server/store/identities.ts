import { sql } from 'kysely'
import type { AddressKind } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { isAskable } from './asked-names.ts'
import type { CustomerRecord } from './customers.ts'
import { moment } from './moment.ts'

/** One of the names a person is known by (T-11). */
export type KnownAs = { kind: AddressKind; value: string }
export type Names = readonly [KnownAs, ...KnownAs[]]

export type Sender = { names: Names; name: string | null; newId: string; at: number; visitor: boolean }

/**
 * The customer of a sender, locked, by any of their names; names that are new to us are added to them. Somebody unknown
 * becomes a customer, or, on Messenger, a visitor, who is none (T-6, T-11). Senders who share a name wait for one
 * another, so that their first messages make one customer.
 */
export async function customerOfNames(tx: Db, sender: Sender): Promise<CustomerRecord> {
  const known = await lockByNames(tx, sender.names)
  if (known === undefined) {
    const made = await createOf(tx, sender)
    await addNames(tx, made.id, sender.names)
    return made
  }
  await addNames(tx, known.id, sender.names)
  return nameBetter(tx, known, sender)
}

/**
 * The customer, locked, that goes by one of the names; undefined: nobody. The earlier name counts more, and a phone
 * number, which SMS knows people by, less than the provider's own ids (T-4). Nobody else learns of these names before
 * the transaction ends.
 */
export async function lockByNames(tx: Db, names: Names): Promise<CustomerRecord | undefined> {
  await holdNames(tx, names)
  const ids = [...names].sort((a, b) => Number(a.kind === 'phone') - Number(b.kind === 'phone'))
  for (const { kind, value } of ids) {
    const found = await tx
      .selectFrom('customers')
      .innerJoin('identities', 'identities.customer_id', 'customers.id')
      .selectAll('customers')
      .where('identities.kind', '=', kind)
      .where('identities.value', '=', value)
      .forUpdate()
      .executeTakeFirst()
    if (found !== undefined) return found
  }
  return undefined
}

/** Whose name it is; undefined: nobody's. */
export async function findByName(db: Db, { kind, value }: KnownAs): Promise<string | undefined> {
  const row = await db
    .selectFrom('identities')
    .select('customer_id')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .executeTakeFirst()
  return row?.customer_id
}

/** In one order for all, so that two who share several names do not wait for each other. */
export async function holdNames(tx: Db, names: readonly KnownAs[]): Promise<void> {
  for (const key of names.map(({ kind, value }) => `${kind} ${value}`).sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 2))`.execute(tx)
  }
}

/** Names that belong to somebody else stay with them. */
export async function addNames(tx: Db, customerId: string, names: readonly KnownAs[]): Promise<void> {
  await tx
    .insertInto('identities')
    .values(names.map(({ kind, value }) => ({ kind, value, customer_id: customerId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** All names of a customer at the providers. */
export function namesOf(db: Db, customerId: string): Promise<KnownAs[]> {
  return db
    .selectFrom('identities')
    .select(['kind', 'value'])
    .where('customer_id', '=', customerId)
    .where('kind', '<>', 'shop')
    .$narrowType<{ kind: AddressKind }>()
    .orderBy('kind')
    .orderBy('value')
    .execute()
}

function createOf(tx: Db, sender: Sender): Promise<CustomerRecord> {
  const name = sender.name?.trim()
  return tx
    .insertInto('customers')
    .values({
      id: sender.newId,
      name: name || sender.names[0].value,
      ...(!name && isAskable(sender.names[0]) && { ask_name_at: moment(sender.at) }),
      email: valueOf(sender.names, 'email'),
      phone: valueOf(sender.names, 'phone'),
      created_at: moment(sender.at),
      visitor: sender.visitor,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Somebody shown by a number or an id gets the name they give themselves; a number that was not known is kept. */
async function nameBetter(tx: Db, known: CustomerRecord, sender: Sender): Promise<CustomerRecord> {
  const given = sender.name?.trim()
  const nameless = given ? (await namesOf(tx, known.id)).some(({ value }) => value === known.name) : false
  const name = given && nameless ? given : known.name
  const phone = known.phone ?? valueOf(sender.names, 'phone')
  if (name === known.name && phone === known.phone) return known
  await tx
    .updateTable('customers')
    .set({ name, phone, ...(name !== known.name && { ask_name_at: null }) })
    .where('id', '=', known.id)
    .execute()
  return { ...known, name, phone }
}

/** Shows a customer by their new number or id where an old one is what they are shown by. */
export async function renameCustomer(
  tx: Db,
  { id, name, phone }: CustomerRecord,
  { was, now }: { was: Names; now: Names },
): Promise<void> {
  const isOld = (shown: string | null) => was.some(({ value }) => value === shown)
  const set = {
    ...(isOld(name) && { name: now[0].value }),
    ...(isOld(phone) && { phone: valueOf(now, 'phone') ?? phone }),
  }
  if (Object.keys(set).length > 0) await tx.updateTable('customers').set(set).where('id', '=', id).execute()
}

const valueOf = (names: Names, kind: AddressKind) => names.find((name) => name.kind === kind)?.value ?? null
