import { sql } from 'kysely'
import type { AddressKind } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment, momentOrNull } from './moment.ts'

const askable = ['instagram', 'messenger'] as const

/** Somebody who is shown by an id, and where their name can be asked for. */
export type Nameless = { customerId: string; channel: (typeof askable)[number]; id: string; tries: number }

/** Whether the provider tells names of such ids when asked, and only then. */
export const isAskable = ({ kind }: { kind: AddressKind }): boolean => askable.some((one) => one === kind)

/** Claims the next name that is to be asked for, for one try. Until `again` nobody else asks. */
export async function claimNameless(db: Db, now: number, again: number): Promise<Nameless | undefined> {
  const { rows } = await sql<Nameless>`
    update customers set ask_name_tries = ask_name_tries + 1, ask_name_at = ${moment(again)}
    from (
      select c.id, i.kind, i.value from customers c
      join identities i on i.customer_id = c.id and i.kind in ('instagram', 'messenger') and i.value = c.name
      where c.ask_name_at <= ${moment(now)} order by c.ask_name_at limit 1 for update of c skip locked
    ) as due
    where customers.id = due.id
    returning due.id as "customerId", due.kind as channel, due.value as id, ask_name_tries as tries`.execute(db)
  const [row] = rows
  return row
}

/** When to ask again; null: no more. */
export async function askNameAt(tx: Db, customerId: string, at: number | null): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ ask_name_at: momentOrNull(at) })
    .where('id', '=', customerId)
    .execute()
}

/** True when they were still shown by that id. */
export async function nameNameless(tx: Db, { customerId, id }: Nameless, name: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('customers')
    .set({ name })
    .where('id', '=', customerId)
    .where('name', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
