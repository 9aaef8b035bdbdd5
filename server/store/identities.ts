import { sql } from 'kysely'
import type { AddressKind } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import type { CustomerRecord } from './customers.ts'
import { moment } from './moment.ts'

/** One of the names a person is known by (T-11). */
export type KnownAs = { kind: AddressKind; value: string }
export type Names = readonly [KnownAs, ...KnownAs[]]

/**
 * The customer of a sender, locked, by any of their names; names that are new to us are added to them. Somebody unknown
 * becomes a customer, or, on Messenger, a visitor, who is none (T-6, T-11). Senders of the same first name wait for one
 * another, so that their first messages make one customer.
 */
export async function customerOfNames(
  tx: Db,
  sender: { names: Names; name: string | null; newId: string; at: number; visitor: boolean },
): Promise<CustomerRecord> {
  const [first] = sender.names
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${first.kind} ${first.value}`}, 2))`.execute(tx)
  const known = (await lockByNames(tx, sender.names)) ?? (await createOf(tx, sender))
  await addNames(tx, known.id, sender.names)
  return known
}

/** The customer, locked, that goes by one of the names; the earlier name counts more. Undefined: nobody. */
export async function lockByNames(tx: Db, names: Names): Promise<CustomerRecord | undefined> {
  for (const { kind, value } of names) {
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

function createOf(
  tx: Db,
  sender: { names: Names; name: string | null; newId: string; at: number; visitor: boolean },
): Promise<CustomerRecord> {
  const valueOf = (kind: AddressKind) => sender.names.find((name) => name.kind === kind)?.value ?? null
  return tx
    .insertInto('customers')
    .values({
      id: sender.newId,
      name: sender.name?.trim() || sender.names[0].value,
      email: valueOf('email'),
      phone: valueOf('phone'),
      created_at: moment(sender.at),
      visitor: sender.visitor,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
