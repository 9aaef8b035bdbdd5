import { sql } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import type { TicketRecord } from './tickets.ts'

/** All tickets of two customers, locked. */
export function lockTicketsOf(tx: Db, customers: readonly [string, string]): Promise<TicketRecord[]> {
  return tx.selectFrom('tickets').selectAll().where('customer_id', 'in', customers).orderBy('id').forUpdate().execute()
}

/**
 * Gives everything that is of one customer to another, and the one is no more. The caller has locked both. `keyed`: the
 * channels whose tickets go by their customer.
 */
export async function giveAll(tx: Db, from: string, to: string, keyed: readonly ChannelName[]): Promise<void> {
  await sql`update tickets set customer_id = ${to},
    thread_key = case when channel = any(${[...keyed]}::text[]) then ${to} else thread_key end
    where customer_id = ${from}`.execute(tx)
  for (const table of [
    'identities',
    'activities',
    'deliveries',
    'marketing_messages',
    'orders',
    'satisfaction',
  ] as const) {
    await tx.updateTable(table).set({ customer_id: to }).where('customer_id', '=', from).execute()
  }
  await sql`insert into last_actions (customer_id, channel, brand_address, at)
    select ${to}, channel, brand_address, at from last_actions where customer_id = ${from}
    on conflict (customer_id, channel, brand_address)
      do update set at = greatest(last_actions.at, excluded.at)`.execute(tx)
  for (const table of ['last_actions', 'consents'] as const) {
    await tx.deleteFrom(table).where('customer_id', '=', from).execute()
  }
  await tx.deleteFrom('customers').where('id', '=', from).execute()
}
